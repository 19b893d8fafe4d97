"""What a project promised, costs and reports: objectives, money, milestones, reports, ratings."""

from dataclasses import replace

from psg_desktop.casework.projects import funding, objectives, progress
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.clawbacks import Clawback
from psg_desktop.domain.ids import ClawbackId, ObjectiveId, ProjectRatingId, ProjectReportId
from psg_desktop.domain.objectives import Objective, ObjectiveRevision
from psg_desktop.domain.project_ratings import Aspect, ProjectRating
from psg_desktop.domain.project_reports import ObjectiveProgress, ProjectReport
from psg_desktop.domain.projects import BudgetLine, Milestone, Project, QuarterMoney
from psg_desktop.domain.quarters import last_day, quarter_of, shifted
from psg_desktop.domain.rag import Rag
from tests.stateful.choosing import Choose
from tests.stateful.world import World, move


def any_project(world: World, choose: Choose) -> Project:
    found: Project = choose.one(world.all(RecordKind.PROJECT))
    return found


@move("projects", objectives.agree)
def agree_an_objective(world: World, choose: Choose) -> None:
    on = choose.day(world.today, -200, 1)
    made = Objective(
        id=ObjectiveId(world.new_id()),
        project=any_project(world, choose).id,
        agreed_on=on,
        wording=choose.text(),
    )
    world.legal(on <= world.today)
    objectives.agree(world.office, made)


@move("projects", objectives.revise)
def revise_an_objective(world: World, choose: Choose) -> None:
    known = choose.one(world.all(RecordKind.OBJECTIVE))
    on = choose.day(world.today, -30, 1)
    revision = ObjectiveRevision(
        on=on, wording=choose.text(), reason="The street was closed.", agreed_by="PSG"
    )
    last = max((known.agreed_on, *(one.on for one in known.revisions)))
    world.legal(last <= on <= world.today)
    objectives.revise(world.office, known.id, revision)


@move("projects", objectives.take_out)
def take_an_objective_out(world: World, choose: Choose) -> None:
    known = choose.one(world.all(RecordKind.OBJECTIVE))
    reports = world.all(RecordKind.PROJECT_REPORT)
    told = {part.objective for one in reports for part in one.progress}
    world.legal(not known.revisions and known.id not in told)
    objectives.take_out(world.office, known.id)


@move("projects", funding.save_line)
def change_a_funding_line(world: World, choose: Choose) -> None:
    project = any_project(world, choose)
    before = choose.maybe(project.budget)
    after = choose.maybe((BudgetLine(source=choose.text(), pence=choose.number(-1, 3)),))
    if after is not None:
        world.legal(after.source.strip() and after.pence >= 0)
    funding.save_line(world.office, project.id, before, after)


@move("projects", funding.save_spending)
def say_what_was_spent(world: World, choose: Choose) -> None:
    project = any_project(world, choose)
    quarter = shifted(quarter_of(world.today), choose.number(-3, 3))
    money = QuarterMoney(quarter=quarter, planned=100, actual=choose.maybe((90, 0)))
    after = tuple(replace(one, quarters=(money,)) for one in project.budget)
    if choose.rarely():
        world.legal(permitted=False)  # as if the lines had changed meanwhile
        line = BudgetLine(source="Another fund")
        funding.save_spending(world.office, project.id, (*project.budget, line), after)
    world.legal(permitted=True)
    funding.save_spending(world.office, project.id, project.budget, after)


@move("projects", funding.save_milestone)
def change_a_milestone(world: World, choose: Choose) -> None:
    project = any_project(world, choose)
    before, due = choose.maybe(project.milestones), choose.maybe((choose.day(world.today),))
    reached = choose.maybe((choose.day(world.today, -9, 1),))
    after = choose.maybe((Milestone(what=choose.text(), due=due, reached=reached),))
    if after is not None:
        promised = before is None or before.due is None or before.due == due
        done = reached is None or reached <= world.today
        world.legal(after.what.strip() and promised and done)
    funding.save_milestone(world.office, project.id, before, after)


@move("projects", funding.move_milestone)
def move_a_milestone(world: World, choose: Choose) -> None:
    project = any_project(world, choose)
    known, to, why = choose.one(project.milestones), choose.day(world.today), choose.text()
    world.legal(known.due and known.reached is None and known.due != to and why.strip())
    funding.move_milestone(world.office, project.id, known, to, why)


@move("projects", funding.save_clawback)
def ask_for_money_back(world: World, choose: Choose) -> None:
    known = choose.maybe(world.all(RecordKind.CLAWBACK))
    claim = known or Clawback(
        id=ClawbackId(world.new_id()), project=any_project(world, choose).id,
        source="Safer Streets", pence=500, reason=choose.text(),
        agreed_on=choose.day(world.today, -9, 1),
    )  # fmt: skip
    asked = choose.maybe((choose.day(world.today, -9, 1),))
    funding.save_clawback(world.office, replace(claim, asked_on=asked))


@move("projects", progress.set_terms, progress.receive_final)
def set_what_is_reported(world: World, choose: Choose) -> None:
    terms = progress.terms_of(world.office, any_project(world, choose).id)
    first = shifted(quarter_of(world.today), choose.number(-3, 2))
    if choose.flag():
        world.legal(permitted=True)
        progress.set_terms(world.office, replace(terms, first_quarter=first, days=30))
        return
    on, found = choose.day(world.today, -9, 1), choose.text()
    world.legal(on <= world.today and found.strip())
    progress.receive_final(world.office, replace(terms, final_received=on, findings=found))


@move("projects", progress.receive)
def receive_a_report(world: World, choose: Choose) -> None:
    project = any_project(world, choose)
    quarter = shifted(quarter_of(world.today), choose.number(-2, 0))
    mine = [one for one in world.all(RecordKind.OBJECTIVE) if one.project == project.id]
    told = mine if not choose.rarely() else mine[1:]
    report = ProjectReport(
        id=ProjectReportId(world.new_id()),
        project=project.id,
        quarter=quarter,
        due=last_day(quarter),
        received=choose.day(world.today, 0, 1),
        reported_by="Dora Hedgerow",
        progress=tuple(ObjectiveProgress(objective=one.id, narrative="On the way") for one in told),
        note="All in all.",
    )
    asked = {one.id for one in mine if one.agreed_on <= last_day(quarter)}
    whole = asked <= {one.id for one in told}
    known = world.all(RecordKind.PROJECT_REPORT)
    new = all((one.project, one.quarter) != (project.id, quarter) for one in known)
    world.legal(report.received <= world.today and whole and new)
    progress.receive(world.office, report)


@move("projects", progress.rate)
def rate_a_project(world: World, choose: Choose) -> None:
    project, on = any_project(world, choose), choose.day(world.today, -9, 1)
    rated = [
        ProjectRating(
            id=ProjectRatingId(world.new_id()), project=project.id, aspect=aspect,
            rag=choose.of(Rag), on=on, reason=choose.text(), rated_by="Dora Hedgerow",
        )
        for aspect in choose.some(list(Aspect))
    ]  # fmt: skip
    world.legal(not rated or on <= world.today)
    progress.rate(world.office, rated)
