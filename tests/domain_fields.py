"""Which fields of the domain identify somebody; every field is classified here, by hand.

A field identifies when its text could name a person, an address or an event that points to one:
names, addresses, numbers, contacts, and all free text a worker types. Codes, states, dates of the
work, and references made by the program do not. An identifying field is declared with
`field(repr=False)`, so that it never gets into a log or a traceback.
"""

from typing import NamedTuple


class Fields(NamedTuple):
    """The fields of one dataclass, each named in exactly one of two strings."""

    identifying: str = ""
    plain: str = ""


FIELDS: dict[str, Fields] = {
    "action_templates.ActionTemplate": Fields(
        plain="id focus_area what owner_kind days since until",
    ),
    "action_replies.Answer": Fields(
        identifying="progress unreadable",
        plain="row code reference done_on new_due",
    ),
    "action_replies.Asked": Fields(
        identifying="note",
        plain="action reference agency case_closed noted",
    ),
    "action_replies.ReplyLine": Fields(plain="answer verdict asked effects problem"),
    "action_sheets.ActionSheet": Fields(
        identifying="made_by",
        plain="id agency made_at actions digest",
    ),
    "action_sheets.SentAction": Fields(plain="case reference code"),
    "actions.Action": Fields(
        identifying="what officer outcome",
        plain="id case state owner due agreed_on meeting ended replaced_by",
    ),
    "agendas.AgendaItem": Fields(
        identifying="title ask decision",
        plain="id meeting kind position case about minutes pinned state actions review",
    ),
    "meeting_lists.AgendaLine": Fields(
        identifying="about",
        plain="item case reference proposed",
    ),
    "support.SupportCode": Fields(plain="id purpose code name since until"),
    "support.Attempt": Fields(identifying="by note", plain="on how result"),
    "support.SupportAnswer": Fields(identifying="remark", plain="state on reason"),
    "support.SupportOffer": Fields(
        identifying="what officer",
        plain="id case support offered_on agency person answers attempts",
    ),
    "support.Engagement": Fields(plain="offers states attempts"),
    "case_review_rules.ReviewThreshold": Fields(
        plain="id complaints months report_months people source since until"
    ),
    "case_review_rules.ReviewTime": Fields(plain="id step days counted_from source since until"),
    "case_review_rules.ReviewRules": Fields(plain="threshold times add"),
    "case_review_applications.Applicant": Fields(
        identifying="name relation address postcode phone email consent_how",
        plain="kind consent_on",
    ),
    "case_review_applications.Incident": Fields(
        identifying="reported_to reporter reference what",
        plain="reported_on happened_on agency",
    ),
    "case_review_thresholds.LimbFinding": Fields(identifying="reason", plain="limb met"),
    "case_review_thresholds.ThresholdDecision": Fields(
        identifying="decided_by reason told",
        plain="on met findings needed counted told_on",
    ),
    "case_review_facts.InformationRequest": Fields(
        identifying="what", plain="agency asked_on answered_on"
    ),
    "case_review_facts.PanelMember": Fields(identifying="officer", plain="agency attended"),
    "case_review_facts.Panel": Fields(
        identifying="chair chair_from representative why_not findings",
        plain="on held independent members victim",
    ),
    "case_review_facts.Recommendation": Fields(
        identifying="what addressee answer_text evidence",
        plain="made_on agency answer_by due answer answered_on done_on",
    ),
    "case_review_facts.OutcomeLetter": Fields(identifying="to says sent_by", plain="on"),
    "case_review_facts.ReviewAppeal": Fields(
        identifying="grounds decider reason",
        plain="asked_on against result decided_on",
    ),
    "case_reviews.CaseReview": Fields(
        identifying="victim behaviour asks acknowledged_how closed_because",
        plain=(
            "id reference received_on route applicant person place case incidents "
            "acknowledged_on decisions requests panels recommendations outcome appeals "
            "withdrawn closed_on"
        ),
    ),
    "case_review_counting.Count": Fields(plain="complaints people met"),
    "case_review_clocks.Deadline": Fields(plain="clock due done about runs"),
    "case_review_clocks.ReviewClockLine": Fields(
        identifying="applicant", plain="review reference deadline"
    ),
    "case_review_lists.ReviewOrder": Fields(plain="column descending"),
    "case_review_lists.ReviewRow": Fields(
        identifying="applicant behaviour",
        plain="id reference received_on kind state next late case case_reference",
    ),
    "case_review_numbers.Period": Fields(plain="since until"),
    "case_review_numbers.Numbers": Fields(plain="period counts reviews"),
    "meeting_lists.CarriedAction": Fields(plain="action times"),
    "meeting_lists.Missed": Fields(plain="agency people actions"),
    "meeting_lists.Aftermath": Fields(
        plain=("meeting lines attendance agencies agreed carried missed reviewed next_meeting"),
    ),
    "meetings.Meeting": Fields(
        identifying="place chair cancelled_because statement_by",
        plain=(
            "id group on starts length papers_days referral_days state statement_at approved_on"
        ),
    ),
    "meetings.Attendance": Fields(
        identifying="name substitute_for",
        plain="id meeting agency presence",
    ),
    "preflight.CheckLine": Fields(
        identifying="detail",
        plain="check label number item case action agency",
    ),
    "retention.RetentionRule": Fields(plain="id trigger case_kind months source since until"),
    "retention.Stay": Fields(
        identifying="reason",
        plain="id kind about record case made_on until lifted_on",
    ),
    "retention.Event": Fields(
        identifying="label confirm",
        plain="about record case_kind trigger on",
    ),
    "retention.DueRecord": Fields(plain="event rule due stay"),
    "information.LegalBasis": Fields(
        identifying="reason consent_by consent_how", plain="id case basis since"
    ),
    "information.Disclosure": Fields(
        identifying="recipient what why told_by", plain="id case on gateway agency"
    ),
    "attachments.DocumentKind": Fields(plain="id code name since until"),
    "attachments.CopyOut": Fields(identifying="by why for_whom", plain="on"),
    "attachments.Attachment": Fields(
        identifying="title added_by file_name copies",
        plain="id case referral meeting document_kind dated added_on sort size digest",
    ),
    "subject_access.Clarification": Fields(identifying="question", plain="asked_on answered_on"),
    "leaves.Leaf": Fields(identifying="value", plain="path name group identifying"),
    "today.RequestDue": Fields(identifying="person", plain="id reference due stopped"),
    "subject_access.Extension": Fields(identifying="reason", plain="told_on"),
    "subject_access.AccessRequest": Fields(
        identifying="asked_by authority reply_to asks identity_how searched outcome",
        plain=(
            "id reference person kind regime received_on identity_asked_on identity_on "
            "clarifications extension state ended_on digest"
        ),
    ),
    "access_marks.AccessMark": Fields(
        identifying="reason passage", plain="id request spot how exemption"
    ),
    "disposals.Tombstone": Fields(plain="about case_kind groups opened ended reason"),
    "disposals.KindCount": Fields(plain="kind count"),
    "disposals.ReducedEntry": Fields(plain="sequence seal"),
    "disposals.Disposal": Fields(
        identifying="by",
        plain="id number at trigger months source tombstone removed elsewhere entries",
    ),
    "demand.DemandMeasure": Fields(plain="id code name since until"),
    "demand.DemandTrigger": Fields(
        plain="id name measures at_least months caution source since until",
    ),
    "demand.DemandCell": Fields(plain="case measure agency month"),
    "demand.DemandCount": Fields(plain="id case measure agency month count"),
    "demand_change.TriggerMet": Fields(plain="trigger count first last"),
    "demand_change.Window": Fields(plain="first last months known total"),
    "demand_change.RateRatio": Fields(plain="ratio low high"),
    "demand_change.DemandChange": Fields(plain="opened before after ratio over"),
    "addresses.AddressStay": Fields(
        identifying="lines postcode uprn",
        plain="kind ward since until",
    ),
    "agencies.Agency": Fields(
        plain="id name short_name kind standing contacts active",
    ),
    "agencies.Contact": Fields(
        identifying="name email phone",
        plain="post",
    ),
    "alike.Alike": Fields(
        plain="known score why cases",
    ),
    "alike.Known": Fields(
        identifying="names born addresses phones emails",
        plain="kind id",
    ),
    "alike.NamedCase": Fields(
        identifying="title",
        plain="id reference closed",
    ),
    "alike.Sought": Fields(
        identifying="names born address postcode phones emails",
        plain="leave_out",
    ),
    "alike.Whereabout": Fields(
        identifying="lines postcode",
    ),
    "cases.Case": Fields(
        identifying="title problem blocked lead_practitioner risk_reason",
        plain=(
            "id reference kind subject opened focus_areas referred_by lead_agency "
            "risk state resume_to review_due review_every hold external_leads "
            "escalations closures"
        ),
    ),
    "case_facts.Closure": Fields(
        identifying="summary told reopened_because final_demand attempts",
        plain="reason on final_risk receiving_group review_after reopened_on",
    ),
    "closing.Objection": Fields(identifying="text", plain="agency on"),
    "closing.ClosureProposal": Fields(
        identifying="summary proposed_by settled_by",
        plain="id case reason proposed_on meeting objections state settled_on",
    ),
    "closing.HoldCheck": Fields(
        identifying="asked_by finding",
        plain="id case closed_on result answered_on",
    ),
    "leave.Leave": Fields(identifying="words", plain="id since until"),
    "review_load.PlannedReview": Fields(
        identifying="title",
        plain="case reference risk due latest",
    ),
    "review_load.Week": Fields(plain="monday free due"),
    "review_load.ReviewMove": Fields(identifying="title", plain="case reference before after"),
    "case_facts.Escalation": Fields(
        identifying="ask answer",
        plain="to on answered_on",
    ),
    "case_facts.ExternalLead": Fields(
        identifying="reference lead_professional",
        plain="group psg_role since until level next_meeting",
    ),
    "case_facts.Hold": Fields(
        identifying="reason",
        plain="since restart_on",
    ),
    "changes.AuditEntry": Fields(
        identifying="who",
        plain="sequence at batch act kind record case created removed changes",
    ),
    "changes.Changes": Fields(
        plain="batch act touched",
    ),
    "changes.FieldChange": Fields(
        identifying="before after",
        plain="name",
    ),
    "changes.Touched": Fields(
        plain="kind id",
    ),
    "involvements.CaseLink": Fields(
        identifying="nature",
        plain="id case other",
    ),
    "involvements.Involvement": Fields(
        identifying="remark",
        plain="id case party_kind party role since until",
    ),
    "lists.ActionFilter": Fields(
        identifying="words",
        plain="view owners states",
    ),
    "lists.ActionRow": Fields(
        identifying="case_title what officer",
        plain="id case reference owner owner_id due state overdue",
    ),
    "today.AgencyOverdue": Fields(
        plain="agency name actions",
    ),
    "lists.AgencyRow": Fields(
        plain=("id name short_name kind standing active led_cases open_actions overdue_actions"),
    ),
    "lists.CaseFilter": Fields(
        identifying="words",
        plain=(
            "view kinds states risks lead_agencies unassigned focus_areas review_from review_to"
        ),
    ),
    "lists.CasePage": Fields(
        identifying="subject_label",
        plain="case agencies involvements actions reviews notes links",
    ),
    "lists.CaseRow": Fields(
        identifying="title",
        plain=(
            "id reference kind state risk lead_agency review_due open_actions "
            "overdue_actions opened closed_on"
        ),
    ),
    "today.Draft": Fields(
        identifying="text",
        plain="key saved_at",
    ),
    "lists.Found": Fields(
        identifying="label detail",
        plain="kind id case",
    ),
    "today.AssessmentDue": Fields(plain="case due"),
    "today.ClosedAsking": Fields(plain="case closed_on since"),
    "today.GapLine": Fields(
        plain="gap cases total",
    ),
    "lists.InvolvementRow": Fields(
        identifying="label",
        plain="involvement",
    ),
    "lists.LinkedCase": Fields(
        identifying="title nature",
        plain="link case reference",
    ),
    "lists.Page": Fields(
        plain="rows total",
    ),
    "lists.PartyCase": Fields(
        plain="case roles",
    ),
    "lists.PersonRow": Fields(
        identifying="full_name aliases born address",
        plain="id cases open_cases",
    ),
    "lists.PlaceRow": Fields(
        identifying="name address postcode",
        plain="id kind ward ward_name stage cases open_cases",
    ),
    "lists.ProjectRow": Fields(
        identifying="name next_milestone",
        plain="id commissioner starts ends budget_pence next_due next_report ratings cases",
    ),
    "today.Today": Fields(
        plain=(
            "day reviews reviews_total overdue overdue_total drafts gaps quiet "
            "quiet_total next_meeting open_cases "
            "assessments assessments_total closed_asking clocks referrals referrals_total projects "
            "plan_actions recommendations requests case_reviews"
        ),
    ),
    "notes.Note": Fields(
        identifying="text",
        plain="id case happened_on written_at happened_at source basis",
    ),
    "orders.ActionOrder": Fields(
        plain="column descending",
    ),
    "orders.AgencyOrder": Fields(
        plain="column descending",
    ),
    "orders.CaseOrder": Fields(
        plain="column descending",
    ),
    "orders.Order": Fields(
        plain="column descending",
    ),
    "orders.PersonOrder": Fields(
        plain="column descending",
    ),
    "orders.PlaceOrder": Fields(
        plain="column descending",
    ),
    "orders.ProjectOrder": Fields(
        plain="column descending",
    ),
    "packs.AgencyActions": Fields(
        plain="agency actions",
    ),
    "packs.GlanceLine": Fields(
        plain="label figure",
    ),
    "packs.Pack": Fields(
        plain="contents approval",
    ),
    "packs.PackAction": Fields(
        plain="entry what due state overdue",
    ),
    "packs.PackContents": Fields(
        plain="title partnership marking handling meeting_on as_at glance entries actions sample",
    ),
    "packs.PackEntry": Fields(
        plain=(
            "reference kind focus age_band area state risk opened agencies text "
            "done blocked next_review"
        ),
    ),
    "packs.PackStep": Fields(
        plain="month agency what",
    ),
    "partnership.Partnership": Fields(
        plain=(
            "id name district reference_prefix area_level ward_groups marking handling "
            "confidentiality quiet_after_days referral_days sample"
        ),
    ),
    "partnership.WardGroup": Fields(
        plain="name wards",
    ),
    "people.HouseholdMember": Fields(
        identifying="name born",
        plain="relation person",
    ),
    "people.Identifier": Fields(
        identifying="value",
        plain="kind",
    ),
    "people.Person": Fields(
        identifying=(
            "full_name aliases born addresses identifiers phones emails household remarks"
        ),
        plain="id",
    ),
    "places.Place": Fields(
        identifying="name address postcode uprn aliases remarks",
        plain="id kind ward part_of",
    ),
    "merges.Merge": Fields(
        identifying="name was by reason",
        plain="id kind kept merged at batch",
    ),
    "place_ties.PlaceTie": Fields(
        identifying="remark",
        plain="id place person role since until",
    ),
    "place_ties.TieRow": Fields(identifying="label", plain="tie"),
    "priority_areas.PriorityStatus": Fields(
        identifying="evidence decided_by",
        plain="id place stage since",
    ),
    "priority_areas.StageMove": Fields(plain="before after count"),
    "problem_analyses.Baseline": Fields(
        identifying="measure",
        plain="count since until",
    ),
    "problem_analyses.ProblemAnalysis": Fields(
        identifying="objective statement hypothesis finding differently",
        plain="id case baseline responses assess_on assessed_on result count_after",
    ),
    "problem_analyses.Response": Fields(
        identifying="text",
        plain="side",
    ),
    "projects.BudgetLine": Fields(
        plain="source pence in_kind match quarters",
    ),
    "clawbacks.Clawback": Fields(
        identifying="reason",
        plain="id project source pence agreed_on asked_on recovered_on recovered",
    ),
    "funding.Spending": Fields(plain="planned actual unknown"),
    "objectives.Measure": Fields(identifying="what", plain="unit baseline target"),
    "objectives.Objective": Fields(
        identifying="wording",
        plain="id project agreed_on measure revisions",
    ),
    "objectives.ObjectiveRevision": Fields(
        identifying="wording reason agreed_by",
        plain="on target",
    ),
    "project_files.OwedReport": Fields(plain="quarter due report"),
    "project_files.ProjectFile": Fields(
        plain="project objectives reporting reports ratings clawbacks",
    ),
    "project_files.ProjectWait": Fields(
        identifying="name what",
        plain="project clock since quarter pence",
    ),
    "project_ratings.ProjectRating": Fields(
        identifying="reason rated_by",
        plain="id project aspect rag on",
    ),
    "project_reports.ObjectiveProgress": Fields(
        identifying="narrative",
        plain="objective value",
    ),
    "project_reports.ProjectReport": Fields(
        identifying="reported_by note",
        plain="id project quarter due received progress",
    ),
    "project_reports.Reporting": Fields(
        identifying="findings",
        plain="id project first_quarter days final_due final_received",
    ),
    "projects.Milestone": Fields(
        identifying="what",
        plain="due reached moves",
    ),
    "projects.MilestoneMove": Fields(
        identifying="reason",
        plain="was to on",
    ),
    "projects.QuarterMoney": Fields(plain="quarter planned actual"),
    "projects.Project": Fields(
        identifying="name objective remarks",
        plain="id commissioner starts ends budget milestones",
    ),
    "referral_facts.LimbAnswer": Fields(
        identifying="reason",
        plain="limb met",
    ),
    "referral_facts.ReferralDecision": Fields(
        identifying="reason decided_by told",
        plain="outcome limbs on forum sent_on acknowledged_on told_on",
    ),
    "referral_facts.Returned": Fields(
        identifying="missing",
        plain="on chase_on",
    ),
    "referral_lists.ReferralFilter": Fields(
        identifying="words",
        plain="view kinds states urgencies outcomes",
    ),
    "referral_lists.ReferralOrder": Fields(
        plain="column descending",
    ),
    "referral_lists.ReferralRow": Fields(
        identifying="name problem",
        plain=(
            "id reference received_on kind urgency referred_by state outcome days late "
            "chase_on case case_reference"
        ),
    ),
    "referrals.Referral": Fields(
        identifying=(
            "name aliases born address postcode phones children problem tried risk_reason "
            "awareness_reason asks referrer contact"
        ),
        plain=(
            "id reference received_on kind route subject urgency awareness referred_by earlier "
            "state returned decision case"
        ),
    ),
    "reference_rows.ThresholdLimb": Fields(
        plain="id code name prompt since until",
    ),
    "reference_rows.ClosureReason": Fields(
        plain="id code name needs_group review_after_days prompt since until",
    ),
    "reference_rows.FocusArea": Fields(
        plain="id code name group sensitive since until",
    ),
    "reference_rows.ReviewInterval": Fields(
        plain="id risk days since until",
    ),
    "refusals.FieldProblem": Fields(
        plain="field problem",
    ),
    "releases.GroupText": Fields(
        identifying="text accepted_by",
        plain="id case part source accepted_at",
    ),
    "releases.Release": Fields(
        identifying="released_by",
        plain="id kind meeting_on released_at cases digest version",
    ),
    "releases.ReleasedCase": Fields(
        plain="case reference",
    ),
    "risk_assessments.GivenAnswer": Fields(
        identifying="answer",
        plain="question points highest",
    ),
    "risk_assessments.RiskAssessment": Fields(
        identifying="answers override_reason assessor note",
        plain=(
            "id case instrument instrument_name instrument_version score highest band override "
            "made_on due_again"
        ),
    ),
    "risk_assessments.Sitting": Fields(
        identifying="assessor override_reason note",
        plain="made_on override due_again",
    ),
    "risk_assessments.Trend": Fields(
        plain="level score latest before",
    ),
    "risk_instruments.RiskAnswer": Fields(
        plain="words points",
    ),
    "risk_instruments.RiskBand": Fields(
        plain="level begins",
    ),
    "risk_instruments.RiskInstrument": Fields(
        plain="id code name version example remarks kinds questions bands proposals since until",
    ),
    "risk_instruments.RiskProposal": Fields(
        plain="level what days",
    ),
    "risk_instruments.RiskQuestion": Fields(
        plain="key words hint answers optional",
    ),
    "reviews.Review": Fields(
        identifying="decision",
        plain="id case held_on meeting next_due risk",
    ),
    "intervention_clocks.Proposal": Fields(
        plain="kind target_kind day age starts expires earlier",
    ),
    "intervention_clocks.Running": Fields(
        plain="clock day",
    ),
    "intervention_facts.Appeal": Fields(
        plain="lodged by outcome decided",
    ),
    "intervention_facts.Breach": Fields(
        identifying="evidence reported_to action",
        plain="on",
    ),
    "intervention_facts.ReviewHeld": Fields(
        identifying="outcome",
        plain="on",
    ),
    "intervention_kinds.InterventionKind": Fields(
        plain=(
            "id code name short_name family aim jurisdiction minimum_age age_is_law issuers "
            "usual usual_under_18 longest longest_under_18 review_every review_every_under_18 "
            "one_off after appeal_days breach caveat source commenced since until"
        ),
    ),
    "intervention_kinds.KindFacts": Fields(
        plain="row name short_name family breach review_every appeal_days one_off",
    ),
    "intervention_kinds.Length": Fields(
        plain="count unit",
    ),
    "intervention_lists.ClockLine": Fields(
        identifying="case_title target",
        plain="running intervention case reference short_name case_closed",
    ),
    "intervention_lists.HeldIntervention": Fields(
        identifying="target",
        plain="intervention agency renewed",
    ),
    "intervention_lists.InterventionRow": Fields(
        identifying="case_title target",
        plain=(
            "id case reference code name short_name family target_kind target_id agency "
            "served_on starts expires standing next_review breaches unanswered renewed"
        ),
    ),
    "intervention_lists.KindCount": Fields(
        plain="code name family issued live breached expired",
    ),
    "intervention_lists.RegisterFilter": Fields(
        identifying="words areas",
        plain="view kinds agencies target case",
    ),
    "intervention_lists.RegisterOrder": Fields(
        plain="column descending",
    ),
    "interventions.Intervention": Fields(
        identifying="area officer reference reason conditions end_reason",
        plain=(
            "id case kind facts target_kind target agency state served_on starts expires "
            "reviews breaches appeal ended renews"
        ),
    ),
    "plan.Plan": Fields(identifying="agreed_by remarks", plain="id year agreed_on"),
    "plan.Judgement": Fields(identifying="reason by", plain="on rag"),
    "plan.PlanPriority": Fields(
        identifying="name objective lead_officer",
        plain="id plan position lead_agency focus_areas judgements",
    ),
    "plan.PlanAction": Fields(
        identifying="what officer progress",
        plain="id priority agency due ended given_up carried_to",
    ),
    "plan.PlanLink": Fields(plain="id priority case project since"),
    "plan_measures.Figure": Fields(identifying="period source", plain="value on"),
    "plan_measures.Change": Fields(plain="course by share"),
    "plan_measures.PlanMeasure": Fields(
        identifying="name",
        plain="id priority scope unit better baseline target readings",
    ),
    "death_reviews.DeathReview": Fields(identifying="title", plain="id kind reference stage since"),
    "death_reviews.Step": Fields(identifying="what", plain="due reached"),
    "death_reviews.Recommendation": Fields(
        identifying="text owner evidence",
        plain="id review number agency made_on due sent acknowledged steps done",
    ),
    "death_reviews.RecommendationDue": Fields(plain="reference recommendation agency"),
    "plan_lists.ServedCounts": Fields(plain="cases open_cases projects"),
    "plan_lists.ServingCase": Fields(identifying="title", plain="link case reference state"),
    "plan_lists.ServingProject": Fields(identifying="name", plain="link project ends"),
    "plan_lists.PriorityOverview": Fields(plain="priority counts actions measures proposed"),
    "plan_lists.PlanPage": Fields(plain="plan priorities agencies"),
    "plan_lists.PriorityPage": Fields(
        plain="plan overview cases projects proposals agencies focus_areas"
    ),
    "plan_lists.Serving": Fields(identifying="earlier", plain="plan served proposed others"),
    "plan_lists.PlanActionDue": Fields(identifying="name", plain="action priority agency"),
    "statistics.asked.Asked": Fields(plain="measure period breakdowns"),
    "statistics.breakdowns.Breakdown": Fields(plain="code label categories"),
    "statistics.breakdowns.Catalogue": Fields(plain="breakdowns"),
    "statistics.breakdowns.Category": Fields(plain="code label codes"),
    "statistics.cells.Cell": Fields(plain="measure quarters where"),
    "statistics.cells.Line": Fields(plain="cells"),
    "statistics.counted.Counted": Fields(plain="population keys"),
    "statistics.displays.Shown": Fields(plain="number low high"),
    "statistics.happenings.Happening": Fields(plain="code when stock"),
    "statistics.histories.Event": Fields(plain="measure details"),
    "statistics.histories.History": Fields(plain="standings"),
    "statistics.histories.Population": Fields(
        plain="code variables quarters histories derived possible"
    ),
    "statistics.histories.Standing": Fields(plain="traits events"),
    "statistics.interventions.InterventionFacts": Fields(
        plain="traits state served starts expires ended one_off breaches"
    ),
    "statistics.laying_out.Slot": Fields(plain="heading measure period where parts_of"),
    "statistics.corrections.Pointing": Fields(identifying="words", plain="why"),
    "statistics.corrections.StatisticsCorrection": Fields(
        identifying="said_by text", plain="id release said_on"
    ),
    "statistics.ledger.LedgerEntry": Fields(
        identifying="published_by content units withdrawn_because demand",
        plain="id period published_at data_on digest rule solver examined narrowest earlier "
        "withdrawn_on about",
    ),
    "statistics.magnitudes.Part": Fields(plain="unit before after"),
    "statistics.magnitudes.PublishedCohort": Fields(
        identifying="parts", plain="measure name opened_by cases before after"
    ),
    "statistics.matters.MatterFacts": Fields(plain="traits referral spells"),
    "statistics.matters.ReferralFacts": Fields(plain="received_on decided_on outcome touched"),
    "statistics.measures.Measure": Fields(
        plain="code population unit source counts of at_start breakdowns"
    ),
    "statistics.open_figures.OpenFigures": Fields(
        plain="projects ratings money case_reviews recommendations areas moves"
    ),
    "statistics.open_figures.ProjectMoney": Fields(identifying="project", plain="spending match"),
    "statistics.openness.Spell": Fields(
        plain="opened again closed reason final_risk ask_on answered_on answer"
    ),
    "statistics.published.Certificate": Fields(
        plain="rule solver examined narrowest ledger digest",
    ),
    "statistics.published.PublishedTable": Fields(
        plain="table shown rule totals_rule mixed",
    ),
    "statistics.published.StatisticsRelease": Fields(
        identifying="published_by",
        plain="id period published_at data_on tables certificate withdrawn_on withdrawn_because "
        "about cohorts",
    ),
    "statistics.periods.Period": Fields(plain="kind last_quarter"),
    "statistics.tables.Heading": Fields(plain="code label"),
    "statistics.tables.Table": Fields(
        plain="code population title unit period row_header rows columns cells lines"
    ),
    "statistics.work.ActionFacts": Fields(plain="traits due ended state"),
    "statistics.work.ReviewFacts": Fields(plain="traits due held spells"),
    "area_proposals.Flags": Fields(plain="ward leading rising led_before"),
    "area_proposals.Issue": Fields(plain="category figure"),
    "area_proposals.Proposal": Fields(plain="quarter flags stage now"),
    "area_proposals.Stood": Fields(plain="stage since"),
    "ward_boundaries.WardBoundary": Fields(
        plain="id code name rings district source digest taken_in"
    ),
    "police_counts.AreaCounts": Fields(plain="ward area counts"),
    "police_counts.CategoryCount": Fields(plain="category count"),
    "police_counts.MonthKey": Fields(plain="kind month force"),
    "police_counts.PoliceMonth": Fields(
        plain="id kind month force areas unplaced outside unmatched source digest taken_in"
    ),
    "police_review.Recorded": Fields(plain="wards categories months counts"),
    "police_review.WardFigure": Fields(plain="ward count before rate leading change"),
}
