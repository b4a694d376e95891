"""One exercise of one session, as it was asked for and as it was done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from runwright.coaching.exposures import touches
from runwright.coaching.known import Known
from runwright.coaching.told import Told
from runwright.domain.exercise import Exercise
from runwright.domain.pain_light import Light, pain_light
from runwright.domain.performed import PerformedPain, PerformedSession, PerformedSet
from runwright.domain.progress import PainSeen
from runwright.domain.script import ScriptExercise, SessionScript
from runwright.domain.session import Dose
from runwright.rules.content_windows import QUIET
from runwright.rules.registry import RuleBook


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneExercise:
    """An exercise in a session.

    Attributes
    ----------
    sets
        Working sets, as they were done, at the weight the session settled on: that of the last.
    earlier
        Working sets before the weight was changed.
    load_kg
        Lightest load of its sets. [kg]; None where one of them is not told
    pains
        Told with this exercise, or for a whole session that the sore region feels it in.
    is_near_pain
        Whether a region that feels this exercise hurt above green anywhere in the session.
    """

    exercise: Exercise
    day: date
    asked: Dose
    sets: tuple[PerformedSet, ...]
    load_kg: float | None
    pains: tuple[PainSeen, ...]
    is_near_pain: bool
    earlier: tuple[PerformedSet, ...] = ()

    @property
    def all_sets(self) -> tuple[PerformedSet, ...]:
        """Every working set."""
        return (*self.earlier, *self.sets)

    @property
    def got_heavier(self) -> bool:
        """Whether the weight was raised within the session."""
        if self.load_kg is None:
            return False
        return any(one.load_kg is not None and one.load_kg < self.load_kg for one in self.earlier)

    @property
    def light(self) -> Light:
        """Worst light of its pains; green where nothing was told."""
        return max((pain.light for pain in self.pains), key=_rank, default=Light.GREEN)

    @property
    def sets_a_side(self) -> int:
        """Working sets of the side that did fewer. [1]"""
        sides = {one.side for one in self.sets}
        return min(sum(one.side is side for one in self.sets) for side in sides)

    @property
    def is_loaded(self) -> bool:
        """Whether every working set is known to have had a weight."""
        return self.load_kg is not None and self.load_kg > 0

    def least(self, name: str) -> int | None:
        """Least of `name` (reps, hold_s, …) a set reached; None where none counts it."""
        told = [value for one in self.sets if (value := getattr(one, name)) is not None]
        return min(told) if told else None

    def reserve(self, book: RuleBook) -> int | None:
        """Least reserve told near the end of a set (rule P05); None where none can be believed."""
        believed = book.parameters("P05")
        told = [one.rir for one in self.sets if one.rir is not None]
        near = [rir for rir in told if rir < believed.unknown_from_rir]
        return min(near) if near else None

    def has_reserve(self, wanted: int, *, slack: int = 0) -> bool | None:
        """Whether the sets kept `wanted` repetitions in reserve; None where one does not tell.

        Far from the end people name too few rather than too many, so a far answer is enough here.

        Parameters
        ----------
        slack
            How far below it a set may be, where all together are not. [reps]
        """
        told = [one.rir for one in self.sets]
        known = [rir for rir in told if rir is not None]
        if any(rir < wanted - slack for rir in known):
            return False
        if len(known) < len(told):
            return None
        return fmean(known) >= wanted

    def reserve_reps(self, book: RuleBook) -> float | None:
        """Mean reserve of the sets, far answers as near as they can be believed; None untold."""
        most = book.parameters("P05").unknown_from_rir
        told = [min(one.rir, most) for one in self.sets if one.rir is not None]
        return fmean(told) if told else None


def _settled(sets: Sequence[PerformedSet]) -> tuple[PerformedSet, ...]:
    """Return the sets of each side at the weight of its last; all of them where one is not told."""
    if any(one.load_kg is None for one in sets):
        return tuple(sets)
    found: list[PerformedSet] = []
    settled_kg: dict[object, float | None] = {}
    done_with: set[object] = set()
    for one in reversed(sets):
        if settled_kg.setdefault(one.side, one.load_kg) != one.load_kg:
            done_with.add(one.side)
        if one.side not in done_with:
            found.append(one)
    return tuple(reversed(found))


def _lightest_kg(sets: Sequence[PerformedSet]) -> float | None:
    loads = [one.load_kg for one in sets if one.load_kg is not None]
    return min(loads) if loads and len(loads) == len(sets) else None


def _rank(light: Light) -> int:
    return light.rank


class DiaryReader:
    """Reads sessions of a diary as exercises that were asked for and done."""

    def __init__(self, told: Told, known: Known, book: RuleBook) -> None:
        self.told, self.known = told, known
        self.limits = book.parameters("G07")
        self._doses: dict[tuple[str, int], dict[str, Dose]] = {}

    def sessions(self) -> tuple[PerformedSession, ...]:
        """Every session, oldest first."""
        return tuple(sorted(self.told.sessions, key=lambda one: (one.started_at, one.id)))

    def exercises(self, session: PerformedSession) -> Iterator[DoneExercise]:
        """Yield what was done in a session and can get harder or easier."""
        asked = self._asked_in(session)
        for name in dict.fromkeys(one.exercise for one in session.sets):
            exercise = self.known.exercises.get(name)
            sets = tuple(one for one in session.sets if one.exercise == name and not one.is_ramp)
            if exercise is None or len(sets) == 0 or set(exercise.roles) <= QUIET:
                continue
            labels = {one.label for one in sets}
            settled = _settled(sets)
            yield DoneExercise(
                exercise=exercise,
                day=session.started_at.date(),
                asked=asked.get(name) or usual_dose(exercise),
                sets=settled,
                earlier=tuple(one for one in sets if one not in settled),
                load_kg=_lightest_kg(settled),
                pains=tuple(
                    self._pain(pain, session, name)
                    for pain in self._pains_of(session)
                    if pain.label in labels or (not pain.label and touches(exercise, pain.region))
                ),
                is_near_pain=any(
                    touches(exercise, pain.region)
                    and self.light(pain.region, pain.pain_0_10) is not Light.GREEN
                    for pain in self._pains_of(session)
                ),
            )

    def _pains_of(self, session: PerformedSession) -> Iterator[PerformedPain]:
        return (pain for pain in session.pains if pain.region in self.known.regions)

    def pains(self) -> tuple[PainSeen, ...]:
        """Every pain of the diary with its light, oldest first; unknown regions are left out."""
        found = [
            self._pain(pain, session, self._done_at(pain, session))
            for session in self.told.sessions
            for pain in self._pains_of(session)
        ]
        found += [
            PainSeen(
                day=check_in.day,
                region=pain.region,
                pain_0_10=pain.pain_0_10,
                light=self.light(pain.region, pain.pain_0_10),
                side=pain.side,
                next_morning=True,
            )
            for check_in in self.told.check_ins
            for pain in check_in.pains
            if pain.region in self.known.regions
        ]
        return tuple(sorted(found, key=_pain_order))

    def _pain(self, pain: PerformedPain, session: PerformedSession, exercise: str) -> PainSeen:
        return PainSeen(
            day=session.started_at.date(),
            region=pain.region,
            pain_0_10=pain.pain_0_10,
            light=self.light(pain.region, pain.pain_0_10),
            side=pain.side,
            exercise=exercise,
        )

    def light(self, region: str, pain_0_10: int) -> Light:
        """Return the light of a pain in a region (rule G07)."""
        return pain_light(pain_0_10, self.known.regions[region].tissue, self.limits)

    @staticmethod
    def _done_at(pain: PerformedPain, session: PerformedSession) -> str:
        """Exercise of the place where a pain was told; '' where it was after the session."""
        if not pain.label:
            return ""
        return next((one.exercise for one in session.sets if one.label == pain.label), "")

    def _asked_in(self, session: PerformedSession) -> Mapping[str, Dose]:
        """Doses of everything the session's script offered, by exercise."""
        script = self.told.scripts.get(session.script)
        if script is None:
            return {}
        key = (script.id, session.minutes)
        known = self._doses.get(key)
        if known is None:
            known = self._doses[key] = _doses(script, session.minutes)
        return known


def _doses(script: SessionScript, minutes: int) -> dict[str, Dose]:
    """Doses by exercise: what is prescribed first, then what may stand in for it."""
    alike = [one for one in script.versions if one.minutes == minutes]
    version = alike[0] if alike else script.versions[0]
    items = [item for block in version.blocks for item in block.items]
    found: dict[str, Dose] = {}
    for item in items:
        found.setdefault(item.prescribed.exercise, dose_of(item.prescribed))
    for item in items:
        for one in (item.easier, *item.swaps):
            if one is not None and one.exercise not in found:
                found[one.exercise] = dose_of(one)
    return found


def dose_of(one: ScriptExercise) -> Dose:
    """Return the dose a script asks for; ramp sets are left out."""
    targets = [target for target in one.sets if target.ramp_share is None]
    first = targets[0] if targets else None
    return Dose(
        sets=max((target.number for target in targets), default=1),
        reps=first.reps if first is not None else None,
        hold_s=first.hold_s if first is not None else None,
        distance_m=first.distance_m if first is not None else None,
        steps=first.steps if first is not None else None,
        contacts=first.contacts if first is not None else None,
        rir=one.rir,
        rir_or_more=one.rir_or_more,
        load_kg=one.load_kg,
        rest_s=one.rest_s,
        tempo=one.tempo,
    )


def usual_dose(exercise: Exercise) -> Dose:
    """Return what an exercise asks for when nothing else was said."""
    own = exercise.dose
    return Dose(
        sets=own.sets[0],
        reps=own.reps,
        hold_s=own.hold_s[0] if own.hold_s is not None else None,
        contacts=own.contacts[0] if own.contacts is not None else None,
        tempo=exercise.tempo,
    )


def _pain_order(pain: PainSeen) -> tuple[str, bool, str, str, str, int]:
    side = "" if pain.side is None else pain.side.value
    by_day = pain.day.isoformat()
    return by_day, not pain.next_morning, pain.region, side, pain.exercise, pain.pain_0_10
