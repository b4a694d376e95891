"""More hours between two things never make a finding of a gap rule appear or weigh more."""

from hypothesis import given
from hypothesis import strategies as st

from runwright.domain.calendar import WHOLE_DAY
from runwright.domain.protocol import Phase
from runwright.domain.run import RunKind
from runwright.domain.session import Placed, SessionKind
from runwright.rules.registry import Window
from runwright.rules.windows import DayFacts, NearbyDays, PlannedDay, RunFact
from tests.unit.rules.situations import book

BOOK = book()
DAY_MIN = 24 * 60
ORDER = ("costs", "bends", "forbids")
KINDS = st.sampled_from(SessionKind)
RUNS = st.sampled_from(RunKind)
LENGTHS = st.integers(10, 60)


def weight(rule: str, window: Window, subject: object) -> tuple[int, int]:
    """How much a rule has against a situation: the strongest verdict, and its points."""
    found = [one.finding for one in BOOK.findings(window, subject) if one.rule == rule]
    return (
        max((1 + ORDER.index(one.severity.value) for one in found), default=0),
        sum(one.points for one in found),
    )


def day(
    run: RunFact | None, session: Placed | None, *, novel: bool, hard_jumps: bool
) -> PlannedDay:
    facts = DayFacts(
        weekday=0,
        runs=(run,) if run is not None else (),
        minutes=60,
        windows=(WHOLE_DAY,),
        phase=Phase.STRENGTH,
        novel=novel,
        jumps_are_hard=hard_jumps,
    )
    return PlannedDay(facts, session)


def run_at(kind: RunKind, start: int) -> RunFact:
    return RunFact(kind=kind, start_min=start, end_min=start + 60)


@given(kind=KINDS, run=RUNS, length=LENGTHS, gap=st.integers(0, 600), more=st.integers(0, 600))
def test_s01_and_d20_more_hours_after_a_run_of_the_day(
    kind: SessionKind, run: RunKind, length: int, gap: int, more: int
) -> None:
    def after(gap: int) -> PlannedDay:
        placed = Placed(kind=kind, start_min=60 + gap, duration_min=length)
        return day(run_at(run, 0), placed, novel=False, hard_jumps=False)

    for rule in ("S01", "D20"):
        assert weight(rule, Window.DAY, after(gap + more)) <= weight(rule, Window.DAY, after(gap))


@given(kind=KINDS, length=LENGTHS, gap=st.integers(0, 600), more=st.integers(0, 600))
def test_s01_more_hours_before_an_easy_run_of_the_day(
    kind: SessionKind, length: int, gap: int, more: int
) -> None:
    def before(gap: int) -> PlannedDay:
        placed = Placed(kind=kind, start_min=0, duration_min=length)
        return day(run_at(RunKind.EASY, length + gap), placed, novel=False, hard_jumps=False)

    assert weight("S01", Window.DAY, before(gap + more)) <= weight("S01", Window.DAY, before(gap))


def nearby(first: PlannedDay, second: PlannedDay, nights: int) -> NearbyDays:
    return NearbyDays.of(first, second, nights)


@given(
    kind=KINDS,
    run=RUNS,
    length=LENGTHS,
    novel=st.booleans(),
    hard_jumps=st.booleans(),
    start=st.integers(0, DAY_MIN - 60),
    run_start=st.integers(0, DAY_MIN - 60),
    earlier=st.integers(0, DAY_MIN),
    later=st.integers(0, DAY_MIN),
)
def test_s02_s03_d20_more_hours_from_a_session_to_a_run(  # noqa: PLR0913  # a situation has many parts
    *,
    kind: SessionKind,
    run: RunKind,
    length: int,
    novel: bool,
    hard_jumps: bool,
    start: int,
    run_start: int,
    earlier: int,
    later: int,
) -> None:
    def pair(start: int, run_start: int, nights: int) -> NearbyDays:
        placed = Placed(kind=kind, start_min=start, duration_min=length)
        first = day(None, placed, novel=novel, hard_jumps=hard_jumps)
        second = day(run_at(run, run_start), None, novel=novel, hard_jumps=hard_jumps)
        return nearby(first, second, nights)

    tight = pair(start, run_start, 1)
    wider = [
        pair(max(0, start - earlier), run_start, 1),
        pair(start, min(DAY_MIN - 60, run_start + later), 1),
        pair(start, run_start, 2),
    ]
    for rule in ("S02", "S03", "D20"):
        for wide in wider:
            assert weight(rule, Window.NEARBY, wide) <= weight(rule, Window.NEARBY, tight)


@given(
    kinds=st.tuples(KINDS, KINDS),
    length=LENGTHS,
    hard_jumps=st.booleans(),
    starts=st.tuples(st.integers(0, DAY_MIN - 60), st.integers(0, DAY_MIN - 60)),
    later=st.integers(0, DAY_MIN),
)
def test_s05_and_d20_more_hours_between_two_sessions(
    *,
    kinds: tuple[SessionKind, SessionKind],
    length: int,
    hard_jumps: bool,
    starts: tuple[int, int],
    later: int,
) -> None:
    def pair(second_start: int, nights: int) -> NearbyDays:
        first = Placed(kind=kinds[0], start_min=starts[0], duration_min=length)
        second = Placed(kind=kinds[1], start_min=second_start, duration_min=length)
        return nearby(
            day(None, first, novel=False, hard_jumps=hard_jumps),
            day(None, second, novel=False, hard_jumps=hard_jumps),
            nights,
        )

    tight = pair(starts[1], 1)
    for rule in ("S05", "D20"):
        for wide in (pair(min(DAY_MIN - 60, starts[1] + later), 1), pair(starts[1], 2)):
            assert weight(rule, Window.NEARBY, wide) <= weight(rule, Window.NEARBY, tight)
