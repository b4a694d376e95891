"""`runwright check-in`, done: a morning kept, and what it says."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from runwright.cli.coached import coached
from runwright.cli.guard import WrongUseError
from runwright.cli.pages.outcome import gates
from runwright.cli.screen import say, screen_of
from runwright.domain.check_in import CheckIn
from runwright.domain.day_words import weekday_and_day
from runwright.domain.runner import Pain
from runwright.domain.words import _
from runwright.formats.ask_answers import AnswerNotUnderstoodError, read_pains
from runwright.formats.runner_toml.from_knowledge import vocabulary_of
from runwright.formats.runner_toml.vocabulary import Vocabulary
from runwright.usecases.hear_check_in import hear_check_in
from runwright.usecases.safety import bone_answered


def run(  # noqa: PLR0913  # what the command takes
    plan_file: Path,
    runner_file: Path | None,
    day: date | None,
    *,
    sleep: float | None,
    soreness: int | None,
    stress: int | None,
    pains: Sequence[str],
    no_bone: bool,
    fine: bool,
) -> None:
    """Keep a morning."""
    here = coached(plan_file, runner_file)
    vocabulary = vocabulary_of(here.library)
    told_pains = tuple(one for text in pains for one in told_pain(text, vocabulary))
    if no_bone:
        told_pains = tuple(bone_answered(one, default=False) for one in told_pains)
    if fine and told_pains:
        raise WrongUseError(_("--fine says that nothing hurts, and --pain that something does."))
    told = CheckIn(
        day=here.today if day is None else day,
        sleep_h=sleep,
        soreness_0_10=soreness,
        stress_0_10=stress,
        pains=told_pains,
        pain_free=fine,
    )
    if told == CheckIn(day=told.day):
        raise WrongUseError(_("Nothing was told. See:  runwright check-in --help"))
    heard = hear_check_in(told, here.runner, here.library)
    here.diary.keep_check_in(told)
    screen = screen_of(sys.stdout)
    lines = screen.wrapped(_("Kept for {day}.").format(day=weekday_and_day(told.day)))
    for one in heard.pains:
        text = _("{place}, {pain} of 10: {says}").format(
            place=one.name, pain=one.pain.pain_0_10, says=one.says
        )
        lines += screen.wrapped(text, "  ")
        lines += screen.bullets(_(question.asks) for question in one.questions)
    if any(one.questions for one in heard.pains):
        hint = _("Until these are answered your work stays light. No to all:  --no-bone-signs")
        lines += screen.wrapped(hint, "  ")
    lines += gates(heard.gates, screen)
    say(lines, screen)


def told_pain(text: str, vocabulary: Vocabulary) -> tuple[Pain, ...]:
    """Return the pains a text tells.

    Raises
    ------
    WrongUseError
        If it tells none that is known.
    """
    try:
        return read_pains(text, vocabulary=vocabulary)
    except AnswerNotUnderstoodError as error:
        raise WrongUseError(str(error)) from None
