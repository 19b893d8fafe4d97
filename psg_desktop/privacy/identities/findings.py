"""What the layers say to one another before passages are settled."""

from dataclasses import dataclass, field

from psg_desktop.privacy.identities.kinds import IdentityKind, Layer

# Put where a placeholder stands, so that no layer reads it and no name reaches across it.
BLANK = "\ufffc"


@dataclass(slots=True, kw_only=True)
class Finding:
    """A passage of the folded text; `keys` are those of everyone it may be."""

    start: int
    end: int
    kind: IdentityKind
    layer: Layer
    doubtful: bool
    why: str
    keys: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def weight(self) -> tuple[bool, int, int]:
        """Order findings that overlap: the surer, then the vault's own, then the longer."""
        layers = (Layer.DOUBTFUL, Layer.PATTERN, Layer.KNOWN)
        return (not self.doubtful, layers.index(self.layer), self.end - self.start)
