"""The tables of projects, the partnership's plan, case reviews, support and documents."""

from alembic import op

revision = "0003"
down_revision = "0002"

STEPS = (
    """
    CREATE TABLE attachment_pieces (
        attachment TEXT NOT NULL,
        number INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        CONSTRAINT pk_attachment_pieces PRIMARY KEY (attachment, number)
    )
    """,
    """
    CREATE TABLE death_reviews (
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        reference TEXT NOT NULL,
        title TEXT NOT NULL,
        stage TEXT NOT NULL,
        since TEXT NOT NULL,
        CONSTRAINT pk_death_reviews PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE document_kinds (
        id TEXT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        since TEXT,
        until TEXT,
        CONSTRAINT pk_document_kinds PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE plans (
        id TEXT NOT NULL,
        year INTEGER NOT NULL,
        agreed_on TEXT,
        agreed_by TEXT NOT NULL,
        remarks TEXT NOT NULL,
        CONSTRAINT pk_plans PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE review_thresholds (
        id TEXT NOT NULL,
        complaints INTEGER NOT NULL,
        months INTEGER NOT NULL,
        report_months INTEGER NOT NULL,
        people INTEGER,
        source TEXT NOT NULL,
        since TEXT,
        until TEXT,
        CONSTRAINT pk_review_thresholds PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE review_times (
        id TEXT NOT NULL,
        step TEXT NOT NULL,
        days INTEGER NOT NULL,
        counted_from TEXT NOT NULL,
        source TEXT NOT NULL,
        since TEXT,
        until TEXT,
        CONSTRAINT pk_review_times PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE support_codes (
        id TEXT NOT NULL,
        purpose TEXT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        since TEXT,
        until TEXT,
        CONSTRAINT pk_support_codes PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE access_requests (
        id TEXT NOT NULL,
        reference TEXT NOT NULL,
        person TEXT NOT NULL,
        kind TEXT NOT NULL,
        regime TEXT NOT NULL,
        received_on TEXT NOT NULL,
        asked_by TEXT NOT NULL,
        authority TEXT NOT NULL,
        reply_to TEXT NOT NULL,
        asks TEXT NOT NULL,
        identity_asked_on TEXT,
        identity_on TEXT,
        identity_how TEXT NOT NULL,
        clarifications TEXT NOT NULL,
        extension TEXT,
        searched TEXT NOT NULL,
        state TEXT NOT NULL,
        ended_on TEXT,
        outcome TEXT NOT NULL,
        digest TEXT NOT NULL,
        CONSTRAINT pk_access_requests PRIMARY KEY (id),
        CONSTRAINT fk_access_requests_person_people FOREIGN KEY(person) REFERENCES people (id)
    )
    """,
    """
    CREATE INDEX ix_access_requests_person ON access_requests (person)
    """,
    """
    CREATE TABLE clawbacks (
        id TEXT NOT NULL,
        project TEXT NOT NULL,
        source TEXT NOT NULL,
        pence INTEGER NOT NULL,
        reason TEXT NOT NULL,
        agreed_on TEXT NOT NULL,
        asked_on TEXT,
        recovered_on TEXT,
        recovered INTEGER NOT NULL,
        CONSTRAINT pk_clawbacks PRIMARY KEY (id),
        CONSTRAINT fk_clawbacks_project_projects FOREIGN KEY(project) REFERENCES projects (id)
    )
    """,
    """
    CREATE INDEX ix_clawbacks_project ON clawbacks (project)
    """,
    """
    CREATE TABLE objectives (
        id TEXT NOT NULL,
        project TEXT NOT NULL,
        agreed_on TEXT NOT NULL,
        wording TEXT NOT NULL,
        measure TEXT NOT NULL,
        revisions TEXT NOT NULL,
        CONSTRAINT pk_objectives PRIMARY KEY (id),
        CONSTRAINT fk_objectives_project_projects FOREIGN KEY(project) REFERENCES projects (id)
    )
    """,
    """
    CREATE INDEX ix_objectives_project ON objectives (project)
    """,
    """
    CREATE TABLE plan_priorities (
        id TEXT NOT NULL,
        "plan" TEXT NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        objective TEXT NOT NULL,
        lead_agency TEXT,
        lead_officer TEXT NOT NULL,
        focus_areas TEXT NOT NULL,
        judgements TEXT NOT NULL,
        CONSTRAINT pk_plan_priorities PRIMARY KEY (id),
        CONSTRAINT fk_plan_priorities_plan_plans FOREIGN KEY("plan") REFERENCES plans (id),
        CONSTRAINT fk_plan_priorities_lead_agency_agencies FOREIGN KEY(lead_agency)
            REFERENCES agencies (id)
    )
    """,
    """
    CREATE INDEX ix_plan_priorities_plan ON plan_priorities ("plan")
    """,
    """
    CREATE TABLE project_ratings (
        id TEXT NOT NULL,
        project TEXT NOT NULL,
        aspect TEXT NOT NULL,
        rag TEXT NOT NULL,
        "on" TEXT NOT NULL,
        reason TEXT NOT NULL,
        rated_by TEXT NOT NULL,
        CONSTRAINT pk_project_ratings PRIMARY KEY (id),
        CONSTRAINT fk_project_ratings_project_projects FOREIGN KEY(project) REFERENCES projects (id)
    )
    """,
    """
    CREATE INDEX ix_project_ratings_project_on ON project_ratings (project, "on")
    """,
    """
    CREATE TABLE project_reports (
        id TEXT NOT NULL,
        project TEXT NOT NULL,
        quarter TEXT NOT NULL,
        due TEXT NOT NULL,
        received TEXT NOT NULL,
        reported_by TEXT NOT NULL,
        progress TEXT NOT NULL,
        note TEXT NOT NULL,
        CONSTRAINT pk_project_reports PRIMARY KEY (id),
        CONSTRAINT fk_project_reports_project_projects FOREIGN KEY(project) REFERENCES projects (id)
    )
    """,
    """
    CREATE INDEX ix_project_reports_project_quarter ON project_reports (project, quarter)
    """,
    """
    CREATE TABLE recommendations (
        id TEXT NOT NULL,
        review TEXT NOT NULL,
        number TEXT NOT NULL,
        text TEXT NOT NULL,
        agency TEXT NOT NULL,
        made_on TEXT NOT NULL,
        due TEXT NOT NULL,
        sent TEXT,
        acknowledged TEXT,
        owner TEXT NOT NULL,
        steps TEXT NOT NULL,
        evidence TEXT NOT NULL,
        done TEXT,
        CONSTRAINT pk_recommendations PRIMARY KEY (id),
        CONSTRAINT fk_recommendations_review_death_reviews FOREIGN KEY(review)
            REFERENCES death_reviews (id),
        CONSTRAINT fk_recommendations_agency_agencies FOREIGN KEY(agency) REFERENCES agencies (id)
    )
    """,
    """
    CREATE INDEX ix_recommendations_done_due ON recommendations (done, due)
    """,
    """
    CREATE INDEX ix_recommendations_review ON recommendations (review)
    """,
    """
    CREATE TABLE reportings (
        id TEXT NOT NULL,
        project TEXT NOT NULL,
        first_quarter TEXT,
        days INTEGER NOT NULL,
        final_due TEXT,
        final_received TEXT,
        findings TEXT NOT NULL,
        CONSTRAINT pk_reportings PRIMARY KEY (id),
        CONSTRAINT fk_reportings_project_projects FOREIGN KEY(project) REFERENCES projects (id)
    )
    """,
    """
    CREATE INDEX ix_reportings_project ON reportings (project)
    """,
    """
    CREATE TABLE access_marks (
        id TEXT NOT NULL,
        request TEXT NOT NULL,
        spot TEXT NOT NULL,
        how TEXT NOT NULL,
        exemption TEXT,
        reason TEXT NOT NULL,
        passage TEXT NOT NULL,
        CONSTRAINT pk_access_marks PRIMARY KEY (id),
        CONSTRAINT fk_access_marks_request_access_requests FOREIGN KEY(request)
            REFERENCES access_requests (id)
    )
    """,
    """
    CREATE INDEX ix_access_marks_request ON access_marks (request)
    """,
    """
    CREATE TABLE case_reviews (
        id TEXT NOT NULL,
        reference TEXT NOT NULL,
        received_on TEXT NOT NULL,
        route TEXT NOT NULL,
        applicant TEXT NOT NULL,
        victim TEXT NOT NULL,
        name_key TEXT NOT NULL,
        person TEXT,
        place TEXT,
        "case" TEXT,
        behaviour TEXT NOT NULL,
        asks TEXT NOT NULL,
        incidents TEXT NOT NULL,
        acknowledged_on TEXT,
        acknowledged_how TEXT NOT NULL,
        decisions TEXT NOT NULL,
        requests TEXT NOT NULL,
        panels TEXT NOT NULL,
        recommendations TEXT NOT NULL,
        outcome TEXT,
        appeals TEXT NOT NULL,
        withdrawn BOOLEAN NOT NULL,
        closed_on TEXT,
        closed_because TEXT NOT NULL,
        CONSTRAINT pk_case_reviews PRIMARY KEY (id),
        CONSTRAINT fk_case_reviews_case_cases FOREIGN KEY("case") REFERENCES cases (id)
    )
    """,
    """
    CREATE INDEX ix_case_reviews_case ON case_reviews ("case")
    """,
    """
    CREATE INDEX ix_case_reviews_closed_on ON case_reviews (closed_on)
    """,
    """
    CREATE INDEX ix_case_reviews_person ON case_reviews (person)
    """,
    """
    CREATE INDEX ix_case_reviews_place ON case_reviews (place)
    """,
    """
    CREATE TABLE plan_actions (
        id TEXT NOT NULL,
        priority TEXT NOT NULL,
        what TEXT NOT NULL,
        agency TEXT NOT NULL,
        officer TEXT NOT NULL,
        due TEXT NOT NULL,
        progress TEXT NOT NULL,
        ended TEXT,
        given_up BOOLEAN NOT NULL,
        carried_to TEXT,
        CONSTRAINT pk_plan_actions PRIMARY KEY (id),
        CONSTRAINT fk_plan_actions_priority_plan_priorities FOREIGN KEY(priority)
            REFERENCES plan_priorities (id),
        CONSTRAINT fk_plan_actions_agency_agencies FOREIGN KEY(agency) REFERENCES agencies (id)
    )
    """,
    """
    CREATE INDEX ix_plan_actions_ended_due ON plan_actions (ended, due)
    """,
    """
    CREATE INDEX ix_plan_actions_priority ON plan_actions (priority)
    """,
    """
    CREATE TABLE plan_links (
        id TEXT NOT NULL,
        priority TEXT NOT NULL,
        "case" TEXT,
        project TEXT,
        since TEXT NOT NULL,
        CONSTRAINT pk_plan_links PRIMARY KEY (id),
        CONSTRAINT fk_plan_links_priority_plan_priorities FOREIGN KEY(priority)
            REFERENCES plan_priorities (id),
        CONSTRAINT fk_plan_links_case_cases FOREIGN KEY("case") REFERENCES cases (id),
        CONSTRAINT fk_plan_links_project_projects FOREIGN KEY(project) REFERENCES projects (id)
    )
    """,
    """
    CREATE INDEX ix_plan_links_case ON plan_links ("case")
    """,
    """
    CREATE INDEX ix_plan_links_priority ON plan_links (priority)
    """,
    """
    CREATE INDEX ix_plan_links_project ON plan_links (project)
    """,
    """
    CREATE TABLE plan_measures (
        id TEXT NOT NULL,
        priority TEXT NOT NULL,
        name TEXT NOT NULL,
        scope TEXT NOT NULL,
        unit TEXT NOT NULL,
        better TEXT NOT NULL,
        baseline TEXT,
        target FLOAT,
        readings TEXT NOT NULL,
        CONSTRAINT pk_plan_measures PRIMARY KEY (id),
        CONSTRAINT fk_plan_measures_priority_plan_priorities FOREIGN KEY(priority)
            REFERENCES plan_priorities (id)
    )
    """,
    """
    CREATE INDEX ix_plan_measures_priority ON plan_measures (priority)
    """,
    """
    CREATE TABLE support_offers (
        id TEXT NOT NULL,
        "case" TEXT NOT NULL,
        support TEXT NOT NULL,
        offered_on TEXT NOT NULL,
        what TEXT NOT NULL,
        agency TEXT,
        officer TEXT NOT NULL,
        person TEXT,
        answers TEXT NOT NULL,
        attempts TEXT NOT NULL,
        CONSTRAINT pk_support_offers PRIMARY KEY (id),
        CONSTRAINT fk_support_offers_case_cases FOREIGN KEY("case") REFERENCES cases (id),
        CONSTRAINT fk_support_offers_agency_agencies FOREIGN KEY(agency) REFERENCES agencies (id)
    )
    """,
    """
    CREATE INDEX ix_support_offers_case ON support_offers ("case")
    """,
    """
    CREATE INDEX ix_support_offers_person ON support_offers (person)
    """,
    """
    CREATE TABLE attachments (
        id TEXT NOT NULL,
        "case" TEXT,
        referral TEXT,
        meeting TEXT,
        title TEXT NOT NULL,
        document_kind TEXT NOT NULL,
        dated TEXT,
        added_on TEXT NOT NULL,
        added_by TEXT NOT NULL,
        file_name TEXT NOT NULL,
        sort TEXT NOT NULL,
        size INTEGER NOT NULL,
        digest TEXT NOT NULL,
        copies TEXT NOT NULL,
        CONSTRAINT pk_attachments PRIMARY KEY (id),
        CONSTRAINT fk_attachments_case_cases FOREIGN KEY("case") REFERENCES cases (id),
        CONSTRAINT fk_attachments_referral_referrals FOREIGN KEY(referral)
            REFERENCES referrals (id),
        CONSTRAINT fk_attachments_meeting_meetings FOREIGN KEY(meeting) REFERENCES meetings (id)
    )
    """,
    """
    CREATE INDEX ix_attachments_case ON attachments ("case")
    """,
    """
    CREATE INDEX ix_attachments_digest ON attachments (digest)
    """,
    """
    CREATE INDEX ix_attachments_meeting ON attachments (meeting)
    """,
    """
    CREATE INDEX ix_attachments_referral ON attachments (referral)
    """,
)


def upgrade() -> None:
    """Make the tables and columns."""
    for step in STEPS:
        op.execute(step)
