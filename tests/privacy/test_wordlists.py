"""The shipped lists say what their README says."""

from pathlib import Path

from psg_desktop.privacy.wordlists import shipped_lexicon


def test_that_chiefly_names_are_no_ordinary_words() -> None:
    lexicon = shipped_lexicon()
    assert not {"smith", "jack", "troy", "kev", "shaz"} & lexicon.ordinary
    assert {"rose", "will", "mark", "street"} <= lexicon.ordinary
    assert {"sharon", "kevin"} <= lexicon.first_names
    assert {"smith", "begum"} <= lexicon.surnames


def test_that_nicknames_work_both_ways() -> None:
    nicknames = shipped_lexicon().nicknames
    for full, short in (("sharon", "shaz"), ("kevin", "kev"), ("patricia", "trish")):
        assert short in nicknames[full]
        assert full in nicknames[short]


def test_that_every_list_is_named_with_its_licence(root: Path) -> None:
    folder = root / "resources" / "wordlists"
    readme = (folder / "README.md").read_text(encoding="utf-8")
    for path in folder.iterdir():
        assert path.name == "README.md" or f"`{path.name}`" in readme


def test_that_no_line_of_the_allow_list_holds_a_digit_or_comes_twice(root: Path) -> None:
    lines = (root / "resources" / "wordlists" / "allowed.txt").read_text("utf-8").splitlines()
    entries = [line for line in lines if line and not line.startswith("#")]
    assert not [entry for entry in entries if any(c.isdigit() for c in entry)]
    assert len(entries) == len(set(entries))
