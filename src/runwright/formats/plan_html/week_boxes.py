"""What a day holds as boxes on the clock: runs, the session, and small work, by their start."""

from dataclasses import dataclass
from enum import StrEnum

from runwright.domain.calendar import clock
from runwright.domain.plan import DayPlan, Extra, PlannedSession
from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.session import SessionKind
from runwright.domain.words import _
from runwright.formats.plan_words.kinds import run_amount, run_title


class Hue(StrEnum):
    """Colour of a kind of work."""

    RUN = "sky"
    RACE = "coral"
    STRENGTH = "pine"
    JUMPS = "amber"
    SMALL = "moss"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Something on a day.

    Attributes
    ----------
    start_min, end_min
        Minutes after midnight. [min]
    link
        Anchor of the session it is; '' for none.
    is_small
        Whether it is small work, shown on one line.
    """

    title: str
    start_min: int
    end_min: int
    detail: str
    hue: Hue
    link: str = ""
    is_small: bool = False

    @property
    def start(self) -> str:
        """Clock time of the start."""
        return clock(self.start_min)

    @property
    def said(self) -> str:
        """The box in one line, ``17:45 Heavy legs A, 35 min``."""
        words = _("{start} {title}, {detail}")
        return words.format(start=self.start, title=self.title, detail=self.detail)


def boxes_of(day: DayPlan) -> list[Box]:
    """Return everything a day holds, by start."""
    found = [_run_box(run) for run in day.runs]
    if day.session is not None:
        found.append(_session_box(day.session))
    found += [_extra_box(extra) for extra in day.extras]
    return sorted(found, key=lambda box: (box.start_min, box.is_small, box.title))


def session_anchor(session: PlannedSession) -> str:
    """Return the anchor of a session's card."""
    return f"s-{session.id}"


def _run_box(run: PlannedRun) -> Box:
    return Box(
        title=run_title(run),
        start_min=run.start_min,
        end_min=run.end_min,
        detail=run_amount(run),
        hue=Hue.RACE if run.kind is RunKind.RACE else Hue.RUN,
    )


def _session_box(session: PlannedSession) -> Box:
    placed = session.placed
    return Box(
        title=session.title,
        start_min=placed.start_min,
        end_min=placed.end_min,
        detail=_("{minutes} min").format(minutes=placed.duration_min),
        hue=Hue.JUMPS if session.kind is SessionKind.JUMPS else Hue.STRENGTH,
        link=session_anchor(session),
    )


def _extra_box(extra: Extra) -> Box:
    return Box(
        title=extra.title,
        start_min=extra.start_min,
        end_min=extra.start_min + extra.duration_min,
        detail=_("{minutes} min").format(minutes=extra.duration_min),
        hue=Hue.SMALL,
        is_small=True,
    )
