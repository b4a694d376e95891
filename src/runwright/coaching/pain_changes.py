"""The changes that pain asks for: a step down, a swap, a stop, and the steps of the way back."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from runwright.coaching.around import Around
from runwright.coaching.down import first_work
from runwright.coaching.ladders import easier_rung
from runwright.coaching.loads import at_most_kg, next_up_kg
from runwright.coaching.pain import PainAnswer, PainVerdict
from runwright.coaching.pain_today import PainToday
from runwright.coaching.stand_in import stand_in
from runwright.coaching.way_back import Stage, WayBack
from runwright.coaching.work_words import said
from runwright.domain.exercise import Exercise, Role
from runwright.domain.proposal import Change, ChangeKind, Work
from runwright.domain.words import _
from runwright.rules.registry import Parameters


def pain_changes(pains: PainToday, works: Mapping[str, Work], around: Around) -> tuple[Change, ...]:
    """Return what pain changes about the work to come, by exercise; holding still changes nothing.

    Parameters
    ----------
    works
        What each exercise asks for now, by its id; the last thing done, where it was done.
    """
    return tuple(
        change
        for name, work in sorted(works.items())
        if name in pains.verdicts
        for change in _of_one(pains.verdicts[name], pains, work, around)
    )


def _of_one(verdict: PainVerdict, pains: PainToday, work: Work, around: Around) -> Iterator[Change]:
    exercise = around.known.exercises[verdict.exercise]
    way = pains.ways.get(exercise.id)
    if way is not None and way.may_go_on and _is_the_way(verdict):
        yield _next_stage(way, exercise, work, around, verdict)
        if way.stage is Stage.OUT:  # and it stays out until the runner says yes
            yield _out(verdict, pains, work, around)
    elif verdict.answer is PainAnswer.CONTINUE:
        yield from _as_before(verdict, pains, work, around)
    elif verdict.answer is PainAnswer.STEP_DOWN:
        easier = _one_step_down(work, exercise, around)
        if easier is not None:
            yield _change(ChangeKind.STEP_DOWN, verdict, work, easier, around)
    elif verdict.answer in {PainAnswer.SWAP, PainAnswer.STOP}:
        yield _out(verdict, pains, work, around)


def _out(verdict: PainVerdict, pains: PainToday, work: Work, around: Around) -> Change:
    """Return what takes the place of an exercise that is out, where anything does."""
    exercise = around.known.exercises[verdict.exercise]
    instead = stand_in(
        exercise,
        dict(pains.sore),
        [one for one in around.known.exercises.values() if one.pattern == exercise.pattern],
        around.book,
        around.is_allowed,
    )
    stops = verdict.answer is PainAnswer.STOP
    if instead is not None and stops and verdict.region in pains.sore:
        instead = None  # red: nothing of the pattern until the region is calmer
    kind = ChangeKind.STOP if stops else ChangeKind.SWAP if instead else ChangeKind.DROP
    after = None if instead is None else first_work(instead, around)
    return _change(kind, verdict, work, after, around)


def _as_before(
    verdict: PainVerdict, pains: PainToday, work: Work, around: Around
) -> Iterator[Change]:
    """Yield the weight from before a morning that asked for less, once that has settled (G08)."""
    eased = pains.eased.get(verdict.exercise)
    if eased is None or eased.load_kg is None or work.load_kg is None:
        return
    if not 0 < work.load_kg < eased.load_kg:
        return
    exercise = around.known.exercises[verdict.exercise]
    p = around.book.parameters("G08")
    load_kg = _one_step_back_kg(work.load_kg, eased.load_kg, around.loads(exercise), p)
    says = _("{name} stayed quiet for {n} sessions: the weight from before can come back.")
    if load_kg < eased.load_kg:
        says = _("{name} stayed quiet for {n} sessions: one step back up, the rest later.")
    because = says.format(name=_(exercise.name), n=p.stable_sessions)
    word = replace(verdict, rule="G08", because=because)
    after = said(replace(work, load_kg=load_kg), exercise)
    yield _change(ChangeKind.RETURN, word, work, after, around)


def _one_step_back_kg(
    now_kg: float, before_kg: float, loads: Sequence[float], p: Parameters
) -> float:
    """Return the weight from before, or as much of the way as one step down had taken. [kg]

    Several steps down are taken back one by one.
    """
    wanted_kg = min(before_kg, now_kg / (1 - p.step_down_share))
    back = at_most_kg(wanted_kg, loads)
    if back is None or back <= now_kg:  # the next weight there is lies further away
        back = next_up_kg(now_kg, now_kg, loads)
    return before_kg if back is None else min(before_kg, back)


def _is_the_way(verdict: PainVerdict) -> bool:
    """Whether nothing stricter is said than that the exercise is on its way back."""
    return verdict.rule == "G08" and verdict.answer in {PainAnswer.SWAP, PainAnswer.HOLD}


def _next_stage(
    way: WayBack, exercise: Exercise, work: Work, around: Around, verdict: PainVerdict
) -> Change:
    """The next stage of the way back: lighter first, then free to get harder again."""
    after = work
    if way.stage is Stage.OUT:
        after = _one_step_down(work, exercise, around) or work
    return _change(ChangeKind.RETURN, verdict, None, after, around)


def _one_step_down(work: Work, exercise: Exercise, around: Around) -> Work | None:
    """The step down of rule G08: a share of the load, or one rung; None where there is neither.

    A jump with no easier jump below it loses the same share of its landings.
    """
    p = around.book.parameters("G08")
    if work.load_kg is not None and work.load_kg > 0:
        lighter = at_most_kg(work.load_kg * (1 - p.step_down_share), around.loads(exercise))
        if lighter is not None:
            return said(replace(work, load_kg=lighter), exercise)
    below = _rungs_below(exercise, p.step_down_rungs, around)
    if Role.PLYO in exercise.roles and (below is None or Role.PLYO not in below.roles):
        return _fewer_landings(work, exercise, p)
    return None if below is None else first_work(below, around)


def _rungs_below(exercise: Exercise, rungs: int, around: Around) -> Exercise | None:
    below: Exercise | None = exercise
    for _rung in range(rungs):
        below = None if below is None else easier_rung(below, around.known)
        if below is None or not around.is_allowed(below):
            return None
    return below


def _fewer_landings(work: Work, exercise: Exercise, p: Parameters) -> Work | None:
    if work.contacts is None:
        return None
    fewer = math.floor(work.contacts * (1 - p.step_down_share))
    return said(replace(work, contacts=fewer), exercise) if fewer > 0 else None


def _change(
    kind: ChangeKind, verdict: PainVerdict, before: Work | None, after: Work | None, around: Around
) -> Change:
    return Change(
        kind=kind,
        about=verdict.exercise,
        rule=verdict.rule,
        because=verdict.because,
        first_day=around.today,
        before=before,
        after=after,
        facts=f"{verdict.region} {verdict.light.value} {verdict.because}",
    )
