"""A calf block as a day asks for it: its repetitions, tempo and rest, in the plan's own sets."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property

from runwright.coaching.calf_block import (
    RULE,
    CalfBlock,
    block_dose,
    calf_blocks,
    is_block_work,
)
from runwright.coaching.calf_block_offer import INSERTIONAL, is_for
from runwright.domain.exercise import Role
from runwright.domain.plan import Reason
from runwright.domain.said import together
from runwright.domain.session import Prescription
from runwright.domain.words import _
from runwright.usecases.coach import Coach


class FollowedBlock:
    """Changes calf work by the block that was agreed on; without one nothing.

    Parameters
    ----------
    coach
        Who looks at the runner today.
    """

    def __init__(self, coach: Coach) -> None:
        self.coach, self.today = coach, coach.order.today

    def item(self, item: Prescription, day: date) -> Prescription:
        """Return an exercise as the block asks for it on a day."""
        block = self._on(item, day)
        if block is None or item.dose.reps is None:
            return item
        dose = block_dose(item.dose, block.week(day), self.coach.book)
        return replace(item, dose=dose, note=together((self._words(block, day), item.note)))

    def why(self, item: Prescription, day: date) -> Iterator[Reason]:
        """Yield why an exercise is not asked for as planned."""
        block = self._on(item, day)
        if block is not None:
            yield Reason(rule=RULE, says=self._words(block, day))

    def covers(self, exercise: str, day: date) -> bool:
        """Whether an exercise was work of a block on a day."""
        is_work = is_block_work(self.coach.library.exercises[exercise])
        return is_work and any(one.covers(day) for one in self._blocks)

    def _on(self, item: Prescription, day: date) -> CalfBlock | None:
        is_work = is_block_work(self.coach.library.exercises[item.exercise])
        if item.role is not Role.CALF or not is_work or not self._goes_on:
            return None
        return next((one for one in self._blocks if one.covers(day)), None)

    @cached_property
    def _blocks(self) -> tuple[CalfBlock, ...]:
        coach = self.coach
        return calf_blocks(coach.told, coach.library, coach.book, self.today)

    @cached_property
    def _goes_on(self) -> bool:
        """Whether nothing came up since that a block is not for."""
        coach, runner = self.coach, self.coach.order.runner
        fits = is_for(coach.screening.gates, coach.book, pregnant=runner.pregnant, age=runner.age)
        return fits and INSERTIONAL not in coach.pains.sore

    def _words(self, block: CalfBlock, day: date) -> str:
        p = self.coach.book.parameters(RULE)
        says = _("Calf block, week {week} of {weeks}: slow and heavy, {tempo} (down, pause, up).")
        return says.format(week=min(block.week(day), p.weeks), weeks=p.weeks, tempo=p.tempo)
