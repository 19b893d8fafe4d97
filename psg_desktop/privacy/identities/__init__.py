"""Find who and where in a text: the vault's own identities, patterns, and whatever is doubtful."""

from psg_desktop.privacy.identities.finder import Finder
from psg_desktop.privacy.identities.kinds import IdentityKind, KnownIdentity, Layer, Span
from psg_desktop.privacy.identities.lexicon import Lexicon, allowed_words, nickname_table

__all__ = [
    "Finder",
    "IdentityKind",
    "KnownIdentity",
    "Layer",
    "Lexicon",
    "Span",
    "allowed_words",
    "nickname_table",
]
