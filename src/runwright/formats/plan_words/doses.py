"""Doses in words: sets and repetitions, reserve, rest, tempo, ramp sets."""

from runwright.domain.exercise import Sides
from runwright.domain.session import Dose, RampSet
from runwright.domain.units import load_words
from runwright.domain.words import _, ngettext

SECONDS_PER_MINUTE = 60
SAID_IN_MINUTES_FROM_S = 120  # "90 s" is how a gym says it, "2 min" too
TEMPO_PARTS = 3


def amount(dose: Dose, sides: Sides | None = None) -> str:
    """Return sets and what is counted: ``3 × 6–8 each side``, ``2 × 30 s``.

    Parameters
    ----------
    sides
        How the exercise treats its sides; None where that is not known.
    """
    counted = _counted(dose)
    once = dose.sets == 1
    sets = counted if once and counted else _("{sets} × {counted}")
    if not counted:
        sets = ngettext("{sets} set", "{sets} sets", dose.sets)
    said = sets.format(sets=dose.sets, counted=counted)
    return f"{said} {sides_words(sides)}".strip()


def _counted(dose: Dose) -> str:
    parts = [
        _reps(dose),
        "" if dose.hold_s is None else seconds(dose.hold_s),
        "" if dose.distance_m is None else _("{metres} m").format(metres=dose.distance_m),
        "" if dose.steps is None else ngettext("{n} step", "{n} steps", dose.steps),
        "" if dose.contacts is None else ngettext("{n} contact", "{n} contacts", dose.contacts),
    ]
    numbers = (None, None, None, dose.steps, dose.contacts)
    said = [part.format(n=n) for part, n in zip(parts, numbers, strict=True) if part]
    return _(" of ").join(said)


def _reps(dose: Dose) -> str:
    if dose.reps is None or (dose.reps == (1, 1) and dose.hold_s is not None):
        return ""  # a stride is counted in seconds
    low, high = dose.reps
    reps = str(low) if low == high else _("{low}–{high}").format(low=low, high=high)
    if dose.rep_hold_s is None:
        return reps
    held = _("{reps} × {seconds}").format(reps=reps, seconds=seconds(dose.rep_hold_s))
    return held if dose.sets == 1 else f"({held})"


def sides_words(sides: Sides | None) -> str:
    """Return ``each side`` or ``alternating``; '' where both work together."""
    if sides is Sides.EACH:
        return _("each side")
    return _("alternating") if sides is Sides.ALTERNATING else ""


def seconds(amount_s: int) -> str:
    """Return ``45 s``, ``2 min`` or ``2 min 30 s``."""
    if amount_s < SAID_IN_MINUTES_FROM_S:
        return _("{seconds} s").format(seconds=amount_s)
    minutes, rest = divmod(amount_s, SECONDS_PER_MINUTE)
    if rest == 0:
        return _("{minutes} min").format(minutes=minutes)
    return _("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)


def load(dose: Dose) -> str:
    """Return ``12 kg`` or ``body weight``; '' where the runner chooses by the reserve."""
    if dose.load_kg is None:
        return ""
    if dose.load_kg == 0:
        return _("body weight")
    return load_words(dose.load_kg)


def reserve(dose: Dose) -> str:
    """Return ``3 in reserve``: repetitions left when the set ends; '' where none is asked for."""
    if dose.rir is None:
        return ""
    words = _("{rir} or more in reserve") if dose.rir_or_more else _("{rir} in reserve")
    return words.format(rir=dose.rir)


def rest(dose: Dose) -> str:
    """Return ``rest 3 min``; '' for one set, and where the next thing follows at once."""
    if dose.rest_s == 0 or dose.sets == 1:
        return ""
    return _("rest {time}").format(time=seconds(dose.rest_s))


def tempo(dose: Dose) -> str:
    """Return the tempo as it is counted, ``2-0-1``, or in a word; '' for holds and none."""
    words = {"fast": _("fast"), "easy": _("easy"), "hold": "", "": ""}
    return words.get(dose.tempo, dose.tempo)


def how(dose: Dose) -> list[str]:
    """Return load, reserve, rest and tempo, what is not asked for left out."""
    return [said for said in (load(dose), reserve(dose), rest(dose), tempo(dose)) if said]


def tempo_explained(code: str) -> str:
    """Return what ``2-0-1`` means; '' where there is nothing to explain."""
    parts = code.split("-")
    if len(parts) != TEMPO_PARTS or not all(part.isdigit() for part in parts):
        return ""
    down, pause, up = (int(part) for part in parts)
    words = (
        _("Lower for {down} s, lift for {up} s.")
        if pause == 0
        else _("Lower for {down} s, pause for {pause} s, lift for {up} s.")
    )
    return words.format(down=down, pause=pause, up=up)


def ramp(sets: tuple[RampSet, ...]) -> str:
    """Return ``5 at 50 %, 3 at 70 %``: repetitions at a share of the working load."""
    return ", ".join(
        _("{reps} at {share} %").format(reps=one.reps, share=round(100 * one.load_share))
        for one in sets
    )
