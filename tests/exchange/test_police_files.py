"""Police files as they are published, and as they arrive: cut, doubled, of older boundaries."""

import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from psg_desktop.domain.police_counts import PoliceFigure, PoliceMonth
from psg_desktop.exchange.police_files import count_file, count_files
from psg_desktop.exchange.police_placing import District, PlacedFiles, place
from psg_desktop.faults import Unreadable
from tests.exchange import police_rows as rows

EAST_CAMBRIDGESHIRE = District(code="E07000009", today=date(2026, 11, 22))
JUNE = date(2024, 6, 1)


def nothing(_done: int, _total: int) -> None:
    """Hear of no progress."""


def read(*places: Path, district: District = EAST_CAMBRIDGESHIRE) -> PlacedFiles:
    counted = count_files(places, nothing)
    placed = place(counted.files, district)
    return PlacedFiles(months=placed.months, notices=(*counted.notices, *placed.notices))


def counts(month: PoliceMonth) -> dict[tuple[str, str], int]:
    return {(area.area, one.category): one.count for area in month.areas for one in area.counts}


def refusal(*places: Path) -> str:
    with pytest.raises(Unreadable) as refused:
        read(*places)
    return str(refused.value)


def test_that_a_whole_force_month_gives_the_district_and_counts_the_rest(
    shared_data: Path,
) -> None:
    (month,) = read(shared_data / "police_uk/2024-06-cambridgeshire-street.csv").months
    assert (month.kind, month.month, month.force) == (PoliceFigure.RECORDED, JUNE, rows.FORCE)
    assert (month.total, month.unplaced, month.unmatched) == (451, 237, 0)
    assert month.total + month.unplaced + month.outside == 7290
    assert len({area.ward for area in month.areas}) == 14


def test_that_a_year_of_one_district_is_twelve_months_and_every_row_is_in_a_ward(
    shared_data: Path,
) -> None:
    found = read(shared_data / "police_uk/2024-east-cambridgeshire-street.csv")
    assert [one.month.month for one in found.months] == list(range(1, 13))
    assert sum(one.total for one in found.months) == 5169
    disorder = [
        n for one in found.months for (_, kind), n in counts(one).items() if kind == rows.ASB
    ]
    assert sum(disorder) == 1039
    assert not found.notices


def test_that_a_folder_takes_streets_and_outcomes_and_says_what_it_leaves_out(
    shared_data: Path,
) -> None:
    found = read(shared_data / "police_uk")
    assert len(found.months) == 24
    assert found.notices == ("2 files of stop and search left out: they name no small area.",)


def test_that_the_whole_force_and_the_cut_for_one_district_agree(shared_data: Path) -> None:
    folder = shared_data / "police_uk"
    whole = read(folder / "2024-06-cambridgeshire-outcomes.csv").months
    cut = [
        one
        for one in read(folder / "2024-east-cambridgeshire-outcomes.csv").months
        if one.month == JUNE
    ]
    assert [one.says_the_same(other) for one, other in zip(whole, cut, strict=True)] == [True]


def test_that_a_district_s_year_of_files_is_read_in_seconds(
    shared_data: Path, tmp_path: Path
) -> None:
    for kind in ("street", "outcomes"):
        source = shared_data / f"police_uk/2024-06-cambridgeshire-{kind}.csv"
        text = source.read_text(encoding="utf-8")
        for month in range(1, 13):
            path = tmp_path / f"2024-{month:02}-cambridgeshire-{kind}.csv"
            path.write_text(text.replace(",2024-06,", f",2024-{month:02},"), encoding="utf-8")
    begun = time.perf_counter()
    assert len(read(tmp_path).months) == 24
    assert time.perf_counter() - begun < 5.0


def test_that_a_file_without_its_category_is_refused_by_the_name_of_the_column(
    shared_data: Path,
) -> None:
    said = refusal(shared_data / "police_uk/2022-northumbria-asb-first3000.tab")
    assert "has no column “Crime type”" in said


def test_that_stop_and_search_alone_is_refused(shared_data: Path) -> None:
    said = refusal(shared_data / "police_uk/2024-06-cambridgeshire-stop-and-search.csv")
    assert "names no small area" in said


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_that_marks_encodings_and_line_ends_do_not_matter(
    tmp_path: Path, encoding: str, end: str
) -> None:
    text = end.join((rows.STREET, rows.row(), rows.row(), ""))
    path = tmp_path / "street.csv"
    path.write_bytes(text.encode(encoding))
    (month,) = read(path).months
    assert counts(month) == {(rows.ELY_NORTH[0], rows.ASB): 2}


def test_that_columns_may_stand_in_another_order_and_tabs_may_part_them(tmp_path: Path) -> None:
    path = tmp_path / "street.csv"
    path.write_text("LSOA_code\tcrime type\tMONTH\nE01033429\tDrugs\t2024-06\n", encoding="utf-8")
    (month,) = read(path).months
    assert (month.force, counts(month)) == ("", {("E01033429", "Drugs"): 1})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04rest", "archive"),
        (b"\x00\x01\x02\x03", "has no columns"),
        (f'{rows.STREET}\n{rows.row()}\n,"2024-06,{"x" * 50}\n{rows.row()}\n'.encode(), "damaged"),
        (f'{rows.STREET}\n"{"x" * 200_000}\n'.encode(), "damaged"),
    ],
)
def test_that_what_is_no_police_file_is_refused_in_a_sentence(
    tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "street.csv"
    path.write_bytes(content)
    assert said in refusal(path)
    assert str(tmp_path) not in refusal(path)


def test_that_a_file_or_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "cannot be opened" in refusal(tmp_path / "gone.csv")
    assert "no .csv file" in refusal(tmp_path)


def test_that_a_good_file_is_read_beside_a_wrong_one(tmp_path: Path) -> None:
    rows.write(tmp_path / "street.csv", rows.row())
    (tmp_path / "notes.csv").write_text("name,phone\nA,1\n", encoding="utf-8")
    found = read(tmp_path)
    assert len(found.months) == 1
    assert found.notices[0].startswith("Left out: notes.csv has no columns “Month”")


def test_that_the_same_file_twice_is_read_once(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        rows.write(tmp_path / name, rows.row())
    found = read(tmp_path)
    assert found.months[0].total == 1
    assert found.notices == ("There twice, and read once: b.csv.",)


def test_that_a_month_told_differently_is_taken_from_the_later_file(tmp_path: Path) -> None:
    first = rows.write(tmp_path / "a.csv", rows.row())
    second = rows.write(tmp_path / "b.csv", rows.row(), rows.row())
    found = read(first, second)
    assert [one.total for one in found.months] == [2]
    assert found.notices == ("a.csv and b.csv both tell of June 2024. b.csv is used.",)


def test_that_two_forces_of_one_month_stand_beside_one_another(tmp_path: Path) -> None:
    path = rows.write(
        tmp_path / "street.csv", rows.row(), rows.row(force="British Transport Police")
    )
    assert [one.force for one in read(path).months] == ["British Transport Police", rows.FORCE]


def test_that_every_row_is_placed_or_counted_among_those_that_are_not(tmp_path: Path) -> None:
    written = [
        rows.row(),
        rows.row(rows.MERGED),
        rows.row(rows.PARTED),
        rows.row(("E01999999", "East Cambridgeshire 020A")),
        rows.row(rows.ELSEWHERE),
        rows.row(("E01999998", "Somewhere 001A")),
        rows.row(("", "")),
        rows.row(("rubbish;", "")),
        rows.row(month="June"),
        rows.row(month="2031-01"),
        rows.row(category=""),
        "cut,2024-06",
        "",
    ]
    found = read(rows.write(tmp_path / "street.csv", *written))
    (month,) = found.months
    assert (month.total, month.unmatched, month.outside, month.unplaced) == (2, 2, 2, 1)
    assert _first_words(found.notices) == [
        "4 rows left out: cut",
        "1 row left out: their",
        "1 row with small areas",
        "1 row left out: they",
        "1 row left out: they",
    ]
    told = " ".join(found.notices)
    for name in ("003C", "001E", "020A"):
        assert name in told


def _first_words(notices: Sequence[str]) -> list[str]:
    return [" ".join(one.split()[:5]) for one in notices]


def test_that_progress_is_told_file_by_file(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        rows.write(tmp_path / name, rows.row())
    told: list[tuple[int, int]] = []
    count_files([tmp_path], lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_that_no_place_or_identifier_of_a_crime_is_kept(tmp_path: Path) -> None:
    path = rows.write(tmp_path / "street.csv", f"abc123{rows.row()}")
    held = repr(count_file(path)) + repr(read(path))
    assert "Teasel" not in held
    assert "abc123" not in held
    assert "52.1" not in held
