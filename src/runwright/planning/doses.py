"""Sets, repetitions, reserve, rest and tempo of every exercise in every week."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from runwright.domain.exercise import DoseKind, Exercise, Role
from runwright.domain.protocol import Phase, Slot
from runwright.domain.runner import Runner, StrengthExperience
from runwright.domain.session import Dose, RampSet, SessionKind
from runwright.rules.registry import RuleBook

HEAVY_ROLES = frozenset({Role.MAIN})
MODERATE_ROLES = frozenset({Role.SINGLE_LEG, Role.CALF})
TENDON_REGIONS = frozenset({"achilles_midportion", "achilles_insertional", "patellar_tendon"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOfTraining:
    """What a dose depends on besides the exercise.

    Attributes
    ----------
    programme_week
        Weeks of the programme before this one. 0 in the first
    block_week
        Weeks of the phase before this one. 0 in the first
    eased_sets
        Sets taken off each exercise because of sleep (rule L09).
    session_min
        Minutes of the session it is for; None where they do not matter. [min]
    """

    phase: Phase
    programme_week: int
    block_week: int
    deload: bool
    eased_sets: int = 0
    session_min: int | None = None


class Doses:
    """Doses for one runner by the rules in force."""

    def __init__(
        self, book: RuleBook, settings: Mapping[str, Any], runner: Runner, kit: frozenset[str]
    ) -> None:
        self.book, self.settings, self.runner = book, settings, runner
        self.novice_lifter = runner.strength_experience is StrengthExperience.NONE
        second = settings["second_best_heavy"]
        self.second_best = not kit & frozenset(second["kit"])
        self.tendon = any(
            pain.region in TENDON_REGIONS and pain.pain_0_10 > 0 for pain in runner.pains
        )

    def dose(
        self,
        exercise: Exercise,
        role: Role,
        kind: SessionKind,
        week: WeekOfTraining,
        slot: Slot | None = None,
    ) -> Dose:
        """The dose of an exercise in a week; an article's slot gives its own numbers."""
        if role is Role.STATIC and exercise.dose.hold_s is not None:
            return self._stretch(exercise, exercise.dose.hold_s, kind, week)
        sets = self._sets(exercise, role, kind, week, slot)
        rir = self._rir(exercise, kind, week)
        counted = self._counted(exercise, role, kind, week, slot)
        return Dose(
            sets=sets,
            rir=rir,
            rest_s=self._rest_s(role, kind, week),
            tempo=self._tempo(exercise, role),
            **counted,
        )

    def _stretch(
        self, exercise: Exercise, allowed: tuple[int, int], kind: SessionKind, week: WeekOfTraining
    ) -> Dose:
        """A stretch by rule D21, every week the same: nothing of it is load that could be eased."""
        d21 = self.book.parameters("D21")
        hold_s = min(allowed[1], d21.static_hold_s[1])
        low, high = d21.static_sets
        return Dose(
            sets=min(high, max(low, -(-d21.static_total_s // hold_s))),
            hold_s=hold_s,
            rest_s=self._rest_s(Role.STATIC, kind, week),
            tempo=exercise.tempo,
        )

    def _sets(
        self,
        exercise: Exercise,
        role: Role,
        kind: SessionKind,
        week: WeekOfTraining,
        slot: Slot | None,
    ) -> int:
        own = exercise.dose.sets
        if slot is not None and slot.sets is not None:
            own = slot.sets
            wished = (
                own[1] if week.programme_week >= self.book.parameters("D05").first_weeks else own[0]
            )
        else:
            table = self.settings["sets"][self._sets_row(kind, week)]
            wished = table.get(role.value, own[0])
        d05 = self.book.parameters("D05")
        if week.programme_week < d05.first_weeks:
            wished = min(wished, d05.first_weeks_sets[1])
        if self._is_older() and week.programme_week < d05.first_weeks:
            wished = self.book.parameters("G15").start_sets
        if week.deload and kind is not SessionKind.SHORT:
            wished = self._deloaded(wished)
        return int(max(1, wished - week.eased_sets))

    def _sets_row(self, kind: SessionKind, week: WeekOfTraining) -> str:
        """Row of the table of sets: the phase's, or that of short sessions."""
        brief = week.session_min is not None and (
            week.session_min < self.settings["brief_session"]["below_min"]
        )
        return "short" if kind is SessionKind.SHORT or brief else week.phase.value

    def _deloaded(self, sets: int) -> int:
        low, high = self.book.parameters("L13").sets_cut_share
        return int(max(1, round(sets * (1 - (low + high) / 2))))

    def _is_older(self) -> bool:
        return (
            self.runner.age is not None and self.runner.age >= self.book.parameters("G15").from_age
        )

    def _is_minor(self) -> bool:
        return (
            self.runner.age is not None and self.runner.age < self.book.parameters("G14").under_age
        )

    def most_contacts(self) -> int:
        """Most landings a session may have for this runner (rules D20, G14)."""
        rule = "G14" if self._is_minor() else "D20"
        numbers = self.book.parameters(rule)
        return int(numbers.contacts_max if rule == "G14" else numbers.contacts_cap)

    def _rir(self, exercise: Exercise, kind: SessionKind, week: WeekOfTraining) -> int | None:
        if exercise.dose_kind is not DoseKind.REPS or not _is_strength_work(exercise):
            return None
        d07, d08 = self.book.parameters("D07"), self.book.parameters("D08")
        if kind is SessionKind.LIGHT:
            rir = self.book.parameters("S10").min_rir
        elif week.programme_week == 0:
            rir = self.book.parameters("P01").first_rir
        else:
            low, high = {
                Phase.FOUNDATION: d07.foundation_rir,
                Phase.TRANSITION: d07.foundation_rir,
                Phase.BUILD: d07.build_rir,
            }.get(week.phase, d07.strength_rir)
            rir = max(low, high - week.block_week // 2)
        least = [d08.min_rir_novice if self.novice_lifter else d08.min_rir]
        if self._is_minor():
            least.append(self.book.parameters("G14").min_rir)
        if self.runner.pregnant:
            least.append(self.book.parameters("G13").min_rir)
        return int(max(rir, *least))

    def _counted(
        self,
        exercise: Exercise,
        role: Role,
        kind: SessionKind,
        week: WeekOfTraining,
        slot: Slot | None,
    ) -> dict[str, Any]:
        own = exercise.dose
        if slot is not None and _is_dosed(slot):
            hold = slot.hold_s
            return {
                "reps": slot.reps,
                "hold_s": self._hold_s(hold, week, role) if hold is not None else None,
                "steps": slot.steps[1] if slot.steps is not None else None,
            }
        if exercise.dose_kind is DoseKind.HOLD and own.hold_s is not None:
            return {"hold_s": self._hold_s(own.hold_s, week, role)}
        if exercise.dose_kind is DoseKind.DISTANCE:
            return {
                "distance_m": own.distance_m[0] if own.distance_m is not None else None,
                "steps": own.steps[0] if own.steps is not None else None,
            }
        if exercise.dose_kind is DoseKind.CONTACTS:
            return {
                "contacts": own.contacts[0] if own.contacts is not None else None,
                "hold_s": own.hold_s[0] if own.hold_s is not None else None,
            }
        return {
            "reps": self._reps(exercise, role, kind, week),
            "rep_hold_s": own.rep_hold_s,
            "hold_s": own.hold_s[0] if own.hold_s is not None else None,
        }

    def _hold_s(self, allowed: tuple[int, int], week: WeekOfTraining, role: Role) -> int:
        """Core holds start at 20 s and grow by 5 s a week inside their range (rule P09)."""
        p09 = self.book.parameters("P09")
        low, high = allowed
        if role is not Role.CORE:
            return low
        start = max(low, min(p09.hold_start_s, high))
        return int(min(high, start + p09.hold_step_s * week.block_week))

    def _reps(
        self, exercise: Exercise, role: Role, kind: SessionKind, week: WeekOfTraining
    ) -> tuple[int, int] | None:
        own = exercise.dose.reps
        if own is None or role not in HEAVY_ROLES | MODERATE_ROLES or kind is SessionKind.LIGHT:
            return own
        if role is Role.CALF or not exercise.loadable:
            return self._within(own, self.book.parameters("D07").isolation_reps)
        return self._within(own, self._phase_reps(role, week))

    def _phase_reps(self, role: Role, week: WeekOfTraining) -> tuple[int, int]:
        d07 = self.book.parameters("D07")
        phase: tuple[int, int] = {
            Phase.FOUNDATION: d07.foundation_reps,
            Phase.TRANSITION: d07.foundation_reps,
            Phase.BUILD: d07.build_reps,
            Phase.STRENGTH: d07.strength_reps,
        }.get(week.phase, d07.maintain_reps)
        heavy = week.phase not in {Phase.FOUNDATION, Phase.TRANSITION, Phase.BUILD}
        if heavy and self.second_best:
            low, high = self.settings["second_best_heavy"]["reps"]
            phase = (low, high)
        if heavy and role is not Role.MAIN:
            phase = d07.build_reps
        if self._is_minor():
            low, high = self.book.parameters("G14").reps
            phase = (max(low, phase[0]), max(low, min(high, phase[1])))
        return phase

    @staticmethod
    def _within(own: tuple[int, int], wanted: tuple[int, int]) -> tuple[int, int]:
        """The phase's range inside what the exercise is good for; its own where they miss."""
        low, high = max(own[0], wanted[0]), min(own[1], wanted[1])
        return (low, high) if low <= high else own

    def _rest_s(self, role: Role, kind: SessionKind, week: WeekOfTraining) -> int:
        d09 = self.book.parameters("D09")
        heavy = kind.loads_legs_hard and role in HEAVY_ROLES
        rest = d09.accessory_rest_s
        if heavy:
            rest = d09.heavy_rest_s
        elif role in HEAVY_ROLES | MODERATE_ROLES:
            rest = d09.moderate_rest_s if week.phase is not Phase.RACE else d09.accessory_rest_s
        if self._is_older() and role in HEAVY_ROLES | MODERATE_ROLES:
            rest = max(rest, self.book.parameters("G15").rest_min_s)
        return int(rest)

    def _tempo(self, exercise: Exercise, role: Role) -> str:
        if self.tendon and role is Role.CALF and exercise.dose_kind is DoseKind.REPS:
            return str(self.book.parameters("D25").tendon_tempo)
        return exercise.tempo

    def ramp(self, exercise: Exercise, role: Role, kind: SessionKind) -> tuple[RampSet, ...]:
        """Lighter sets before a heavy main lift (rule W04); none where nothing is loaded."""
        if role is not Role.MAIN or not kind.loads_legs_hard or not exercise.loadable:
            return ()
        return tuple(
            RampSet(load_share=one["one_rm_share_of_load"], reps=one["reps"])
            for one in self.book.parameters("W04").ramp
        )


def _is_strength_work(exercise: Exercise) -> bool:
    quiet = {Role.MOBILITY, Role.STATIC, Role.ROLLING, Role.DYNAMIC, Role.RAISE}
    return not set(exercise.roles) <= quiet


def _is_dosed(slot: Slot) -> bool:
    """Whether an article gives its own repetitions, seconds or steps."""
    return any(one is not None for one in (slot.reps, slot.hold_s, slot.steps))


def with_sets(dose: Dose, sets: int) -> Dose:
    """The same dose with another number of sets, at least one."""
    return replace(dose, sets=max(1, sets))
