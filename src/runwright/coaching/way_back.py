"""The way back of an exercise that pain stopped: out, easier, back, each entered on purpose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from runwright.coaching.exposures import Exposure
from runwright.coaching.pain import flared, light_of, stops
from runwright.domain.evidence import Region
from runwright.domain.exercise import Exercise
from runwright.domain.pain_light import Light
from runwright.domain.words import _, ngettext
from runwright.rules.registry import RuleBook

STAGES_TO_SHOW = 2  # out and easier


class Stage(StrEnum):
    """How far an exercise has come since pain stopped it."""

    OUT = "out"
    EASIER = "easier"
    BACK = "back"

    @property
    def following(self) -> "Stage":
        """The next stage; BACK is the last."""
        stages = tuple(Stage)
        return stages[min(stages.index(self) + 1, len(stages) - 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class WayBack:
    """Where an exercise stands on its way back.

    Attributes
    ----------
    stopped
        Day of the session that stopped it.
    quiet
        Sessions in a row that counted: green, and settled the morning after. [1]
    needed
        How many it takes (rule G08). [1]
    is_open
        Whether the morning after the last session is still to come: nothing comes back before it.
    """

    exercise: str
    region: str
    stage: Stage
    stopped: date
    quiet: int
    needed: int
    is_open: bool = False

    @property
    def may_go_on(self) -> bool:
        """Whether the next stage may be offered; the runner still has to say yes."""
        return self.quiet >= self.needed and not self.is_open

    def says(self, exercise: Exercise, region: Region) -> str:
        """Return where it stands, in words."""
        facts = {
            "name": _(exercise.name),
            "place": _(region.name),
            "quiet": self.quiet,
            "needed": self.needed,
        }
        if self.may_go_on:
            says = ngettext(
                "{place} stayed quiet for {quiet} session. {name} can take the next step.",
                "{place} stayed quiet for {quiet} sessions. {name} can take the next step.",
                self.quiet,
            )
        elif self.quiet >= self.needed:
            says = ngettext(
                "{place} stayed quiet for {quiet} session. The morning after the last one decides "
                "about {name}.",
                "{place} stayed quiet for {quiet} sessions. The morning after the last one decides "
                "about {name}.",
                self.quiet,
            )
        elif self.stage is Stage.OUT:
            says = ngettext(
                "{name} is out: {quiet} of {needed} session with {place} quiet so far.",
                "{name} is out: {quiet} of {needed} sessions with {place} quiet so far.",
                self.needed,
            )
        else:
            says = ngettext(
                "{name} is back, lighter: {quiet} of {needed} session with {place} quiet.",
                "{name} is back, lighter: {quiet} of {needed} sessions with {place} quiet.",
                self.needed,
            )
        return says.format(**facts)


def way_back(
    exercise: Exercise,
    region: Region,
    exposures: Sequence[Exposure],
    said_yes: Mapping[date, str],
    book: RuleBook,
    today: date,
) -> WayBack | None:
    """Return where an exercise stands; None where pain never stopped it, or it is back.

    Who did the exercise all the same, quietly for as many sessions as both stages take, has shown
    what the way back would ask: it is back, whether or not they were asked.

    Parameters
    ----------
    exposures
        Every session as the region felt it, oldest first.
    said_yes
        What the runner agreed to do as the next stage of this exercise, by day: itself, or a rung
        below it.
    """
    stopped_on = [one.day for one in exposures if stops(one, exercise, region, book)]
    if not stopped_on:
        return None
    steps = sorted(day for day in said_yes if day > stopped_on[-1])
    stage = Stage.OUT
    for _step in steps:
        stage = stage.following
    if stage is Stage.BACK:
        return None
    needed = book.parameters("G08").stable_sessions
    known = [one for one in exposures if not (one.is_open(today) and _is_green(one, region, book))]
    done = [one for one in known if one.day > stopped_on[-1] and exercise.id in one.done]
    if not steps and _quiet_in_a_row(done, region, book) >= STAGES_TO_SHOW * needed:
        return None
    since = steps[-1] if steps else stopped_on[-1]
    counted = [
        one
        for one in known
        if one.day > stopped_on[-1]
        and one.day >= since
        and (stage is Stage.OUT or {exercise.id, said_yes[since]} & {*one.done})
    ]
    return WayBack(
        exercise=exercise.id,
        region=region.id,
        stage=stage,
        stopped=stopped_on[-1],
        quiet=_quiet_in_a_row(counted, region, book),
        needed=needed,
        is_open=len(known) < len(exposures),
    )


def is_quiet(exposure: Exposure, region: Region, book: RuleBook) -> bool:
    """Whether a session stayed green, the morning after was told and not clearly worse (G08)."""
    if exposure.after is None or flared(exposure, region, book):
        return False
    return _is_green(exposure, region, book)


def _is_green(exposure: Exposure, region: Region, book: RuleBook) -> bool:
    """Whether nothing that was told of a session and the morning after it is above green."""
    return light_of(max(exposure.worst, exposure.after or 0), region, book) is Light.GREEN


def _quiet_in_a_row(exposures: Sequence[Exposure], region: Region, book: RuleBook) -> int:
    count = 0
    for exposure in reversed(exposures):
        if not is_quiet(exposure, region, book):
            break
        count += 1
    return count
