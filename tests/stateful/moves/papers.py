"""What leaves and comes back: packs, action sheets and replies; reviews spread; lists changed."""

from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

from psg_desktop.casework.caseload import action_templates
from psg_desktop.casework.importing import imports
from psg_desktop.casework.meeting import action_sheets, replies
from psg_desktop.casework.packing import packs
from psg_desktop.casework.partnership import settings
from psg_desktop.casework.reviewing import review_load
from psg_desktop.domain.action_replies import Answer
from psg_desktop.domain.action_sheets import row_code
from psg_desktop.domain.action_templates import ActionTemplate
from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import ActionTemplateId, CaseId, LeaveId
from psg_desktop.domain.leave import Leave
from psg_desktop.exchange.sheets import Sheet
from tests.stateful.choosing import Choose, Nothing
from tests.stateful.world import World, move

TEMPLATE = Path(__file__).parents[3] / "resources" / "templates" / "caseload-template.xlsx"


@cache
def sheet() -> Sheet:
    """Read the sheet of the shipped template once."""
    return imports.likeliest_sheet(imports.read(TEMPLATE))


@move("papers", imports.commit)
def import_a_file(world: World, choose: Choose) -> None:
    offered = imports.offer(world.office, sheet())
    run = imports.dry_run(world.office, offered.table, offered.mapping)
    imports.commit(world.office, run, skip_wrong=True)


@move("papers", packs.accept, packs.accept_unmarked, packs.accept_as_proposed)
def accept_words_for_a_pack(world: World, choose: Choose) -> None:
    chosen = choose.some([one.id for one in world.all(RecordKind.CASE)])
    world.legal(chosen)
    proposal = packs.propose_pack(world.office, world.today + timedelta(days=9), chosen)
    waiting = proposal.undecided
    match choose.number(0, 2):
        case 0:
            packs.accept_unmarked(world.office, proposal)
        case 1:
            packs.accept_as_proposed(world.office, proposal)
        case _ if waiting:
            facts, passage = waiting[0]
            words = {passage.part: "Callers at night."}
            packs.accept(world.office, proposal, facts.facts.case, words)
        case _:
            return


@move("papers", packs.record_release)
def release_a_pack(world: World, choose: Choose) -> None:
    if not choose.rarely():
        raise Nothing
    every = [one.id for one in world.all(RecordKind.CASE)]
    on = world.today + timedelta(days=9)
    proposed = packs.propose_pack(world.office, on, every) if every else None
    read = [one.facts.case for one in proposed.cases if not one.undecided] if proposed else []
    chosen = [CaseId(one) for one in read] or every
    world.legal(read)
    proposal = packs.propose_pack(world.office, on, chosen)
    approved = packs.approve_pack(world.office, proposal)
    packs.record_release(world.office, approved, b"%PDF-")


@move("papers", action_sheets.make)
def make_action_sheets(world: World, choose: Choose) -> None:
    if not choose.rarely():  # undo does not reach behind them
        raise Nothing
    owing = action_sheets.owing(world.office)
    chosen = choose.some([one.id for one in world.all(RecordKind.AGENCY)])
    world.legal(set(chosen) & set(owing))
    action_sheets.make(world.office, chosen, world.folder)


@move("papers", replies.take)
def take_a_reply(world: World, choose: Choose) -> None:
    sent = {row.code for one in world.all(RecordKind.ACTION_SHEET) for row in one.actions}
    known = world.all(RecordKind.ACTION)
    codes = sorted(sent | {row_code(one) for one in known})
    code = choose.likely(codes, sent.__contains__)
    answer = Answer(
        row=6,
        code=code,
        progress=choose.one(("", "Visited twice.")),
        done_on=choose.maybe((choose.day(world.today, -9, 1),)),
        new_due=choose.maybe((choose.day(world.today),)),
    )
    with world.office.reading() as unit:
        lines = replies._lines(world.office, unit, (answer,))
    world.legal(code in sent and all(line.takeable for line in lines))
    replies.take(world.office, lines)


@move("papers", review_load.move_reviews)
def spread_the_reviews(world: World, choose: Choose) -> None:
    moves = review_load.load(world.office).moves
    if moves and choose.rarely():
        world.legal(permitted=False)
        wrong = replace(moves[0], after=world.today - timedelta(days=1))
        review_load.move_reviews(world.office, [wrong])
        return
    world.legal(permitted=True)
    review_load.move_reviews(world.office, choose.some(moves))


@move("papers", review_load.add_leave, review_load.remove_leave)
def go_on_leave(world: World, choose: Choose) -> None:
    known = world.all(RecordKind.LEAVE)
    if known and choose.flag():
        review_load.remove_leave(world.office, choose.one(known).id)
        return
    since = choose.day(world.today)
    until = since + timedelta(days=choose.number(-1, 20))
    leave = Leave(id=LeaveId(world.new_id()), since=since, until=until)
    review_load.add_leave(world.office, leave)


@move("papers", action_templates.save)
def save_a_template(world: World, choose: Choose) -> None:
    known = choose.maybe(action_templates.listed(world.office))
    template = known or ActionTemplate(id=ActionTemplateId(world.new_id()), what="Visit")
    action_templates.save(world.office, replace(template, days=choose.number(0, 9)))


@move("papers", settings.save)
def save_the_partnership(world: World, choose: Choose) -> None:
    known = world.office.partnership()
    quiet = choose.number(0, 60)
    world.legal(quiet > 0)
    settings.save(world.office, replace(known, quiet_after_days=quiet))


@move(
    "papers", settings.save_focus_area, settings.save_closure_reason,
    settings.save_review_interval,
)  # fmt: skip
def save_a_list(world: World, choose: Choose) -> None:
    ended = choose.maybe((choose.day(world.today, 0, 30),))
    match choose.number(0, 2):
        case 0:
            area = choose.one(settings.focus_areas(world.office))
            settings.save_focus_area(world.office, replace(area, until=ended))
        case 1:
            reason = choose.one(settings.closure_reasons(world.office))
            settings.save_closure_reason(world.office, replace(reason, until=ended))
        case _:
            interval = choose.one(settings.review_intervals(world.office))
            days = choose.number(0, 60)
            settings.save_review_interval(world.office, replace(interval, days=days))


@move("papers", settings.change_interval)
def change_an_interval(world: World, choose: Choose) -> None:
    days = choose.number(0, 60)
    world.legal(days > 0)
    settings.change_interval(world.office, choose.of(RiskLevel), days)
