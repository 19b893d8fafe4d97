"""How hard a passphrase is to guess, in words, reckoned by zxcvbn with nothing sent anywhere."""

from collections.abc import Sequence
from enum import IntEnum

# zxcvbn reads no further; what comes after only adds to the strength.
_READ = 72


class Strength(IntEnum):
    """How long somebody with the file and good machines would need."""

    MISSING = -1
    VERY_WEAK = 0
    WEAK = 1
    FAIR = 2
    GOOD = 3
    STRONG = 4


ENOUGH = Strength.FAIR
TOO_WEAK = "Choose a passphrase that is harder to guess."

_WORDS = {
    Strength.MISSING: "",
    Strength.VERY_WEAK: "Very weak: guessed at once. Use four or more unrelated words.",
    Strength.WEAK: "Weak: guessed within hours. Add another unrelated word.",
    Strength.FAIR: "Fair: holds for a while. One more unrelated word makes it good.",
    Strength.GOOD: "Good: very hard to guess.",
    Strength.STRONG: "Strong: not to be guessed.",
}


def strength(passphrase: str, known: Sequence[str] = ()) -> Strength:
    """Reckon how hard a passphrase is to guess for somebody who tries the words *known* first."""
    if not passphrase.strip():
        return Strength.MISSING
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its word lists take a moment that start-up saves

    tried = [word for words in known for word in (words, *words.split())]
    return Strength(zxcvbn(passphrase[:_READ], user_inputs=tried)["score"])


def too_weak(passphrase: str, known: Sequence[str] = ()) -> str:
    """Say why a new passphrase is refused, "" where it is hard enough to guess."""
    return TOO_WEAK if strength(passphrase, known) < ENOUGH else ""


def words(found: Strength) -> str:
    """Say a strength, and what would help."""
    return _WORDS[found]
