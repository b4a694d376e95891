"""What all pains together make of a day: a verdict for every exercise, and one for the running."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from runwright.coaching.exposures import (
    Exposure,
    exposures_of,
    morning_pain,
    sore_regions,
    touches,
)
from runwright.coaching.known import Known
from runwright.coaching.pain import (
    PainAnswer,
    PainVerdict,
    RunAdvice,
    flared,
    next_time,
    run_advice,
    run_words,
    stops,
    strictest,
    this_morning,
    until_stable,
)
from runwright.coaching.told import Told
from runwright.coaching.way_back import Stage, WayBack, way_back
from runwright.domain.check_in import CheckIn
from runwright.domain.evidence import Region
from runwright.domain.exercise import Exercise
from runwright.domain.performed import PerformedSession
from runwright.domain.proposal import Change, ChangeKind, Work, accepted
from runwright.rules.registry import RuleBook

ARMS = frozenset({"wrist", "shoulder"})  # regions a run does not load


@dataclass(frozen=True, slots=True, kw_only=True)
class PainToday:
    """What hurts, and what becomes of the work.

    Attributes
    ----------
    verdicts
        The strictest word on each exercise that a sore region bears on, by its id.
    ways
        Exercises on their way back after pain stopped them, by id.
    eased
        What an exercise asked for before a morning made it lighter, where that has settled since.
    lowered
        Exercises a morning made lighter whose weight from before is not back yet.
    sore
        Regions with their latest pain, by id; the quiet ones are not there.
    run
        What is left of the running.
    run_says
        Why, a sentence for each region that speaks.
    """

    verdicts: Mapping[str, PainVerdict] = field(default_factory=dict)
    ways: Mapping[str, WayBack] = field(default_factory=dict)
    eased: Mapping[str, Work] = field(default_factory=dict)
    lowered: frozenset[str] = frozenset()
    sore: Mapping[str, tuple[Region, int]] = field(default_factory=dict)
    run: RunAdvice = RunAdvice.AS_PLANNED
    run_says: tuple[str, ...] = ()

    @property
    def held(self) -> Mapping[str, str]:
        """Why an exercise may not get harder, by its id."""
        return {name: one.because for name, one in self.verdicts.items() if not one.may_step_up}


def pain_today(
    told: Told, exercises: Collection[str], known: Known, book: RuleBook, today: date
) -> PainToday:
    """Return what pain makes of some exercises and of the running; later days are not looked at."""
    sessions = [one for one in told.sessions if one.started_at.date() <= today]
    mornings = [one for one in told.check_ins if one.day <= today]
    reader = _Reader(told, known, book, today)
    verdicts: dict[str, list[PainVerdict]] = {name: [] for name in sorted(set(exercises))}
    ways: dict[str, WayBack] = {}
    sore: dict[str, tuple[Region, int]] = {}
    runs: list[tuple[RunAdvice, str]] = []
    latest = {one.day: one for one in mornings}.get(today)
    for name in sore_regions(sessions, mornings):
        if name not in known.regions:
            continue
        region = known.regions[name]
        felt = exposures_of(name, sessions, mornings)
        pain = reader.pain_now(felt, morning_pain(name, latest))
        if pain > 0:
            sore[name] = (region, pain)
        for one, words in verdicts.items():
            reader.hear(known.exercises[one], region, felt, pain, words, ways)
        runs += reader.of_runs(region, felt, pain)
    worst = max((advice for advice, _says in runs), key=_rank, default=RunAdvice.AS_PLANNED)
    lowered = {name: found for name in verdicts if (found := reader.lowered(name)) is not None}
    return PainToday(
        verdicts={
            name: word for name, said in verdicts.items() if (word := strictest(said)) is not None
        },
        ways=ways,
        eased=dict(reader.settled(lowered, sessions, mornings)),
        lowered=frozenset(lowered),
        sore=sore,
        run=worst,
        run_says=tuple(says for _advice, says in runs),
    )


class _Reader:
    """Reads one diary on one day."""

    def __init__(self, told: Told, known: Known, book: RuleBook, today: date) -> None:
        self.told, self.known, self.book, self.today = told, known, book, today

    def hear(
        self,
        exercise: Exercise,
        region: Region,
        felt: Sequence[Exposure],
        pain: int,
        words: list[PainVerdict],
        ways: dict[str, WayBack],
    ) -> None:
        """Add what one region says about one exercise."""
        way = way_back(exercise, region, felt, self._said_yes(exercise), self.book, self.today)
        if way is not None:
            known_way = ways.get(exercise.id)
            if known_way is None or way.stopped > known_way.stopped:
                ways[exercise.id] = way
            words.append(_on_its_way(way, exercise, region))
        else:
            done = [one for one in felt if exercise.id in one.done]
            if done and not stops(done[-1], exercise, region, self.book):  # or it came all the way
                words.append(next_time(done[-1], exercise, region, self.book))
            worked = [one for one in felt if self._is_felt(one, region)]
            waits = until_stable(worked, exercise, region, self.book, self.today)
            words += [] if waits is None else [waits]
        if pain > 0:
            words.append(this_morning(pain, exercise, region, self.book))

    def _is_felt(self, session: Exposure, region: Region) -> bool:
        """Whether a region feels anything of a session."""
        known = (self.known.exercises.get(name) for name in session.done)
        return any(one is not None and touches(one, region.id) for one in known)

    def pain_now(self, felt: Sequence[Exposure], this_morning: int | None) -> int:
        """The latest word on a region: this morning, or else the last session and its morning."""
        if this_morning is not None:
            return this_morning
        if not felt or felt[-1].day < self.today - timedelta(weeks=1):
            return 0
        after = felt[-1].after
        return felt[-1].worst if after is None else after

    def of_runs(
        self, region: Region, felt: Sequence[Exposure], pain: int
    ) -> Iterator[tuple[RunAdvice, str]]:
        """Yield what a region leaves of the running, where it says anything."""
        if region.id in ARMS:
            return
        yesterday = self.today - timedelta(days=1)
        last = felt[-1] if felt else None
        worse = last is not None and last.day == yesterday and flared(last, region, self.book)
        advice = run_advice(pain, region, self.book, worse=worse)
        if advice is not RunAdvice.AS_PLANNED:
            yield advice, run_words(advice, region)

    def settled(
        self,
        lowered: Mapping[str, tuple[date, Work]],
        sessions: Collection[PerformedSession],
        mornings: Collection[CheckIn],
    ) -> Iterator[tuple[str, Work]]:
        """Yield what an exercise asked for before rule G08 made it lighter, where it is quiet."""
        needed = self.book.parameters("G08").stable_sessions
        for name, (since, before) in sorted(lowered.items()):
            felt = [
                [one for one in exposures_of(region, sessions, mornings) if name in one.done]
                for region in sore_regions(sessions, mornings)
                if region in self.known.regions and touches(self.known.exercises[name], region)
            ]
            if all(self._is_calm(one, since, needed) for one in felt):
                yield name, before

    def _is_calm(self, felt: Sequence[Exposure], since: date, needed: int) -> bool:
        """Whether the last sessions with an exercise were no worse the morning after."""
        later = [one for one in felt if one.day > since][-needed:]
        return len(later) == needed and all(
            one.after is not None and one.rise == 0 for one in later
        )

    def lowered(self, exercise: str) -> tuple[date, Work] | None:
        """Return the first step down of the latest row of them, not taken back in full; else None.

        A step back to less than that begins the count of quiet sessions anew.
        """
        found = None
        for day, change in accepted(self.told.decisions):
            if change.about != exercise:
                continue
            if change.kind is ChangeKind.STEP_DOWN and change.rule == "G08":
                before = found[1] if found is not None else change.before
                found = None if before is None else (day, before)
            elif change.kind is ChangeKind.RETURN and _is_short_of(change, found):
                found = None if found is None else (day, found[1])
            elif change.kind in {ChangeKind.RETURN, ChangeKind.SWAP}:
                found = None
        return found

    def _said_yes(self, exercise: Exercise) -> dict[date, str]:
        """What the runner agreed to as a next stage of an exercise, by day."""
        return {
            day: exercise.id if change.after is None else change.after.exercise
            for day, change in accepted(self.told.decisions)
            if change.kind is ChangeKind.RETURN and change.about == exercise.id
        }


def _is_short_of(change: Change, eased: tuple[date, Work] | None) -> bool:
    """Whether a return is to less weight than there was before it was made lighter."""
    if eased is None or change.after is None:
        return False
    now_kg, before_kg = change.after.load_kg, eased[1].load_kg
    return now_kg is not None and before_kg is not None and now_kg < before_kg


def _on_its_way(way: WayBack, exercise: Exercise, region: Region) -> PainVerdict:
    out = way.stage is Stage.OUT
    return PainVerdict(
        region=region.id,
        exercise=exercise.id,
        answer=PainAnswer.SWAP if out else PainAnswer.HOLD,
        rule="G08",
        because=way.says(exercise, region),
    )


def _rank(advice: RunAdvice) -> int:
    return advice.rank
