"""The made-up caseload can be believed: who works for whom, and what a project is called."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from psg_desktop.casework import sample
from psg_desktop.casework.office import Office
from psg_desktop.casework.sample.cast import Cast
from psg_desktop.casework.sample.place_stories import PROJECTS
from psg_desktop.domain.ids import AgencyId
from psg_desktop.store.vault import FLOOR_COST
from psg_desktop.words import sample_stages
from tests.builders import TODAY, new_id
from tests.fakes import FixedClock

STAGES: list[int] = []


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    place: Path = tmp_path_factory.mktemp("sample") / "Fenmarket.psgstore"
    STAGES.clear()
    recipe = sample.Recipe(cases=12, cost=FLOOR_COST, tell=lambda done, _of: STAGES.append(done))
    made = sample.build(place, FixedClock(), recipe)
    yield made
    made.close()


def test_that_everybody_works_for_one_agency(office: Office) -> None:
    works_for = defaultdict[str, set[AgencyId | None]](set)
    with office.reading() as unit:
        for agency in unit.agencies.all():
            works_for[agency.contacts[0].name].add(agency.id)
        for action in unit.actions.all():
            works_for[action.officer].add(action.owner)
        for offer in unit.support_offers.all():
            works_for[offer.officer].add(offer.agency)
        for held in unit.interventions.all():
            works_for[held.officer].add(held.agency)
    many = {name: len(agencies) for name, agencies in works_for.items() if len(agencies) > 1}
    assert many == {}


def test_that_every_project_has_a_name_of_its_own() -> None:
    cast = Cast(new_id, TODAY)
    names = [cast._project_name(story) for story in PROJECTS for _ in range(9)]
    assert len(set(names)) == len(names)


def test_that_each_stage_is_told_in_order_with_words(office: Office) -> None:
    assert office.partnership().sample
    stages = list(sample_stages.Stage)
    assert [sample_stages.Stage(one) for one in STAGES] == stages[: sample_stages.Stage.PACK]
    made, published = stages[: sample_stages.Stage.FIRST], stages[sample_stages.Stage.FIRST :]
    assert all(sample_stages.said(one).startswith("Making up ") for one in made)
    said = {sample_stages.said(one) for one in published}
    assert said == {"Publishing a quarter of statistics."}
