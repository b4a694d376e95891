"""Sessions of an article's protocol: its own exercises in its own order."""

from dataclasses import replace

from runwright.domain.exercise import Exercise, Role
from runwright.domain.protocol import Slot
from runwright.domain.said import together
from runwright.domain.words import _
from runwright.planning.alternatives import easier_than
from runwright.planning.compose import SECONDS_PER_MINUTE, Item, compose
from runwright.planning.doses import WeekOfTraining, with_sets
from runwright.planning.session_items import ESSENTIAL_ROLES, SessionItems
from runwright.planning.session_spot import SessionSpot

LEAN_SETS = 2  # a shortened session keeps as many of each exercise
LEG_PATTERNS = frozenset({
    "squat",
    "single_leg_squat",
    "hinge",
    "bridge",
    "hamstring_curl",
    "calf_straight",
    "calf_bent",
})


class TemplateSessions:
    """Fills sessions from the templates of a protocol."""

    def __init__(self, items: SessionItems) -> None:
        self.items = items

    def session(self, spot: SessionSpot, week: WeekOfTraining) -> tuple[list[Item], list[Item]]:
        """Warm-up items and the items of the template whose turn it is, cut to the time."""
        serving = [one for one in self.items.protocol.templates if spot.placed.kind in one.kinds]
        if not serving:
            return self.items.opening(spot, week), []
        template = serving[spot.ordinal % len(serving)]
        turn = week.programme_week * 2 + spot.ordinal
        items = [
            item
            for slot in template.slots
            if (item := self._slot_item(slot, spot, week, turn)) is not None
        ]
        own_opening = any(item.role in {Role.DYNAMIC, Role.MOBILITY, Role.RAISE} for item in items)
        opening = [] if own_opening else self.items.opening(spot, week)
        left = spot.placed.duration_min * SECONDS_PER_MINUTE - compose(opening).seconds
        return opening, shortened(items, left)

    def _slot_item(
        self, slot: Slot, spot: SessionSpot, week: WeekOfTraining, turn: int
    ) -> Item | None:
        if slot.role is Role.STATIC:
            turn = week.programme_week  # a muscle is stretched twice in its week (D21)
        exercise = self._slot_exercise(slot, spot.kit, turn)
        if exercise is None:
            return None
        dose = self.items.doses.dose(exercise, slot.role, spot.placed.kind, week, slot)
        return Item(
            exercise=exercise,
            role=slot.role,
            dose=dose,
            ramp=self.items.doses.ramp(exercise, slot.role, spot.placed.kind),
            worth=0 if slot.optional else 1,
            essential=slot.role in ESSENTIAL_ROLES and not slot.optional,
            heavy=slot.role is Role.MAIN and spot.placed.kind.loads_legs_hard,
            lower_body=exercise.pattern in LEG_PATTERNS,
            together=slot.label[:1],
            note=together((_(slot.note), self.items.selection.note_for(exercise))),
        )

    def _slot_exercise(self, slot: Slot, kit: frozenset[str], turn: int) -> Exercise | None:
        """The slot's exercise whose turn it is, or the next, or an easier one that may be done."""
        names = slot.one_of[turn % len(slot.one_of) :] + slot.one_of[: turn % len(slot.one_of)]
        for name in names:
            exercise = self.items.library.exercises[name]
            if self.items.selection.is_allowed(exercise, kit):
                return exercise
        for name in names:
            library = self.items.library
            easier = easier_than(library.exercises[name], library, self.items.selection, kit)
            if easier is not None:
                return easier
        return None


def shortened(items: list[Item], left_s: int) -> list[Item]:
    """The article's session in the time there is: fewer sets first, then from its end."""
    kept = list(items)
    while compose(kept).seconds > left_s:
        most = max((item.dose.sets for item in kept if item.role is not Role.STATIC), default=0)
        if most > LEAN_SETS:
            kept = [
                item
                if item.role is Role.STATIC
                else replace(item, dose=with_sets(item.dose, min(item.dose.sets, most - 1)))
                for item in kept
            ]
            continue
        spare = [item for item in kept if not item.essential]
        if len(kept) == 1:
            break
        kept.remove((spare or kept)[-1])
    return kept
