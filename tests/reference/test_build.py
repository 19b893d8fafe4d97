"""What is shipped is what the open data give."""

from pathlib import Path

from psg_desktop import paths
from tests.tools.build_reference import build


def test_that_building_again_gives_the_shipped_files(shared_data: Path) -> None:
    for name, content in build(shared_data).items():
        assert paths.resource(f"reference/{name}").read_bytes() == content, name


def test_that_every_shipped_file_has_a_licence_line() -> None:
    folder = paths.resource("reference")
    licences = (folder / "LICENCES.md").read_text(encoding="utf-8")
    for path in folder.iterdir():
        assert path.is_dir() or path.name == "LICENCES.md" or path.name in licences
    assert "Contains Royal Mail data © Royal Mail copyright" in " ".join(
        licences.replace(">", "").split()
    )
