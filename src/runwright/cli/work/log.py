"""`runwright log`, done: lines read until they are understood, then one entry in the diary."""

import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from runwright.cli.clock import today
from runwright.cli.coached import Coached, coached
from runwright.cli.files import read_text
from runwright.cli.find import NotFoundError, SeveralFitError, found
from runwright.cli.guard import WrongUseError
from runwright.cli.screen import Screen, say, screen_of
from runwright.domain.calendar import MINUTES_PER_HOUR, clock
from runwright.domain.day_words import weekday_and_day
from runwright.domain.performed import RATING_MAX, PerformedSession
from runwright.domain.runner import Pain
from runwright.domain.script import SessionScript
from runwright.domain.words import _, ngettext
from runwright.formats.ask_answers import AnswerNotUnderstoodError, read_pains
from runwright.formats.quantities import read_clock
from runwright.formats.runner_toml.from_knowledge import vocabulary_of
from runwright.formats.session_json import read_performed
from runwright.formats.told_sets import read_told_sets
from runwright.usecases.log_session import Logged, LoggedSets, log_session

EVENING_MIN = 18 * 60  # when a session nobody planned is taken to have begun
USUAL_MIN = 30
EFFORT, NOTE = "effort", "note"
END = ("", "done", "end")
Part = LoggedSets | Pain | int | str


def run(  # noqa: PLR0913  # what the command takes
    plan_file: Path,
    lines: Sequence[str],
    runner_file: Path | None,
    day: date | None,
    *,
    at: str | None,
    minutes: int | None,
    file: Path | None,
) -> None:
    """Write a session down."""
    here = coached(plan_file, runner_file, day)
    screen = screen_of(sys.stdout)
    if file is not None:
        done = read_performed(read_text(file), source=str(file))
        _keep(here, done, _script_of(here, done), screen)
        return
    if here.today > today(here.runner.timezone):
        raise WrongUseError(_("{day} has not been yet.").format(day=weekday_and_day(here.today)))
    book = _Book(here)
    told = list(lines) if lines else _asked(here, book, screen)
    parts = _all_parts(told, book)
    start_min = book.start_min if at is None else read_clock(at)
    if start_min is None:
        raise WrongUseError(_("'{word}' is not a time of day; write it as 18:30.").format(word=at))
    done = log_session(
        Logged(
            script=book.script,
            started_at=_moment(here, start_min),
            minutes=book.minutes if minutes is None else minutes,
            sets=tuple(one for one in parts if isinstance(one, LoggedSets)),
            pains=tuple(one for one in parts if isinstance(one, Pain)),
            effort_0_10=next((one for one in parts if isinstance(one, int)), None),
            note=" ".join(one for one in parts if isinstance(one, str)),
        )
    )
    _keep(here, done, book.script, screen)


class _Book:
    """What the lines of a day can speak of."""

    def __init__(self, here: Coached) -> None:
        self.here = here
        scripts = here.scripts(here.today)
        planned = here.file.plan.day(here.today)
        is_session = planned is not None and planned.session is not None
        self.script: SessionScript | None = scripts[0] if scripts and is_session else None
        self.vocabulary = vocabulary_of(here.library)

    @property
    def start_min(self) -> int:
        """When the session begins. [min] after midnight"""
        return EVENING_MIN if self.script is None else self.script.start_min

    @property
    def minutes(self) -> int:
        """What the session takes. [min]"""
        return USUAL_MIN if self.script is None else self.script.versions[0].minutes

    def part(self, line: str) -> tuple[Part, ...]:
        """Return what a line tells.

        Raises
        ------
        WrongUseError
            If it is not understood; says what is missing.
        """
        word, _space, rest = line.strip().partition(" ")
        if word.lower().rstrip(":") == NOTE:
            return (rest.strip(),)
        if word.lower().rstrip(":") == EFFORT:
            return (_rating(rest),)
        try:
            return read_pains(line, vocabulary=self.vocabulary)
        except AnswerNotUnderstoodError as pain_error:
            try:
                told = read_told_sets(line)
                exercise = self.here.library.exercises[self._exercise(told.name)]
            except (AnswerNotUnderstoodError, NotFoundError) as error:
                is_pain = line.strip()[-1:].isdigit() and "x" not in line.lower()
                raise WrongUseError(str(pain_error if is_pain else error)) from None
        return (
            LoggedSets(
                exercise=exercise,
                each=told.each,
                counted=told.counted,
                load_kg=told.load_kg,
                rir=told.rir,
                side=told.side,
            ),
        )

    def _exercise(self, name: str) -> str:
        """Return the exercise that is meant: of the session first, then of all."""
        for names in (self.of_session(), self._of_all()):
            try:
                return found(name, names, kind=_("exercise"))
            except SeveralFitError:
                raise
            except NotFoundError as error:
                missing = error
        raise missing

    def of_session(self) -> Mapping[str, str]:
        """Return the exercises of the session by id, with their names."""
        items = (
            ()
            if self.script is None
            else [i for block in self.script.versions[0].blocks for i in block.items]
        )
        return {item.prescribed.exercise: item.prescribed.name for item in items}

    def _of_all(self) -> Mapping[str, str]:
        return {one.id: _(one.name) for one in self.here.library.exercises.values()}


def _rating(text: str) -> int:
    word = text.strip()
    if word.isascii() and word.isdigit() and int(word) <= RATING_MAX:
        return int(word)
    says = _("effort is '{got}'; expected 0 to {most}, as in: effort 6")
    raise WrongUseError(says.format(got=word, most=RATING_MAX))


def _all_parts(lines: Sequence[str], book: _Book) -> list[Part]:
    """Return what all lines tell, or every wrong one at once."""
    parts: list[Part] = []
    faults: list[str] = []
    for line in lines:
        try:
            parts += book.part(line)
        except WrongUseError as error:
            faults.append(f"{line}\n  {error}")
    if faults:
        head = ngettext(
            "{n} line is not understood; nothing was written:",
            "{n} lines are not understood; nothing was written:",
            len(faults),
        ).format(n=len(faults))
        raise WrongUseError("\n".join([head, *faults]))
    if not any(isinstance(one, LoggedSets) for one in parts):
        raise WrongUseError(_("No sets were told. As in: split squat 3x8 20kg rir2"))
    return parts


def _asked(here: Coached, book: _Book, screen: Screen) -> list[str]:
    """Return lines typed one by one; what was typed is kept if somebody stops half-way."""
    say(_welcome(here, book, screen), screen)
    lines = here.diary.unfinished
    if lines:
        say([*screen.wrapped(_("Kept from last time:")), *(f"  {one}" for one in lines)], screen)
    while True:
        try:
            line = click.prompt(">", default="", show_default=False, prompt_suffix=" ")
        except click.Abort:
            if lines:
                file = here.diary.keep_unfinished(lines)
                says = _("Your lines are kept in {file}; log again to go on.")
                click.echo()
                say(screen.wrapped(says.format(file=file)), screen)
            raise
        if line.strip().lower() in END:
            return lines
        try:
            book.part(line)
        except WrongUseError as error:
            say(screen.wrapped(str(error)), screen)
        else:
            lines.append(line)


def _welcome(here: Coached, book: _Book, screen: Screen) -> list[str]:
    head = _("What did you do on {day}?").format(day=weekday_and_day(here.today))
    lines = screen.title(head)
    if book.script is not None:
        names = ", ".join(book.of_session().values())
        lines += screen.wrapped(f"{book.script.title}: {names}.")
    hint = _(
        "One exercise a line, as in: split squat 3x8 20kg rir2. Then pain (left kneecap 2), "
        "effort 6, note as you like. An empty line ends."
    )
    return [*lines, *screen.wrapped(hint)]


def _moment(here: Coached, start_min: int) -> datetime:
    zone = ZoneInfo(here.runner.timezone)
    midnight = datetime.combine(here.today, time(), tzinfo=zone)
    return midnight + timedelta(minutes=start_min)


def _script_of(here: Coached, done: PerformedSession) -> SessionScript | None:
    scripts = here.scripts(done.started_at.date())
    return next((one for one in scripts if one.id == done.script), None)


def _keep(
    here: Coached, done: PerformedSession, asked: SessionScript | None, screen: Screen
) -> None:
    file = here.diary.keep_session(done, asked)
    if here.diary.unfinished:
        here.diary.keep_unfinished([])
    count = len(done.sets)
    sets = ngettext("{n} set", "{n} sets", count).format(n=count)
    start_min = done.started_at.hour * MINUTES_PER_HOUR + done.started_at.minute
    says = _("In the diary: {sets} on {day} at {at}, {file}").format(
        sets=sets, day=weekday_and_day(done.started_at.date()), at=clock(start_min), file=file
    )
    hint = _("What it changes:  runwright propose {plan}").format(plan=here.folder)
    say([*screen.wrapped(says), *screen.wrapped(screen.quiet(hint))], screen)
