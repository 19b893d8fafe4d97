"""The board's report as it is written from a real vault: its numbers, and nobody's name."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import publishing
from psg_desktop.casework.statistics.publishing_files import write_release
from psg_desktop.domain.cases import CaseState, RiskLevel
from psg_desktop.domain.changes import Act
from psg_desktop.domain.statistics.asked import Asked
from psg_desktop.domain.statistics.breakdowns import BreakdownCode
from psg_desktop.domain.statistics.measures import MeasureCode
from psg_desktop.domain.statistics.periods import quarter_period
from tests.bench.caseloads import SURNAMES, filled
from tests.papers.board_report.reading import numbers_in, pdf_text, word_text

PERIOD = quarter_period(date(2025, 10, 1))


def vault_of(cases: int) -> Iterator[Office]:
    with filled(cases) as office:
        with office.working(Act.IMPORT_RECORDS) as unit:
            unit.cases.put_all(
                replace(
                    case, opened=date(2025, 4 + number % 8, 1 + number % 27), closures=(),
                    risk=list(RiskLevel)[number % 3], state=CaseState.ACTIVE_PLAN, review_due=None,
                )
                for number, case in enumerate(unit.cases.all())
            )  # fmt: skip
        yield office


@pytest.fixture
def office(request: pytest.FixtureRequest) -> Iterator[Office]:
    yield from vault_of(getattr(request, "param", 60))


def told(paths: tuple[Path, ...], folder: Path) -> tuple[str, str]:
    by_end = {one.suffix: one.read_bytes() for one in paths}
    return pdf_text(by_end[".pdf"], folder), word_text(by_end[".docx"])


def test_that_the_report_names_nobody_and_no_case(office: Office, tmp_path: Path) -> None:
    release = publishing.publish(office, publishing.plan(office, PERIOD))
    paths = write_release(office, release, tmp_path)
    with office.reading() as unit:
        references = {str(one.reference) for one in unit.cases.all()}
        known = {part for one in unit.people.all() for part in (one.full_name, *one.aliases)}
    for text in told(paths, tmp_path):
        assert "60 cases were open" in text
        assert not [one for one in (*references, *known) if one in text]
        assert not set(re.findall(r"\w+", text)) & {*SURNAMES, "Wren", office.who}


@pytest.mark.parametrize("office", [0, 1], indirect=True)
def test_that_a_vault_with_hardly_a_case_has_a_report_without_a_number_of_cases(
    office: Office, tmp_path: Path
) -> None:
    release = publishing.publish(office, publishing.plan(office, PERIOD))
    pdf, word_file = told(write_release(office, release, tmp_path), tmp_path)
    for text in (pdf, word_file):
        assert "No number about people's cases can be shown" in " ".join(text.split())
    body = word_file[: word_file.index("Appendix: tables")]
    sections = body[body.index("Caseload and flow") : body.index("Priority areas, projects")]
    assert numbers_in(sections) == set()


def test_that_a_table_somebody_asked_for_has_no_report(office: Office, tmp_path: Path) -> None:
    asked = Asked(measure=MeasureCode.OPEN_AT_END, period=PERIOD, breakdowns=(BreakdownCode.RISK,))
    release = publishing.publish(office, publishing.plan_table(office, asked))
    paths = write_release(office, release, tmp_path)
    assert {one.suffix for one in paths} == {".xlsx", ".ods", ".csv", ".json"}
    assert all("open-at-end" in one.name for one in paths)
