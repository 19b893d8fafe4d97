"""One import under way: what was read, how it is matched, what it would do, what it did."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from psg_desktop.casework.importing import imports
from psg_desktop.casework.importing.imports import Imported, Offered
from psg_desktop.casework.office import Office
from psg_desktop.exchange.check import DryRun
from psg_desktop.exchange.headers import HeaderGuess
from psg_desktop.exchange.mapping import Mapping, Purpose, Template
from psg_desktop.exchange.outcomes import Fix
from psg_desktop.exchange.purposes import OWN_PURPOSES
from psg_desktop.exchange.sheets import Sheet, Workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Importing:
    """The state of the wizard; each step gives another one, so that nothing is half changed.

    Attributes:
        run: The dry run, None while the matching was changed since.
    """

    place: Path
    book: Workbook = field(repr=False)
    sheet: Sheet = field(repr=False)
    offered: Offered = field(repr=False)
    mapping: Mapping = field(repr=False)
    run: DryRun | None = field(default=None, repr=False)
    done: Imported | None = None

    @classmethod
    def of(cls, office: Office, place: Path) -> "Importing":
        """Read a file and choose its likeliest sheet.

        Raises:
            Unreadable: With the reason in one sentence.
        """
        book = imports.read(place)
        sheet = imports.likeliest_sheet(book)
        offered = imports.offer(office, sheet)
        return cls(place=place, book=book, sheet=sheet, offered=offered, mapping=offered.mapping)

    def on_sheet(self, office: Office, place: int) -> "Importing":
        """Give the import of another sheet of the file, counted from 0."""
        sheet = self.book.sheets[place]
        return self._offering(imports.offer(office, sheet), sheet)

    def with_header(self, office: Office, row: int | None) -> "Importing":
        """Give the import with another row, counted from 0, taken as the header; None for none."""
        header = HeaderGuess(row=row, confidence=1.0)
        return self._offering(imports.offer(office, self.sheet, header), self.sheet)

    def for_purpose(self, office: Office, purpose: Purpose) -> "Importing":
        """Give the import with each row standing for something else.

        Between what shares its fields the matching stays; otherwise it is proposed anew.
        """
        if not {purpose, self.mapping.purpose} & OWN_PURPOSES:
            return self.matched(replace(self.mapping, purpose=purpose))
        header = self.offered.header
        return self._offering(imports.offer(office, self.sheet, header, purpose), self.sheet)

    def matched(self, mapping: Mapping) -> "Importing":
        """Give the import with its columns matched otherwise."""
        if mapping == self.mapping:
            return self
        return replace(self, mapping=mapping, run=None, done=None)

    def matched_as(self, template: Template) -> "Importing":
        """Give the import with its columns matched as was remembered."""
        return self.matched(template.applied_to(self.mapping))

    def checked(self, office: Office) -> "Importing":
        """Give the import with its dry run.

        Raises:
            Unreadable: There are no rows, or no column holds anything that could be kept.
        """
        run = imports.dry_run(office, self.offered.table, self.mapping)
        return replace(self, run=run, done=None)

    def fixed(self, *fixes: Fix) -> "Importing":
        """Give the import checked again with some more decisions."""
        return replace(self, run=self.run.apply(*fixes)) if self.run else self

    def committed(self, office: Office, *, skip_wrong: bool) -> "Importing":
        """Put it into the vault as one batch.

        Raises:
            Refused: A row waits for a decision.
        """
        if self.run is None:
            return self
        done = imports.commit(office, self.run, skip_wrong=skip_wrong)
        return replace(self, done=done, run=None)

    def _offering(self, offered: Offered, sheet: Sheet) -> "Importing":
        return replace(
            self, sheet=sheet, offered=offered, mapping=offered.mapping, run=None, done=None
        )
