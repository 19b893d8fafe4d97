"""Small words around a name that tell whether it is a name: "will attend", "in May", "a GP"."""

from typing import Final

from psg_desktop.privacy.identities.lexicon import Lexicon
from psg_desktop.privacy.identities.listed import listed
from psg_desktop.privacy.identities.tokens import Token

STOP_WORDS: Final = frozenset(
    listed(
        "the and for but not are was has had her his she you all any out our from with that this"
        " they them then than its who how what when were been does did a an of to in on at by is"
        " it as or if be he we do so no up us me my go am i"
    )
)
MONTHS: Final = frozenset(
    listed("january february march april may june july august september october november december")
)
# What an action begins with, "Offer Philippa a place"; each is a surname too, and no first name.
TELLING_VERBS: Final = frozenset(listed("offer warn speak keep drive start"))
_MODALS: Final = frozenset({"will", "may", "can"})
_BEFORE_NAMES: Final = frozenset(
    listed(
        "to with by from for of at told saw met and or mr mrs ms miss between named called re about"
        " against neighbour son daughter mother father partner brother sister"
    )
)
_AFTER_NAMES: Final = frozenset(
    listed(
        "was is has had did said told came went and who at in on to from with were does says for"
    )
)
_BEFORE_MONTHS: Final = frozenset(
    listed("in since until till during early late mid next last this every throughout end")
)
_PARTS_OF_MONTHS: Final = frozenset(listed("end start beginning middle month whole rest"))
_DETERMINERS: Final = frozenset(
    listed("a an the his her their our my your its this that each every no local any some one two")
)


_ARTICLES: Final = frozenset(listed("a an the every each per"))
_KIN: Final = frozenset(
    listed(
        "family household brothers brother sisters sister boys boy girls girl kids lad lads twins"
        " children son sons daughter house home address residence property couple clan lot cousins"
        " man woman male female guy bloke says said"
    )
)


_HOUSEHOLDS: Final = frozenset(
    listed("family household brothers sisters boys twins children couple clan cousins")
)


def _word(tokens: list[Token], place: int) -> str:
    return tokens[place].lower if 0 <= place < len(tokens) else ""


def is_modal_verb(tokens: list[Token], place: int, lexicon: Lexicon) -> bool:
    """Say whether "will", "may" or "can" stands as a verb: "officers will attend"."""
    if tokens[place].lower not in _MODALS or tokens[place].capitalised:
        return False
    before, after = _word(tokens, place - 1), _word(tokens, place + 1)
    if not after or tokens[place + 1].opens or after in _AFTER_NAMES:
        return False
    past = after.endswith("ed") and after not in {"need", "proceed", "feed"}
    return before not in _BEFORE_NAMES and lexicon.is_word(after) and not past


def is_month(tokens: list[Token], place: int) -> bool:
    """Say whether a month's name stands as a month: "in May", "12 April", "June 2026"."""
    if tokens[place].lower not in MONTHS:
        return False
    before, after = _word(tokens, place - 1), _word(tokens, place + 1)
    if before == "of" and _word(tokens, place - 2) in _PARTS_OF_MONTHS:
        return True
    return before in _BEFORE_MONTHS or before[:1].isdigit() or after[:1].isdigit()


def is_after_determiner(tokens: list[Token], place: int) -> bool:
    """Say whether an article or the like stands before: people's names have none."""
    return place > 0 and not tokens[place].opens and _word(tokens, place - 1) in _DETERMINERS


def is_of_a_family(tokens: list[Token], place: int) -> bool:
    """Say whether a household stands behind: "the Baker family", an article before it or not."""
    return _word(tokens, place + 1) in _HOUSEHOLDS and not tokens[place + 1].opens


def is_a_thing(tokens: list[Token], place: int, lexicon: Lexicon) -> bool:
    """Say whether a small everyday word stands as a thing: "the field", "10 days".

    Before "family" and the like it may be a name in small letters all the same.
    """
    token = tokens[place]
    if token.cased[0].isupper() or token.lower not in lexicon.everyday or token.opens:
        return False
    before, after = _word(tokens, place - 1), _word(tokens, place + 1)
    if before.isdigit() and token.lower.endswith("s"):
        return True
    if after in _KIN or (place + 1 < len(tokens) and tokens[place + 1].capitalised):
        return False
    return before in _ARTICLES and not token.lower.endswith("s")


def is_acronym_in_use(tokens: list[Token], place: int, lexicon: Lexicon) -> bool:
    """Say whether capitals on the allow-list stand as that: "a GP", "the UK", "PC Rowan"."""
    if tokens[place].lower not in lexicon.allowed_acronyms:
        return False
    following = place + 1 < len(tokens) and not tokens[place + 1].opens
    titled = following and (tokens[place + 1].capitalised or tokens[place + 1].lower[0].isdigit())
    return titled or is_after_determiner(tokens, place)
