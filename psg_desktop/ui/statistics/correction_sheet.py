"""The form that says what was wrong in a release; no word of it may point to somebody."""

from typing import Any

from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import correcting
from psg_desktop.casework.statistics.correcting import PublicWordsRefused
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.domain.statistics.published import StatisticsRelease
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.statistics.naming import name_of
from psg_desktop.ui.widgets.choices import Ticks
from psg_desktop.ui.widgets.controls import LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import statistics_page as words


class CorrectionSheet(RecordSheet):
    """Says a correction publicly; doubtful words stand once the worker says they are harmless."""

    def __init__(self, office: Office, release: StatisticsRelease) -> None:
        form = Form()
        form.add_widget(label(name_of(release), "strong", wrap=True))
        form.add("text", words.WRONG_AND_RIGHT, LongText(lines=5), hint=words.CORRECTION_HINT)
        form.add("checked", words.MARKED_WORDS, Ticks([Option(key=True, words=words.HARMLESS)]))
        form.show_only("checked", shown=False)
        form.mark_saved()
        super().__init__("Say a correction", form, self._say, save="Say it")
        self._office, self._release = office, release

    @override
    def sentences(self, refused: Refused) -> dict[str, str]:
        if not isinstance(refused, PublicWordsRefused):
            return super().sentences(refused)
        said = {"text": " ".join(refused.sentences)}
        if not self.form.fields["checked"].isHidden():
            said["checked"] = words.TICK_HARMLESS
        return said

    def _say(self, given: dict[str, Any]) -> None:
        checked = bool(given.pop("checked", ()))
        try:
            correcting.correct(self._office, self._release.id, given["text"], checked=checked)
        except Refused as refused:
            doubtful = any(one.problem is Problem.MAY_NAME_SOMEBODY for one in refused.problems)
            self.form.show_only("checked", shown=doubtful)
            raise
