"""Double progression: repetitions first, then weight; without weight the levers, then the rung.

The next weight is one that exists. Where it is too far away, repetitions fill the gap; where there
is none, it is said aloud what takes its place (P01, P02, P03, P08).
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from runwright.coaching.around import Around
from runwright.coaching.judged import is_calf_before_load
from runwright.coaching.levers import next_lever
from runwright.coaching.loads import next_up_kg
from runwright.coaching.one_rm import reps_at
from runwright.coaching.up import rung_above, step_up, up_a_rung, waits_for_form
from runwright.coaching.work_words import lever_words, said, work_now
from runwright.domain.exercise import Exercise
from runwright.domain.progress import ExerciseState, Lever
from runwright.domain.proposal import Change
from runwright.domain.said import together
from runwright.domain.units import load_words
from runwright.domain.words import _, ngettext

BAND = "band"


def more_work(state: ExerciseState, exercise: Exercise, around: Around) -> Change | None:
    """Return the next step of an exercise that is counted in repetitions or metres."""
    p01, p03 = around.book.parameters("P01"), around.book.parameters("P03")
    is_light = state.light_sessions >= p01.far_sessions
    is_due = state.top_sessions >= p01.sessions or is_light
    if exercise.loadable and (state.is_loaded or around.loads(exercise)):
        return _heavier(state, exercise, around) if is_due else None
    if _is_with_band(exercise, around):
        return _untold(state, exercise, around) if is_due else None
    if state.top_sessions < p03.up_sessions or not _has_reserve(state, around):
        return _lever(state, exercise, around) if is_light else None
    return _without_weight(state, exercise, around)


def _has_reserve(state: ExerciseState, around: Around) -> bool:
    """Whether the last time left what the next rung needs; a far reserve leaves more than that."""
    return state.rir is None or state.rir >= around.book.parameters("P03").min_rir


def _heavier(state: ExerciseState, exercise: Exercise, around: Around) -> Change | None:
    loads = around.loads(exercise)
    load_kg = state.load_kg
    if load_kg is None:
        return _untold(state, exercise, around)
    if not state.is_loaded:
        return _first_load(state, exercise, around)
    p = around.book.parameters("P01")
    nearest = next_up_kg(load_kg, load_kg * (1 + p.load_step_share), loads)
    if nearest is None:
        return _ran_out(state, exercise, around, loads)
    is_far = state.light_sessions >= p.far_sessions
    most_kg = load_kg * (1 + p.load_step_allowed_share[1])
    slack = p.reserve_slack if nearest <= most_kg else 0
    if not _can_lift(state, nearest, around, slack=slack):
        return _more_reps(state, exercise, around, nearest)
    if is_far and not state.is_weight_found:
        most_kg = load_kg * (1 + p.search_step_share)
    if is_far:
        far = [one for one in loads if nearest < one <= most_kg and _can_lift(state, one, around)]
        nearest = max(far, default=nearest)
    return _to_load(state, exercise, around, nearest)


def _to_load(state: ExerciseState, exercise: Exercise, around: Around, load_kg: float) -> Change:
    low = state.asked.reps[0] if state.asked.reps is not None else None
    now = work_now(state, exercise)
    levers = tuple(one for one in now.levers if one is not Lever.REPS)
    reps = around.known.exercises[exercise.id].dose.reps if levers != now.levers else now.reps
    after = said(replace(now, load_kg=load_kg, reps=reps, levers=levers), exercise)
    because = _earned(state, around)
    if low is not None:
        again = _("Begin again at {low} repetitions.").format(low=low)
        because = together((because, again))
    return step_up(state, exercise, after, around, rule="P01", because=because)


def _earned(state: ExerciseState, around: Around) -> str:
    """Return what the sets showed, which makes the weight due for a step."""
    p = around.book.parameters("P01")
    if state.light_sessions >= p.far_sessions and state.reserve_reps is not None:
        believed = around.book.parameters("P05").unknown_from_rir
        says = _("Every set at the top with about {told} in reserve; the set asked for {asked}.")
        if state.reserve_reps >= believed:
            says = _(
                "Every set at the top with {told} or more in reserve; the set asked for {asked}."
            )
        return says.format(told=round(state.reserve_reps), asked=state.asked.rir)
    if state.asked.rir is None:
        return _("Every set at the top in {n} sessions running.").format(n=state.top_sessions)
    return _("Every set at the top in {n} sessions running, with the reserve asked for.").format(
        n=state.top_sessions
    )


def _first_load(state: ExerciseState, exercise: Exercise, around: Around) -> Change:
    """Return the step from body weight to a weight the runner chooses by reserve (P01)."""
    after = said(replace(work_now(state, exercise), load_kg=None), exercise)
    add = _("Add a weight that leaves {reserve} in reserve, and begin again at the bottom.").format(
        reserve=around.book.parameters("P01").first_rir
    )
    because = together((_earned(state, around), add))
    return step_up(state, exercise, after, around, rule="P01", because=because)


def _is_with_band(exercise: Exercise, around: Around) -> bool:
    """Whether it is made harder by a stronger band, which has no kilograms."""
    return exercise.loadable and any(
        BAND in needed for needed in exercise.equipment if needed <= around.kit
    )


def _untold(state: ExerciseState, exercise: Exercise, around: Around) -> Change:
    """Return the step for a weight or band nobody told: the next one, whatever it is."""
    take = _(
        "Take the next heavier weight or band, and write down which: then the next step can be "
        "worked out."
    )
    because = together((_earned(state, around), take))
    after = work_now(state, exercise)
    return step_up(state, exercise, after, around, rule="P01", because=because)


def _can_lift(state: ExerciseState, heavier_kg: float, around: Around, *, slack: int = 0) -> bool:
    """Whether the bottom of the range should be there with the heavier weight, reserve kept.

    Parameters
    ----------
    slack
        Repetitions that may be missing of it. [reps]
    """
    if state.asked.reps is None or state.load_kg is None or state.reps is None:
        return True
    reserve = _asked_reserve(state)
    now = state.reps + (reserve if state.reserve_reps is None else state.reserve_reps)
    there = reps_at(heavier_kg, reps=now, now_kg=state.load_kg, book=around.book)
    return there - reserve >= state.asked.reps[0] - slack


def _asked_reserve(state: ExerciseState) -> int:
    return 0 if state.asked.rir is None else state.asked.rir


def _more_reps(
    state: ExerciseState, exercise: Exercise, around: Around, heavier_kg: float
) -> Change | None:
    """Return more repetitions with the weight of today, until the next one is near enough."""
    asked, load_kg = state.asked.reps, state.load_kg
    if asked is None or load_kg is None:
        return None
    reserve = _asked_reserve(state)
    there = reps_at(load_kg, reps=asked[0] + reserve, now_kg=heavier_kg, book=around.book)
    needed = there - reserve
    most = around.book.parameters("D07").isolation_reps[1]
    top = min(math.ceil(needed), most)
    if top <= asked[1]:
        return _ran_out(state, exercise, around, (heavier_kg,))
    now = work_now(state, exercise)
    after = said(replace(now, reps=(asked[0], top), levers=(*now.levers, Lever.REPS)), exercise)
    far = _(
        "The next weight here is {heavier}, {percent:.0f} % more: go up to {top} repetitions first."
    ).format(heavier=load_words(heavier_kg), percent=100 * (heavier_kg / load_kg - 1), top=top)
    because = together((_earned(state, around), far))
    return step_up(state, exercise, after, around, rule="P01", because=because)


def _ran_out(
    state: ExerciseState, exercise: Exercise, around: Around, loads: Sequence[float]
) -> Change | None:
    """Return what takes the place of a weight there is not: a lever, then the next rung."""
    change = _lever_or_rung(state, exercise, around)
    if change is None:
        return None
    heavier = [one for one in loads if state.load_kg is not None and one > state.load_kg]
    says = (
        _("The next weight here is too far away.")
        if heavier
        else _("There is no heavier weight here.")
    )
    return replace(change, because=together((says, change.because)))


def _without_weight(state: ExerciseState, exercise: Exercise, around: Around) -> Change | None:
    """Return the next step of body-weight work: the rung where weights are, else levers first."""
    if is_calf_before_load(exercise):
        return _calf(state, exercise, around)
    above = rung_above(exercise, around)
    if around.has_weights and above is not None:
        return up_a_rung(state, exercise, above, around)
    if around.has_weights and waits_for_form(exercise, around):
        return None
    return _lever_or_rung(state, exercise, around)


def _lever(state: ExerciseState, exercise: Exercise, around: Around) -> Change | None:
    """Return the next lever of rule P02; None where none is left."""
    pulled = next_lever(work_now(state, exercise), exercise, around)
    if pulled is None:
        return None
    lever, after = pulled
    words = {Lever.REPS: _("more repetitions")}.get(lever) or lever_words(lever, after.tempo)
    how = _("Harder without weight: {how}.").format(how=words)
    because = together((_earned(state, around), how))
    return step_up(state, exercise, after, around, rule="P02", because=because)


def _lever_or_rung(state: ExerciseState, exercise: Exercise, around: Around) -> Change | None:
    lever = _lever(state, exercise, around)
    if lever is not None:
        return lever
    above = rung_above(exercise, around)
    return None if above is None else up_a_rung(state, exercise, above, around)


def _calf(state: ExerciseState, exercise: Exercise, around: Around) -> Change | None:
    """Return the way on from full single-leg raises: load, in the repetitions of rule P08.

    A plan may ask for fewer sets than show it: then for one set more. Sets that were asked for and
    left out show nothing.
    """
    needed = around.book.parameters("P08").sets
    if state.sets < needed:
        return _one_set_more(state, exercise, around) if state.asked.sets < needed else None
    above = rung_above(exercise, around)
    if above is None:
        return _lever_or_rung(state, exercise, around)
    change = up_a_rung(state, exercise, above, around, rule="P08")
    because = _("{sets} sets of {reps} full single-leg raises: ready for {above}.").format(
        sets=state.sets, reps=around.calf_reps, above=_(above.name)
    )
    after = change.after
    if after is not None and above.loadable:
        reps = tuple(around.book.parameters("P08").loaded_reps)
        after = said(replace(after, reps=reps), above)
    return replace(change, because=because, after=after)


def _one_set_more(state: ExerciseState, exercise: Exercise, around: Around) -> Change:
    says = _("{sets} in {n} sessions running: one set more shows whether it is time for load.")
    sets = ngettext("{sets} set of {reps}", "{sets} sets of {reps}", state.sets).format(
        sets=state.sets, reps=around.calf_reps
    )
    now = work_now(state, exercise)
    step = around.book.parameters("L07").set_step
    after = said(replace(now, sets=state.sets + step), exercise)
    because = says.format(sets=sets, n=state.top_sessions)
    return step_up(state, exercise, after, around, rule="P08", because=because)
