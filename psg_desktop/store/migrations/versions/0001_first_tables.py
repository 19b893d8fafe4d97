"""The tables of the first version."""

from alembic import op

revision = "0001"
down_revision = None

STEPS = (
    """
    CREATE TABLE agencies (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        short_name TEXT NOT NULL,
        kind TEXT NOT NULL,
        standing TEXT NOT NULL,
        contacts TEXT NOT NULL,
        active BOOLEAN NOT NULL,
        CONSTRAINT pk_agencies PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE audit (
        sequence INTEGER NOT NULL,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        batch TEXT NOT NULL,
        act TEXT NOT NULL,
        kind TEXT NOT NULL,
        record TEXT NOT NULL,
        "case" TEXT,
        created BOOLEAN NOT NULL,
        removed BOOLEAN NOT NULL,
        changes TEXT NOT NULL,
        digest TEXT NOT NULL,
        CONSTRAINT pk_audit PRIMARY KEY (sequence)
    )
    """,
    """
    CREATE INDEX ix_audit_batch ON audit (batch)
    """,
    """
    CREATE INDEX ix_audit_case ON audit ("case")
    """,
    """
    CREATE INDEX ix_audit_record ON audit (record)
    """,
    """
    CREATE TABLE batches (
        sequence INTEGER NOT NULL,
        id TEXT NOT NULL,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        act TEXT NOT NULL,
        undoes TEXT,
        CONSTRAINT pk_batches PRIMARY KEY (sequence),
        CONSTRAINT uq_batches_id UNIQUE (id)
    )
    """,
    """
    CREATE INDEX ix_batches_undoes ON batches (undoes)
    """,
    """
    CREATE TABLE closure_reasons (
        id TEXT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        needs_group BOOLEAN NOT NULL,
        review_after_days INTEGER,
        prompt TEXT NOT NULL,
        since TEXT,
        until TEXT,
        CONSTRAINT pk_closure_reasons PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE drafts (
        "key" TEXT NOT NULL,
        text TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        CONSTRAINT pk_drafts PRIMARY KEY ("key")
    )
    """,
    """
    CREATE TABLE focus_areas (
        id TEXT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        "group" TEXT NOT NULL,
        sensitive BOOLEAN NOT NULL,
        since TEXT,
        until TEXT,
        CONSTRAINT pk_focus_areas PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE import_templates (
        name TEXT NOT NULL,
        template TEXT NOT NULL,
        CONSTRAINT pk_import_templates PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE imported_rows (
        fingerprint TEXT NOT NULL,
        row_key TEXT NOT NULL,
        batch TEXT NOT NULL,
        record TEXT NOT NULL,
        CONSTRAINT pk_imported_rows PRIMARY KEY (fingerprint)
    )
    """,
    """
    CREATE INDEX ix_imported_rows_batch ON imported_rows (batch)
    """,
    """
    CREATE INDEX ix_imported_rows_record ON imported_rows (record)
    """,
    """
    CREATE TABLE partnership (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        district TEXT NOT NULL,
        reference_prefix TEXT NOT NULL,
        meetings TEXT NOT NULL,
        pack_meetings TEXT NOT NULL,
        area_level TEXT NOT NULL,
        ward_groups TEXT NOT NULL,
        marking TEXT NOT NULL,
        handling TEXT NOT NULL,
        quiet_after_days INTEGER NOT NULL,
        sample BOOLEAN NOT NULL,
        CONSTRAINT pk_partnership PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE people (
        id TEXT NOT NULL,
        full_name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        aliases TEXT NOT NULL,
        born TEXT,
        addresses TEXT NOT NULL,
        identifiers TEXT NOT NULL,
        phones TEXT NOT NULL,
        emails TEXT NOT NULL,
        household TEXT NOT NULL,
        remarks TEXT NOT NULL,
        CONSTRAINT pk_people PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX ix_people_born ON people (born)
    """,
    """
    CREATE INDEX ix_people_name_key ON people (name_key)
    """,
    """
    CREATE TABLE places (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        kind TEXT NOT NULL,
        address TEXT NOT NULL,
        postcode TEXT NOT NULL,
        uprn TEXT NOT NULL,
        ward TEXT NOT NULL,
        remarks TEXT NOT NULL,
        CONSTRAINT pk_places PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX ix_places_name_key ON places (name_key)
    """,
    """
    CREATE TABLE projects (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        objective TEXT NOT NULL,
        commissioner TEXT NOT NULL,
        starts TEXT,
        ends TEXT,
        budget TEXT NOT NULL,
        milestones TEXT NOT NULL,
        remarks TEXT NOT NULL,
        budget_pence INTEGER NOT NULL,
        CONSTRAINT pk_projects PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE releases (
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        meeting_on TEXT NOT NULL,
        released_at TEXT NOT NULL,
        released_by TEXT NOT NULL,
        cases TEXT NOT NULL,
        digest TEXT NOT NULL,
        version TEXT NOT NULL,
        CONSTRAINT pk_releases PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE review_intervals (
        id TEXT NOT NULL,
        risk TEXT NOT NULL,
        days INTEGER NOT NULL,
        since TEXT,
        until TEXT,
        CONSTRAINT pk_review_intervals PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE search_entries (
        id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        record TEXT NOT NULL,
        "case" TEXT,
        CONSTRAINT pk_search_entries PRIMARY KEY (id),
        CONSTRAINT uq_search_entries_record UNIQUE (record)
    )
    """,
    """
    CREATE INDEX ix_search_entries_case ON search_entries ("case")
    """,
    """
    CREATE TABLE cases (
        id TEXT NOT NULL,
        reference TEXT NOT NULL,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        title TEXT NOT NULL,
        title_key TEXT NOT NULL,
        opened TEXT NOT NULL,
        focus_areas TEXT NOT NULL,
        problem TEXT NOT NULL,
        blocked TEXT NOT NULL,
        referred_by TEXT,
        lead_agency TEXT,
        lead_practitioner TEXT NOT NULL,
        risk TEXT,
        risk_reason TEXT NOT NULL,
        state TEXT NOT NULL,
        resume_to TEXT,
        review_due TEXT,
        review_every INTEGER,
        hold TEXT,
        external_leads TEXT NOT NULL,
        escalations TEXT NOT NULL,
        closures TEXT NOT NULL,
        closed_on TEXT,
        CONSTRAINT pk_cases PRIMARY KEY (id),
        CONSTRAINT uq_cases_reference UNIQUE (reference),
        CONSTRAINT fk_cases_referred_by_agencies FOREIGN KEY(referred_by) REFERENCES agencies (id),
        CONSTRAINT fk_cases_lead_agency_agencies FOREIGN KEY(lead_agency) REFERENCES agencies (id)
    )
    """,
    """
    CREATE INDEX ix_cases_closed_on ON cases (closed_on)
    """,
    """
    CREATE INDEX ix_cases_lead_agency ON cases (lead_agency)
    """,
    """
    CREATE INDEX ix_cases_state_review_due ON cases (state, review_due)
    """,
    """
    CREATE INDEX ix_cases_subject ON cases (subject)
    """,
    """
    CREATE INDEX ix_cases_title_key ON cases (title_key)
    """,
    """
    CREATE TABLE actions (
        id TEXT NOT NULL,
        "case" TEXT NOT NULL,
        what TEXT NOT NULL,
        state TEXT NOT NULL,
        owner TEXT,
        officer TEXT NOT NULL,
        due TEXT,
        agreed_on TEXT,
        meeting TEXT NOT NULL,
        ended TEXT,
        outcome TEXT NOT NULL,
        replaced_by TEXT,
        CONSTRAINT pk_actions PRIMARY KEY (id),
        CONSTRAINT fk_actions_case_cases FOREIGN KEY("case") REFERENCES cases (id),
        CONSTRAINT fk_actions_owner_agencies FOREIGN KEY(owner) REFERENCES agencies (id)
    )
    """,
    """
    CREATE INDEX ix_actions_case_state_due ON actions ("case", state, due)
    """,
    """
    CREATE INDEX ix_actions_owner_state ON actions (owner, state)
    """,
    """
    CREATE INDEX ix_actions_state_due ON actions (state, due)
    """,
    """
    CREATE TABLE case_links (
        id TEXT NOT NULL,
        "case" TEXT NOT NULL,
        other TEXT NOT NULL,
        nature TEXT NOT NULL,
        CONSTRAINT pk_case_links PRIMARY KEY (id),
        CONSTRAINT fk_case_links_case_cases FOREIGN KEY("case") REFERENCES cases (id),
        CONSTRAINT fk_case_links_other_cases FOREIGN KEY(other) REFERENCES cases (id)
    )
    """,
    """
    CREATE INDEX ix_case_links_case ON case_links ("case")
    """,
    """
    CREATE INDEX ix_case_links_other ON case_links (other)
    """,
    """
    CREATE TABLE group_texts (
        id TEXT NOT NULL,
        "case" TEXT NOT NULL,
        part TEXT NOT NULL,
        text TEXT NOT NULL,
        source TEXT NOT NULL,
        accepted_at TEXT NOT NULL,
        accepted_by TEXT NOT NULL,
        CONSTRAINT pk_group_texts PRIMARY KEY (id),
        CONSTRAINT uq_group_texts_case_part UNIQUE ("case", part),
        CONSTRAINT fk_group_texts_case_cases FOREIGN KEY("case") REFERENCES cases (id)
    )
    """,
    """
    CREATE TABLE involvements (
        id TEXT NOT NULL,
        "case" TEXT NOT NULL,
        party_kind TEXT NOT NULL,
        party TEXT NOT NULL,
        role TEXT NOT NULL,
        since TEXT,
        until TEXT,
        remark TEXT NOT NULL,
        CONSTRAINT pk_involvements PRIMARY KEY (id),
        CONSTRAINT fk_involvements_case_cases FOREIGN KEY("case") REFERENCES cases (id)
    )
    """,
    """
    CREATE INDEX ix_involvements_case ON involvements ("case")
    """,
    """
    CREATE INDEX ix_involvements_party ON involvements (party)
    """,
    """
    CREATE TABLE notes (
        id TEXT NOT NULL,
        "case" TEXT NOT NULL,
        happened_on TEXT NOT NULL,
        text TEXT NOT NULL,
        written_at TEXT NOT NULL,
        happened_at TEXT,
        source TEXT,
        basis TEXT NOT NULL,
        CONSTRAINT pk_notes PRIMARY KEY (id),
        CONSTRAINT fk_notes_case_cases FOREIGN KEY("case") REFERENCES cases (id),
        CONSTRAINT fk_notes_source_agencies FOREIGN KEY(source) REFERENCES agencies (id)
    )
    """,
    """
    CREATE INDEX ix_notes_case_happened_on ON notes ("case", happened_on)
    """,
    """
    CREATE TABLE reviews (
        id TEXT NOT NULL,
        "case" TEXT NOT NULL,
        held_on TEXT NOT NULL,
        decision TEXT NOT NULL,
        meeting TEXT NOT NULL,
        next_due TEXT,
        risk TEXT,
        CONSTRAINT pk_reviews PRIMARY KEY (id),
        CONSTRAINT fk_reviews_case_cases FOREIGN KEY("case") REFERENCES cases (id)
    )
    """,
    """
    CREATE INDEX ix_reviews_case_held_on ON reviews ("case", held_on)
    """,
    """
    CREATE VIRTUAL TABLE search_names USING fts5(body, tokenize = 'trigram', detail = full)
    """,
    """
    CREATE VIRTUAL TABLE search_texts USING fts5(body, tokenize = 'unicode61', prefix = '2 3')
    """,
    """
    INSERT INTO search_names (search_names, rank) VALUES ('secure-delete', 1)
    """,
    """
    INSERT INTO search_texts (search_texts, rank) VALUES ('secure-delete', 1)
    """,
)


def upgrade() -> None:
    """Make every table, index and full-text index."""
    for step in STEPS:
        op.execute(step)
