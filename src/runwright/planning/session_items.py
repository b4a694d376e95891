"""Exercises with their dose, on the way into a session: lifts, warm-up drills, jumps."""

from dataclasses import replace

from runwright.domain.exercise import Exercise, Role, Sides
from runwright.domain.protocol import Area, Protocol
from runwright.domain.session import Dose, SessionKind
from runwright.knowledge.library import Library
from runwright.planning.compose import Item
from runwright.planning.doses import Doses, WeekOfTraining, with_sets
from runwright.planning.selection import Selection
from runwright.planning.session_spot import Chosen, SessionSpot
from runwright.rules.registry import RuleBook

ESSENTIAL_ROLES = frozenset({Role.MAIN, Role.CALF, Role.PLYO})  # what the shortest version keeps
OPENING_DRILLS = 2  # moving drills in a session's own warm-up, besides getting warm
JUMPS_PICKED = 2  # exercises of a jump session: just below the hardest that is allowed


class SessionItems:
    """Makes the items of one runner's sessions.

    Parameters
    ----------
    needed
        Movement patterns the screen asks for.
    """

    def __init__(  # keyword-only, the parts of one season
        self,
        *,
        library: Library,
        protocol: Protocol,
        book: RuleBook,
        selection: Selection,
        doses: Doses,
        needed: frozenset[str],
    ) -> None:
        self.library, self.protocol, self.book = library, protocol, book
        self.selection, self.doses, self.needed = selection, doses, needed
        self.settings = library.planner["content"]

    def is_needed(self, area: Area) -> bool:
        """Whether the screen asks for the area's first pattern."""
        return bool(self.needed & set(area.patterns[:1]))

    def item(self, chosen: Chosen, kind: SessionKind, week: WeekOfTraining) -> Item:
        """An area's exercise with its dose in a week."""
        area, exercise = chosen.area, chosen.exercise
        return Item(
            exercise=exercise,
            role=area.role,
            dose=self.doses.dose(exercise, area.role, kind, week),
            ramp=self.doses.ramp(exercise, area.role, kind),
            worth=area.priority + (self.settings["need_first"] if self.is_needed(area) else 0),
            essential=area.role in ESSENTIAL_ROLES,
            group=area.group,
            heavy=area.role is Role.MAIN and kind.loads_legs_hard,
            lower_body=area.lower_body,
            rules=self._rules_for(area, exercise),
            note=self.selection.note_for(exercise),
        )

    def _rules_for(self, area: Area, exercise: Exercise) -> tuple[str, ...]:
        found = ["D12"]
        if area.role is Role.CALF:
            found.append("D18")
        if area.lower_body and exercise.is_single_leg:
            found.append("D13")
        if self.is_needed(area):
            found.append("A07")
        return tuple(found)

    def opening(self, spot: SessionSpot, week: WeekOfTraining) -> list[Item]:
        """Getting warm and a moving drill or two (rule W02); light sessions start at once."""
        if spot.placed.kind is SessionKind.LIGHT:
            return []
        drills = 1 if spot.placed.kind is SessionKind.SHORT else OPENING_DRILLS
        return [
            Item(
                exercise=one,
                role=one.roles[0],
                dose=with_sets(self.doses.dose(one, one.roles[0], spot.placed.kind, week), 1),
                rules=("W02",),
            )
            for one in self.warm_up(spot.kit, drills, running=False)
        ]

    def warm_up(self, kit: frozenset[str], drills: int, *, running: bool) -> list[Exercise]:
        """What the protocol's warm-up list offers: getting warm first, then moving drills."""
        offered = [self.library.exercises[name] for name in self.protocol.warm_up]
        allowed = [
            one
            for one in offered
            if self.selection.is_allowed(one, kit) and (running or one.id != "wu_strides")
        ]
        raise_first = [one for one in allowed if Role.RAISE in one.roles][:1]
        return raise_first + [one for one in allowed if Role.RAISE not in one.roles][:drills]

    def jumps(self, spot: SessionSpot, week: WeekOfTraining) -> list[Item]:
        """Jumps within the session's contacts (rules D20, P10); none where none are allowed."""
        d20, p10 = self.book.parameters("D20"), self.book.parameters("P10")
        hard = self.book.parameters("G16").hard_level
        offered = self.selection.plyometrics(spot.kit, hard_level=hard)
        counted = [
            one for one in offered if one.dose.contacts is not None or one.dose.hold_s is not None
        ]
        picked = counted[-JUMPS_PICKED - 1 : -1] or counted[-1:]
        low, _ = d20.contacts_start
        cap = min(d20.contacts_cap, self.doses.most_contacts())
        most = min(cap, low * (1 + p10.contacts_step_share) ** week.block_week)
        if week.deload:
            most = most / 2
        return [self._jump(one, most / max(1, len(picked)), week) for one in picked]

    def _landings(self, dose: Dose) -> int:
        """Landings of a set of hopping by the clock."""
        seconds = dose.hold_s if dose.hold_s is not None else 1
        return int(seconds * self.book.parameters("D20").hops_per_s)

    def _jump(self, exercise: Exercise, contacts: float, week: WeekOfTraining) -> Item:
        dose = self.doses.dose(exercise, Role.PLYO, SessionKind.JUMPS, week)
        each = dose.contacts if dose.contacts is not None else self._landings(dose)
        legs = 2 if exercise.sides is Sides.EACH else 1
        sets = int(max(1, min(exercise.dose.sets[1], contacts // (each * legs))))
        return Item(
            exercise=exercise,
            role=Role.PLYO,
            dose=replace(dose, sets=sets, rir=None),
            essential=True,
            rules=("D20", "P10"),
            note=self.selection.note_for(exercise),
        )
