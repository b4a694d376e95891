"""What was done in words: sets beside what was asked."""

from collections.abc import Iterable

from runwright.domain.performed import Ended, PerformedSet
from runwright.domain.runner import Side
from runwright.domain.script import ScriptExercise
from runwright.domain.session import Dose
from runwright.domain.units import load_words
from runwright.domain.words import _, ngettext
from runwright.formats.plan_words.doses import amount, reserve, seconds


def asked_words(exercise: ScriptExercise) -> str:
    """Return what was asked: ``3 × 6–8 each side, 2 in reserve``; '' without working sets."""
    working = [one for one in exercise.sets if one.ramp_share is None]
    if not working:
        return ""
    first = working[0]
    dose = Dose(
        sets=max(one.number for one in working),
        reps=first.reps,
        hold_s=first.hold_s,
        rep_hold_s=first.rep_hold_s,
        distance_m=first.distance_m,
        steps=first.steps,
        contacts=first.contacts,
        rir=exercise.rir,
        rir_or_more=exercise.rir_or_more,
    )
    return ", ".join(part for part in (amount(dose, exercise.sides), reserve(dose)) if part)


def set_words(done: PerformedSet) -> str:
    """Return ``8 × 24 kg, 2 left``, ``35 s`` or ``12``."""
    counted = counted_words(done)
    load = "" if done.load_kg is None or done.load_kg <= 0 else load_words(done.load_kg)
    both = _("{count} × {load}").format(count=counted, load=load) if load else counted
    left = "" if done.rir is None else _("{rir} left").format(rir=done.rir)
    return ", ".join(part for part in (both, left) if part)


def counted_words(done: PerformedSet) -> str:
    """Return what was reached in a set; ``done`` where nothing was counted."""
    if done.reps is not None:
        return str(done.reps)
    if done.hold_s is not None:
        return seconds(done.hold_s)
    if done.distance_m is not None:
        return _("{metres} m").format(metres=done.distance_m)
    if done.contacts is not None:
        return ngettext("{n} contact", "{n} contacts", done.contacts).format(n=done.contacts)
    return _("done")


def sets_words(done: Iterable[PerformedSet]) -> tuple[str, ...]:
    """Return a line for each side that has sets: ``Left: 8 × 12 kg; 7 × 12 kg``."""
    sets = tuple(done)
    lines = []
    for side in (None, Side.LEFT, Side.RIGHT):
        said = [_ramp(one) for one in sets if one.side is side]
        if said:
            name = {None: "", Side.LEFT: _("Left: "), Side.RIGHT: _("Right: ")}[side]
            lines.append(name + "; ".join(said))
    return tuple(lines)


def _ramp(done: PerformedSet) -> str:
    words = set_words(done)
    return _("{set} (lighter)").format(set=words) if done.is_ramp else words


def ended_words(ended: Ended) -> str:
    """Return how a session ended."""
    return {
        Ended.DONE: _("done"),
        Ended.SHORTENED: _("short version"),
        Ended.PAIN: _("stopped, it hurt"),
    }[ended]
