"""When a loop reaches which frame: by tempo or by stated seconds, gentle where the body halts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import acos, asin, pi

from runwright.figures.motion import Motion, Passage
from runwright.figures.timeline import Timeline

Event = tuple[int, float]  # number of a frame among all, and when it is reached. [s]


@dataclass(frozen=True, slots=True)
class Loop:
    """Which frame is reached when, and how long the whole lasts.

    Attributes
    ----------
    events_share
        Frames by number, and when each is reached as a share of the whole. [1]
    starter
        Id of what sets it going; it runs by itself where that is ''.
    """

    events_share: tuple[tuple[int, float], ...]
    whole_s: float
    starter: str = ""


def loop_of(motion: Motion, times: Timeline) -> Loop:
    """Return when the loop of a motion reaches which frame.

    The tempo of an exercise counts, and passages share its times. Where it counts none, or a
    movement goes on and on, and every keyframe says how long its way takes, that counts; what is
    left of a repetition is rest.
    """
    events: list[Event] = [(0, 0.0)]
    for out, back in _ways(motion):
        are_told = all(one.takes_s is not None for one in (*out, *back))
        if are_told and (times.free_s is not None or motion.goes_on):
            asked_s = 0.0 if motion.goes_on or times.free_s is None else times.free_s
            _free(events, (*out, *back), asked_s, is_cycle=bool(motion.back))
        else:
            _pass(events, out, _shared(out, times.out_s))
            _stay(events, times.pause_s)
            _pass(events, back, _shared(back, times.back_s))
            _stay(events, times.rest_s)
    whole_s = events[-1][1]
    return Loop(tuple((frame, at_s / whole_s) for frame, at_s in _once(events)), whole_s)


def _ways(motion: Motion) -> Iterator[tuple[Sequence[Passage], Sequence[Passage]]]:
    """Yield each way out with its way back."""
    yield motion.out, motion.back or _reversed(motion.out, motion)
    if motion.other_out:
        yield motion.other_out, _reversed(motion.other_out, motion)


def _reversed(out: Sequence[Passage], motion: Motion) -> tuple[Passage, ...]:
    rests = (motion.start.pose.stays_s, *(one.stays_s for one in out))
    back = [
        replace(one, frames=one.frames[::-1], stays_s=rest)
        for one, rest in zip(out, rests, strict=False)
    ]
    return tuple(back[::-1])


def _shared(passages: Sequence[Passage], whole_s: float) -> list[float]:
    """Return how long each passage lasts when all last `whole_s`. [s]"""
    told = [one.takes_s for one in passages if one.takes_s is not None]
    parts = told if len(told) == len(passages) else [one.turns_deg for one in passages]
    total = sum(parts)
    return [whole_s * part / total if total else whole_s / len(parts) for part in parts]


def _free(
    events: list[Event], passages: Sequence[Passage], asked_s: float, *, is_cycle: bool
) -> None:
    """Pass in the seconds that keyframes say, and rest for what is left of `asked_s`."""
    seconds = [one.takes_s for one in passages if one.takes_s is not None]
    spent_s = sum(seconds) + sum(one.stays_s for one in passages)
    left_s = max(asked_s - spent_s, 0.0)
    halts = not is_cycle or left_s + passages[-1].stays_s > 0
    _pass(events, passages, seconds, halts=halts)
    _stay(events, left_s)


def _pass(
    events: list[Event],
    passages: Sequence[Passage],
    seconds: Sequence[float],
    *,
    halts: bool = True,
) -> None:
    """Pass from keyframe to keyframe; `halts` says whether the body rests before and after."""
    starts_gently = halts
    for number, (one, lasts_s) in enumerate(zip(passages, seconds, strict=True)):
        is_last = number == len(passages) - 1
        stops_gently = one.stays_s > 0 or (is_last and halts)
        begun_s, steps = events[-1][1], len(one.frames) - 1
        for n, frame in enumerate(one.frames):
            share = n / steps
            if not one.flies:
                share = eased(share, starts=starts_gently, stops=stops_gently)
            events.append((frame, begun_s + lasts_s * share))
        _stay(events, one.stays_s)
        starts_gently = one.stays_s > 0


def _stay(events: list[Event], rest_s: float) -> None:
    frame, at_s = events[-1]
    events.append((frame, at_s + rest_s))


def _once(events: Sequence[Event]) -> list[Event]:
    """Leave out an event that repeats the one before."""
    return [*events[:1], *(b for a, b in pairwise(events) if a != b)]


def eased(share: float, *, starts: bool = True, stops: bool = True) -> float:
    """Return when a movement has gone `share` of its way, both 0 to 1.

    Parameters
    ----------
    starts, stops
        Whether it starts gently from rest, and stops gently.
    """
    if starts and stops:
        return acos(1 - 2 * share) / pi
    if starts:
        return 2 * acos(1 - share) / pi
    return 2 * asin(share) / pi if stops else share
