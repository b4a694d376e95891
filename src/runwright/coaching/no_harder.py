"""A planned dose on a day on which nothing may get harder: no nearer to the limit than the last."""

from dataclasses import replace

from runwright.domain.session import Dose


def no_harder(planned: Dose, last: Dose) -> Dose:
    """Return the planned dose, neither heavier nor nearer to the limit than the last one.

    A plan grows by itself: fewer repetitions want more weight, less reserve wants more effort.
    Both wait; fewer sets than the last time stay fewer. More in reserve is as good: nobody has to
    come nearer to the limit to get it right.
    """
    reps, rir = planned.reps, planned.rir
    if reps is not None and last.reps is not None and reps[1] < last.reps[1]:
        reps = last.reps
    if rir is not None and last.rir is not None:
        rir = max(rir, last.rir)
    return replace(
        planned,
        reps=reps,
        rir=rir,
        rir_or_more=rir is not None,
        hold_s=_least(planned.hold_s, last.hold_s),
        contacts=_least(planned.contacts, last.contacts),
    )


def _least(planned: int | None, last: int | None) -> int | None:
    return planned if planned is None or last is None else min(planned, last)
