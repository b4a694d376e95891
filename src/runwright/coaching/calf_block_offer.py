"""When a calf block is offered: a sore Achilles over weeks that still allows work (P11).

It is offered, never begun by itself, and it names nothing: the words send to a physiotherapist.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from runwright.coaching.around import Around
from runwright.coaching.calf_block import RULE, reps_in_week
from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.pain_light import Light
from runwright.domain.progress import PainSeen
from runwright.domain.proposal import Change, ChangeKind, Work
from runwright.domain.said import together
from runwright.domain.screening import Gate, GateEffect
from runwright.domain.words import _, ngettext
from runwright.rules.registry import Parameters, RuleBook

MIDPORTION, INSERTIONAL = "achilles_midportion", "achilles_insertional"
OF_JUMPS = frozenset({GateEffect.NO_JUMPS, GateEffect.NO_HARD_JUMPS})  # they ask nothing of a calf


@dataclass(frozen=True, slots=True, kw_only=True)
class CalfRunner:
    """Who a block might be offered to.

    Attributes
    ----------
    pains
        Every pain that was told, oldest first.
    gates
        Gates that are closed today.
    exercise
        Calf work of the coming days that takes a weight; '' for none, or where it hurts too much.
    days
        Days of the coming week that have such work. [1]
    may_be_bone
        Whether the bone questions about the place are open, or one of them speaks for bone (G03).
    """

    pains: Sequence[PainSeen]
    gates: Collection[Gate]
    exercise: str
    days: int
    may_be_bone: bool
    pregnant: bool = False
    age: int | None = None


def calf_block_offer(runner: CalfRunner, around: Around) -> Change | None:
    """Return the offer of a block; None where it is not for this runner, or not now."""
    p = around.book.parameters("P11")
    told = _episode(runner.pains, around.today, p)
    fits = is_for(runner.gates, around.book, pregnant=runner.pregnant, age=runner.age)
    if (
        not fits
        or around.frozen
        or runner.may_be_bone
        or not runner.exercise
        or runner.days < p.week_days_min
    ):
        return None
    if not _hurts_for_weeks(told, around.today, p):
        return None
    if any(_speaks_against(one, around.today, p) for one in runner.pains):
        return None
    return Change(
        kind=ChangeKind.BLOCK,
        about=MIDPORTION,
        rule=RULE,
        because=_because(told, runner, around, p),
        first_day=around.today,
        after=_work(runner.exercise, around, p),
        facts=told[0].day.isoformat(),
    )


def is_for(gates: Collection[Gate], book: RuleBook, *, pregnant: bool, age: int | None) -> bool:
    """Whether nothing but the tendon itself could speak against a block."""
    is_minor = age is not None and age < book.parameters("G14").under_age
    return not (pregnant or is_minor or any(gate.effects - OF_JUMPS for gate in gates))


def _episode(pains: Sequence[PainSeen], today: date, p: Parameters) -> list[PainSeen]:
    """Return the pains of the tendon since it last was quiet for as long as is looked back."""
    found: list[PainSeen] = []
    for one in reversed(pains):
        if one.region != MIDPORTION or one.pain_0_10 == 0 or one.day > today:
            continue
        if found and found[0].day - one.day > timedelta(weeks=p.look_back_weeks):
            break
        found.insert(0, one)
    return found


def _hurts_for_weeks(told: Sequence[PainSeen], today: date, p: Parameters) -> bool:
    """Whether it was told on enough days, over enough weeks, and in the last one."""
    days = _days(told, today, p)
    if len(days) < p.told_days_min:
        return False
    over = max(days) - min(days)
    return over >= timedelta(weeks=p.told_weeks_min) and (today - max(days)).days < DAYS_PER_WEEK


def _days(told: Sequence[PainSeen], today: date, p: Parameters) -> set[date]:
    first = today - timedelta(weeks=p.look_back_weeks)
    return {one.day for one in told if one.day > first}


def _speaks_against(pain: PainSeen, today: date, p: Parameters) -> bool:
    """Whether a pain asks for other care: at the heel bone of late, or too much this week."""
    ago = today - pain.day
    if pain.region == INSERTIONAL:
        return pain.pain_0_10 > 0 and ago < timedelta(weeks=p.look_back_weeks)
    too_much = pain.light.rank > Light(p.light_max).rank
    return pain.region == MIDPORTION and too_much and ago < timedelta(days=DAYS_PER_WEEK)


def _work(exercise: str, around: Around, p: Parameters) -> Work:
    first, last = reps_in_week(1, around.book), reps_in_week(p.weeks, around.book)
    says = _(
        "Calf work with a weight, slow and heavy, {weeks} weeks: from {first} repetitions down to "
        "{last}, {tempo} (down, pause, up)"
    )
    return Work(
        says=says.format(weeks=p.weeks, first=first, last=last, tempo=p.tempo),
        exercise=exercise,
        reps=(first, first),
        tempo=p.tempo,
        rest_s=p.rest_s[0],
    )


def _because(told: Sequence[PainSeen], runner: CalfRunner, around: Around, p: Parameters) -> str:
    days = len(_days(told, around.today, p))
    hurt = _("{place} hurt on {days} days of the last {weeks} weeks.").format(
        place=_(around.known.regions[MIDPORTION].name), days=days, weeks=p.look_back_weeks
    )
    trial = _(
        "Slow and heavy calf work helped sore Achilles tendons in a trial, and people were content "
        "with it."
    )
    often = ngettext(
        "It was studied {studied} times a week with {low} to {high} sets; your plan has calf work "
        "with a weight on {n} day, and nothing is added.",
        "It was studied {studied} times a week with {low} to {high} sets; your plan has calf work "
        "with a weight on {n} days, and nothing is added.",
        runner.days,
    ).format(studied=p.per_week, low=p.sets[0], high=p.sets[1], n=runner.days)
    physio = _("It is rehab: let a physiotherapist look at it, best before you begin.")
    said = (hurt, trial, often, physio) if p.shows_see_a_physio else (hurt, trial, often)
    return together(said)
