"""A vault whose folder is moved while it is open says so, and works on once it is back."""

from pathlib import Path

import pytest

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.vault import vaults
from psg_desktop.faults import NotSealed, VaultMoved
from tests.casework.caseload.test_cases import opened
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE


def test_that_saving_says_the_vault_went_away_and_works_once_it_is_back(desk: Office) -> None:
    case = opened(desk)
    here, away = desk.place, desk.place.with_name("away.psgstore")
    here.rename(away)
    with pytest.raises(VaultMoved, match="no longer where it was opened"):
        opened(desk)
    away.rename(here)
    again = opened(desk)
    assert cases.next_reference(desk).endswith("003")
    assert {case.id, again.id} == {lists.case_page(desk, one.id).case.id for one in (case, again)}


def test_that_a_moved_vault_closes_without_its_seal_and_loses_nothing(vault: Path) -> None:
    office = vaults.unlock(vault, PASSPHRASE, FixedClock())
    case = opened(office)
    away = vault.with_name("away.psgstore")
    vault.rename(away)
    with pytest.raises(NotSealed, match="nothing that was saved is lost"):
        office.close()
    office = vaults.unlock(away, PASSPHRASE, FixedClock())
    assert office.recovered
    assert lists.case_page(office, case.id).case == case
    office.close()
