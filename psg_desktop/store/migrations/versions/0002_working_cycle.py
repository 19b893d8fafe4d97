"""The tables of the working cycle: from referral to whether it held."""

from alembic import op

revision = "0002"
down_revision = "0001"

STEPS = (
    """
    CREATE TABLE action_templates (
        id TEXT NOT NULL,
        focus_area TEXT NOT NULL,
        what TEXT NOT NULL,
        owner_kind TEXT,
        days INTEGER NOT NULL,
        since TEXT,
        until TEXT,
        CONSTRAINT pk_action_templates PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE demand_measures (
        id TEXT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        since TEXT,
        until TEXT,
        CONSTRAINT pk_demand_measures PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE demand_triggers (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        measures TEXT NOT NULL,
        at_least INTEGER NOT NULL,
        months INTEGER NOT NULL,
        caution TEXT NOT NULL,
        source TEXT NOT NULL,
        since TEXT,
        until TEXT,
        CONSTRAINT pk_demand_triggers PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE disposals (
        id TEXT NOT NULL,
        number TEXT NOT NULL,
        at TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "trigger" TEXT NOT NULL,
        months INTEGER NOT NULL,
        source TEXT NOT NULL,
        tombstone TEXT NOT NULL,
        removed TEXT NOT NULL,
        elsewhere INTEGER NOT NULL,
        entries TEXT NOT NULL,
        CONSTRAINT pk_disposals PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE intervention_kinds (
        id TEXT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        short_name TEXT NOT NULL,
        family TEXT NOT NULL,
        aim TEXT NOT NULL,
        jurisdiction TEXT NOT NULL,
        minimum_age INTEGER,
        age_is_law BOOLEAN NOT NULL,
        issuers TEXT NOT NULL,
        usual TEXT,
        usual_under_18 TEXT,
        longest TEXT,
        longest_under_18 TEXT,
        review_every INTEGER,
        review_every_under_18 INTEGER,
        one_off BOOLEAN NOT NULL,
        "after" TEXT NOT NULL,
        appeal_days INTEGER,
        breach TEXT NOT NULL,
        caveat TEXT NOT NULL,
        source TEXT NOT NULL,
        commenced BOOLEAN NOT NULL,
        since TEXT,
        until TEXT,
        CONSTRAINT pk_intervention_kinds PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE leaves (
        id TEXT NOT NULL,
        since TEXT NOT NULL,
        until TEXT NOT NULL,
        words TEXT NOT NULL,
        CONSTRAINT pk_leaves PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE meetings (
        id TEXT NOT NULL,
        "group" TEXT NOT NULL,
        "on" TEXT NOT NULL,
        starts TEXT,
        length INTEGER NOT NULL,
        place TEXT NOT NULL,
        chair TEXT NOT NULL,
        papers_days INTEGER NOT NULL,
        referral_days INTEGER NOT NULL,
        state TEXT NOT NULL,
        cancelled_because TEXT NOT NULL,
        statement_by TEXT NOT NULL,
        statement_at TEXT,
        approved_on TEXT,
        CONSTRAINT pk_meetings PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX ix_meetings_group_on ON meetings ("group", "on")
    """,
    """
    CREATE TABLE merges (
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        kept TEXT NOT NULL,
        merged TEXT NOT NULL,
        name TEXT NOT NULL,
        was TEXT NOT NULL,
        at TEXT NOT NULL,
        "by" TEXT NOT NULL,
        reason TEXT NOT NULL,
        batch TEXT NOT NULL,
        CONSTRAINT pk_merges PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX ix_merges_kept ON merges (kept)
    """,
    """
    ALTER TABLE "partnership" ADD COLUMN confidentiality TEXT DEFAULT '' NOT NULL
    """,
    """
    ALTER TABLE "partnership" ADD COLUMN referral_days INTEGER DEFAULT '10' NOT NULL
    """,
    """
    ALTER TABLE "places" ADD COLUMN aliases TEXT DEFAULT '[]' NOT NULL
    """,
    """
    ALTER TABLE "places" ADD COLUMN part_of TEXT
    """,
    """
    CREATE TABLE reductions (
        sequence INTEGER NOT NULL,
        disposal TEXT NOT NULL,
        CONSTRAINT pk_reductions PRIMARY KEY (sequence)
    )
    """,
    """
    CREATE TABLE retention_rules (
        id TEXT NOT NULL,
        "trigger" TEXT NOT NULL,
        case_kind TEXT,
        months INTEGER NOT NULL,
        source TEXT NOT NULL,
        since TEXT,
        until TEXT,
        CONSTRAINT pk_retention_rules PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE risk_instruments (
        id TEXT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        version INTEGER NOT NULL,
        example BOOLEAN NOT NULL,
        remarks TEXT NOT NULL,
        kinds TEXT NOT NULL,
        questions TEXT NOT NULL,
        bands TEXT NOT NULL,
        proposals TEXT NOT NULL,
        since TEXT,
        until TEXT,
        CONSTRAINT pk_risk_instruments PRIMARY KEY (id),
        CONSTRAINT uq_risk_instruments_code_version UNIQUE (code, version)
    )
    """,
    """
    CREATE TABLE threshold_limbs (
        id TEXT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        prompt TEXT NOT NULL,
        since TEXT,
        until TEXT,
        CONSTRAINT pk_threshold_limbs PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE action_sheets (
        id TEXT NOT NULL,
        agency TEXT NOT NULL,
        made_at TEXT NOT NULL,
        made_by TEXT NOT NULL,
        actions TEXT NOT NULL,
        digest TEXT NOT NULL,
        CONSTRAINT pk_action_sheets PRIMARY KEY (id),
        CONSTRAINT fk_action_sheets_agency_agencies FOREIGN KEY(agency) REFERENCES agencies (id)
    )
    """,
    """
    CREATE INDEX ix_action_sheets_agency ON action_sheets (agency)
    """,
    """
    CREATE TABLE attendances (
        id TEXT NOT NULL,
        meeting TEXT NOT NULL,
        agency TEXT,
        name TEXT NOT NULL,
        presence TEXT NOT NULL,
        substitute_for TEXT NOT NULL,
        CONSTRAINT pk_attendances PRIMARY KEY (id),
        CONSTRAINT fk_attendances_meeting_meetings FOREIGN KEY(meeting) REFERENCES meetings (id),
        CONSTRAINT fk_attendances_agency_agencies FOREIGN KEY(agency) REFERENCES agencies (id)
    )
    """,
    """
    CREATE INDEX ix_attendances_agency ON attendances (agency)
    """,
    """
    CREATE INDEX ix_attendances_meeting ON attendances (meeting)
    """,
    """
    CREATE TABLE place_ties (
        id TEXT NOT NULL,
        place TEXT NOT NULL,
        person TEXT NOT NULL,
        role TEXT NOT NULL,
        since TEXT,
        until TEXT,
        remark TEXT NOT NULL,
        CONSTRAINT pk_place_ties PRIMARY KEY (id),
        CONSTRAINT fk_place_ties_place_places FOREIGN KEY(place) REFERENCES places (id),
        CONSTRAINT fk_place_ties_person_people FOREIGN KEY(person) REFERENCES people (id)
    )
    """,
    """
    CREATE INDEX ix_place_ties_person ON place_ties (person)
    """,
    """
    CREATE INDEX ix_place_ties_place ON place_ties (place)
    """,
    """
    CREATE TABLE priority_statuses (
        id TEXT NOT NULL,
        place TEXT NOT NULL,
        stage TEXT NOT NULL,
        since TEXT NOT NULL,
        evidence TEXT NOT NULL,
        decided_by TEXT NOT NULL,
        CONSTRAINT pk_priority_statuses PRIMARY KEY (id),
        CONSTRAINT fk_priority_statuses_place_places FOREIGN KEY(place) REFERENCES places (id)
    )
    """,
    """
    CREATE INDEX ix_priority_statuses_place_since ON priority_statuses (place, since)
    """,
    """
    CREATE TABLE agenda_items (
        id TEXT NOT NULL,
        meeting TEXT NOT NULL,
        kind TEXT NOT NULL,
        position INTEGER NOT NULL,
        "case" TEXT,
        about TEXT,
        title TEXT NOT NULL,
        ask TEXT NOT NULL,
        minutes INTEGER NOT NULL,
        pinned BOOLEAN NOT NULL,
        state TEXT NOT NULL,
        decision TEXT NOT NULL,
        actions TEXT NOT NULL,
        review TEXT,
        CONSTRAINT pk_agenda_items PRIMARY KEY (id),
        CONSTRAINT fk_agenda_items_meeting_meetings FOREIGN KEY(meeting) REFERENCES meetings (id),
        CONSTRAINT fk_agenda_items_case_cases FOREIGN KEY("case") REFERENCES cases (id)
    )
    """,
    """
    CREATE INDEX ix_agenda_items_case ON agenda_items ("case")
    """,
    """
    CREATE INDEX ix_agenda_items_meeting_position ON agenda_items (meeting, position)
    """,
    """
    CREATE TABLE closure_proposals (
        id TEXT NOT NULL,
        "case" TEXT NOT NULL,
        reason TEXT NOT NULL,
        summary TEXT NOT NULL,
        proposed_on TEXT NOT NULL,
        proposed_by TEXT NOT NULL,
        meeting TEXT NOT NULL,
        objections TEXT NOT NULL,
        state TEXT NOT NULL,
        settled_on TEXT,
        settled_by TEXT NOT NULL,
        CONSTRAINT pk_closure_proposals PRIMARY KEY (id),
        CONSTRAINT fk_closure_proposals_case_cases FOREIGN KEY("case") REFERENCES cases (id)
    )
    """,
    """
    CREATE INDEX ix_closure_proposals_case ON closure_proposals ("case")
    """,
    """
    CREATE INDEX ix_closure_proposals_state ON closure_proposals (state)
    """,
    """
    CREATE TABLE demand_counts (
        id TEXT NOT NULL,
        "case" TEXT NOT NULL,
        measure TEXT NOT NULL,
        agency TEXT,
        month TEXT NOT NULL,
        count INTEGER NOT NULL,
        CONSTRAINT pk_demand_counts PRIMARY KEY (id),
        CONSTRAINT fk_demand_counts_case_cases FOREIGN KEY("case") REFERENCES cases (id),
        CONSTRAINT fk_demand_counts_agency_agencies FOREIGN KEY(agency) REFERENCES agencies (id)
    )
    """,
    """
    CREATE INDEX ix_demand_counts_case ON demand_counts ("case")
    """,
    """
    CREATE INDEX ix_demand_counts_measure ON demand_counts (measure)
    """,
    """
    CREATE TABLE disclosures (
        id TEXT NOT NULL,
        "case" TEXT NOT NULL,
        "on" TEXT NOT NULL,
        gateway TEXT NOT NULL,
        agency TEXT,
        recipient TEXT NOT NULL,
        what TEXT NOT NULL,
        why TEXT NOT NULL,
        told_by TEXT NOT NULL,
        CONSTRAINT pk_disclosures PRIMARY KEY (id),
        CONSTRAINT fk_disclosures_case_cases FOREIGN KEY("case") REFERENCES cases (id),
        CONSTRAINT fk_disclosures_agency_agencies FOREIGN KEY(agency) REFERENCES agencies (id)
    )
    """,
    """
    CREATE INDEX ix_disclosures_agency ON disclosures (agency)
    """,
    """
    CREATE INDEX ix_disclosures_case ON disclosures ("case")
    """,
    """
    CREATE TABLE hold_checks (
        id TEXT NOT NULL,
        "case" TEXT NOT NULL,
        closed_on TEXT NOT NULL,
        result TEXT NOT NULL,
        answered_on TEXT NOT NULL,
        asked_by TEXT NOT NULL,
        finding TEXT NOT NULL,
        CONSTRAINT pk_hold_checks PRIMARY KEY (id),
        CONSTRAINT fk_hold_checks_case_cases FOREIGN KEY("case") REFERENCES cases (id)
    )
    """,
    """
    CREATE INDEX ix_hold_checks_case ON hold_checks ("case")
    """,
    """
    CREATE TABLE interventions (
        id TEXT NOT NULL,
        "case" TEXT NOT NULL,
        kind TEXT NOT NULL,
        facts TEXT NOT NULL,
        target_kind TEXT NOT NULL,
        target TEXT,
        area TEXT NOT NULL,
        agency TEXT,
        officer TEXT NOT NULL,
        reference TEXT NOT NULL,
        reason TEXT NOT NULL,
        state TEXT NOT NULL,
        served_on TEXT,
        starts TEXT,
        expires TEXT,
        conditions TEXT NOT NULL,
        reviews TEXT NOT NULL,
        breaches TEXT NOT NULL,
        appeal TEXT,
        ended TEXT,
        end_reason TEXT NOT NULL,
        renews TEXT,
        name TEXT NOT NULL,
        short_name TEXT NOT NULL,
        family TEXT NOT NULL,
        one_off INTEGER NOT NULL,
        next_review TEXT,
        appeal_until TEXT,
        appealed_on TEXT,
        unanswered_since TEXT,
        breach_count INTEGER NOT NULL,
        unanswered_count INTEGER NOT NULL,
        CONSTRAINT pk_interventions PRIMARY KEY (id),
        CONSTRAINT fk_interventions_case_cases FOREIGN KEY("case") REFERENCES cases (id),
        CONSTRAINT fk_interventions_agency_agencies FOREIGN KEY(agency) REFERENCES agencies (id)
    )
    """,
    """
    CREATE INDEX ix_interventions_agency ON interventions (agency)
    """,
    """
    CREATE INDEX ix_interventions_case ON interventions ("case")
    """,
    """
    CREATE INDEX ix_interventions_kind ON interventions (kind)
    """,
    """
    CREATE INDEX ix_interventions_renews ON interventions (renews)
    """,
    """
    CREATE INDEX ix_interventions_state_expires ON interventions (state, expires)
    """,
    """
    CREATE INDEX ix_interventions_target ON interventions (target)
    """,
    """
    CREATE TABLE legal_bases (
        id TEXT NOT NULL,
        "case" TEXT NOT NULL,
        basis TEXT NOT NULL,
        since TEXT NOT NULL,
        reason TEXT NOT NULL,
        consent_by TEXT NOT NULL,
        consent_how TEXT NOT NULL,
        CONSTRAINT pk_legal_bases PRIMARY KEY (id),
        CONSTRAINT fk_legal_bases_case_cases FOREIGN KEY("case") REFERENCES cases (id)
    )
    """,
    """
    CREATE INDEX ix_legal_bases_case ON legal_bases ("case")
    """,
    """
    CREATE TABLE problem_analyses (
        id TEXT NOT NULL,
        "case" TEXT NOT NULL,
        objective TEXT NOT NULL,
        statement TEXT NOT NULL,
        baseline TEXT NOT NULL,
        hypothesis TEXT NOT NULL,
        responses TEXT NOT NULL,
        assess_on TEXT,
        assessed_on TEXT,
        result TEXT,
        count_after INTEGER,
        finding TEXT NOT NULL,
        differently TEXT NOT NULL,
        CONSTRAINT pk_problem_analyses PRIMARY KEY (id),
        CONSTRAINT fk_problem_analyses_case_cases FOREIGN KEY("case") REFERENCES cases (id)
    )
    """,
    """
    CREATE INDEX ix_problem_analyses_assess_on ON problem_analyses (assess_on)
    """,
    """
    CREATE INDEX ix_problem_analyses_case ON problem_analyses ("case")
    """,
    """
    CREATE TABLE referrals (
        id TEXT NOT NULL,
        reference TEXT NOT NULL,
        received_on TEXT NOT NULL,
        kind TEXT NOT NULL,
        route TEXT NOT NULL,
        subject TEXT,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        aliases TEXT NOT NULL,
        born TEXT,
        address TEXT NOT NULL,
        postcode TEXT NOT NULL,
        phones TEXT NOT NULL,
        children TEXT NOT NULL,
        problem TEXT NOT NULL,
        tried TEXT NOT NULL,
        urgency TEXT,
        risk_reason TEXT NOT NULL,
        awareness TEXT,
        awareness_reason TEXT NOT NULL,
        asks TEXT NOT NULL,
        referred_by TEXT,
        referrer TEXT NOT NULL,
        contact TEXT NOT NULL,
        earlier TEXT,
        state TEXT NOT NULL,
        returned TEXT,
        decision TEXT,
        "case" TEXT,
        outcome TEXT,
        decided_on TEXT,
        chase_on TEXT,
        CONSTRAINT pk_referrals PRIMARY KEY (id),
        CONSTRAINT fk_referrals_referred_by_agencies FOREIGN KEY(referred_by)
            REFERENCES agencies (id),
        CONSTRAINT fk_referrals_case_cases FOREIGN KEY("case") REFERENCES cases (id)
    )
    """,
    """
    CREATE INDEX ix_referrals_case ON referrals ("case")
    """,
    """
    CREATE INDEX ix_referrals_decided_on ON referrals (decided_on)
    """,
    """
    CREATE INDEX ix_referrals_name_key ON referrals (name_key)
    """,
    """
    CREATE INDEX ix_referrals_state_received_on ON referrals (state, received_on)
    """,
    """
    CREATE INDEX ix_referrals_subject ON referrals (subject)
    """,
    """
    CREATE TABLE risk_assessments (
        id TEXT NOT NULL,
        "case" TEXT NOT NULL,
        instrument TEXT NOT NULL,
        instrument_name TEXT NOT NULL,
        instrument_version INTEGER NOT NULL,
        answers TEXT NOT NULL,
        score INTEGER NOT NULL,
        highest INTEGER NOT NULL,
        band TEXT NOT NULL,
        override TEXT,
        override_reason TEXT NOT NULL,
        assessor TEXT NOT NULL,
        made_on TEXT NOT NULL,
        due_again TEXT,
        note TEXT NOT NULL,
        CONSTRAINT pk_risk_assessments PRIMARY KEY (id),
        CONSTRAINT fk_risk_assessments_case_cases FOREIGN KEY("case") REFERENCES cases (id),
        CONSTRAINT fk_risk_assessments_instrument_risk_instruments FOREIGN KEY(instrument)
            REFERENCES risk_instruments (id)
    )
    """,
    """
    CREATE INDEX ix_risk_assessments_case_made_on ON risk_assessments ("case", made_on)
    """,
    """
    CREATE INDEX ix_risk_assessments_due_again ON risk_assessments (due_again)
    """,
    """
    CREATE INDEX ix_risk_assessments_instrument ON risk_assessments (instrument)
    """,
    """
    CREATE TABLE stays (
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        about TEXT NOT NULL,
        record TEXT NOT NULL,
        "case" TEXT,
        reason TEXT NOT NULL,
        made_on TEXT NOT NULL,
        until TEXT,
        lifted_on TEXT,
        CONSTRAINT pk_stays PRIMARY KEY (id),
        CONSTRAINT fk_stays_case_cases FOREIGN KEY("case") REFERENCES cases (id)
    )
    """,
    """
    CREATE INDEX ix_stays_case ON stays ("case")
    """,
    """
    CREATE INDEX ix_stays_record ON stays (record)
    """,
)


def upgrade() -> None:
    """Make the tables and columns."""
    for step in STEPS:
        op.execute(step)
