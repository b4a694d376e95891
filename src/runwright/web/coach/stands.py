"""Where a runner stands, as a page: each ladder's rung and work, and what the gates still ask."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from runwright.coaching.around import Around
from runwright.coaching.up import waits_for_form
from runwright.coaching.work_words import work_now
from runwright.domain.progress import ExerciseState, GateProgress, LadderState, RunnerState, Trend
from runwright.domain.screening import Gate
from runwright.domain.words import N_, _, ngettext
from runwright.formats.plan_html.why_view import RuleShelf, RuleView
from runwright.formats.plan_words.dates import short_day
from runwright.knowledge.library import Library

LATELY = timedelta(weeks=4)  # what was not done for longer stands below the rest
TRENDS = {
    Trend.RISING: N_("going up"),
    Trend.STEADY: N_("steady"),
    Trend.FALLING: N_("going down"),
    Trend.UNKNOWN: N_("too early to say"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingRow:
    """An exercise as it is done now.

    Attributes
    ----------
    rung
        ``rung 3 of 6``; '' for one that stands on no ladder.
    work
        Sets, repetitions and load of the last time.
    clean
        Clean sessions in a row, in words; '' for none.
    waits
        Why it gets no harder for now; '' where nothing holds it.
    """

    exercise: str
    name: str
    ladder: str
    rung: str
    work: str
    trend: str
    trend_is: str
    clean: str
    waits: str
    last: str
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class GateRow:
    """A gate of training, and what it still asks of the diary; nothing where it is open."""

    rule: RuleView
    name: str
    is_open: bool
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPage:
    """Where a runner stands.

    Attributes
    ----------
    waits
        Why nothing at all gets harder today; '' where it may.
    """

    waits: str
    gates: tuple[GateRow, ...]
    lately: tuple[StandingRow, ...]
    earlier: tuple[StandingRow, ...]


def standing_page(
    state: RunnerState, gates: Sequence[Gate], around: Around, library: Library
) -> StandingPage:
    """Return the page of a state.

    Parameters
    ----------
    around
        What holds the runner back today.
    gates
        Gates the plan was made with: one that was open then has nothing left to ask.
    """
    closed_then = {gate.rule for gate in gates}
    rows = sorted(
        _rows(state, around, library), key=lambda row: (row.last_day, row.name), reverse=True
    )
    since = state.as_of - LATELY
    return StandingPage(
        waits=around.frozen,
        gates=tuple(
            _gate(one, library)
            for one in (state.heavy_gate, state.jump_gate)
            if one.rule in closed_then
        ),
        lately=tuple(row for row in rows if row.last_day >= since),
        earlier=tuple(row for row in rows if row.last_day < since),
    )


def _rows(state: RunnerState, around: Around, library: Library) -> Iterator[StandingRow]:
    for ladder in state.ladders:
        yield _row(ladder.current, around, library, ladder)
    for one in state.others:
        yield _row(one, around, library, None)


def _row(
    one: ExerciseState, around: Around, library: Library, ladder: LadderState | None
) -> StandingRow:
    exercise = library.exercises[one.exercise]
    name = _(exercise.name)
    clean = ngettext("{n} clean session", "{n} clean sessions in a row", one.clean_sessions)
    known = None if ladder is None else library.ladders[ladder.ladder]
    place = _("rung {n} of {all}")
    return StandingRow(
        exercise=one.exercise,
        name=name,
        ladder="" if known is None else _(known.name),
        rung=""
        if known is None
        else place.format(n=known.rungs.index(one.exercise) + 1, all=len(known.rungs)),
        work=work_now(one, exercise).says.removeprefix(f"{name}: "),
        trend=_(TRENDS[one.trend]),
        trend_is=one.trend.value,
        clean=clean.format(n=one.clean_sessions) if one.clean_sessions else "",
        waits=around.held.get(one.exercise, "") or waits_for_form(exercise, around),
        last=short_day(one.last_day),
        last_day=one.last_day,
    )


def _gate(progress: GateProgress, library: Library) -> GateRow:
    names = {"G17": _("Heavy sets"), "G16": _("Jumps")}
    return GateRow(
        rule=RuleShelf(library).rule(progress.rule),
        name=names[progress.rule],
        is_open=progress.is_open,
        missing=progress.missing,
    )
