"""How sleep, stress and soreness ease the work of a day: hold, halve or swap, never more (L09-L12).

Several signs at once do not add up: of two answers the one that asks less wins.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import fmean

from runwright.domain.check_in import CheckIn
from runwright.domain.plan import Reason
from runwright.domain.runner import Readiness
from runwright.domain.session import Dose
from runwright.domain.words import _, decimal, ngettext
from runwright.rules.registry import RuleBook

TENTHS = 10  # hours are said to a tenth, rounded down: 6.98 h is below 7 h and reads so


class Answer(StrEnum):
    """What a day's readiness makes of the planned work, least change first."""

    GO = "go"
    HOLD = "hold"
    LESS = "less"
    HALVE = "halve"
    SWAP = "swap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Easing:
    """What sleep, stress and soreness take away; it has no way to add anything.

    Attributes
    ----------
    may_step_up
        Whether anything may get harder. False holds every exercise where it is.
    may_run_longest
        Whether a run may be the longest of the month.
    sets_less
        Sets off each exercise, where that is stricter than `sets_share`. 0 or more
    sets_share
        Share of the sets that stay. Above 0, at most 1
    leg_sets_share
        Share of the sets for the legs that stay; 0 swaps them.
    drops_jumps
        Whether jumps stay out.
    swaps_to
        Kinds of work that take the place of leg work; empty for no swap.
    eases_week
        Whether the next week is an easy one (L10).
    reasons
        Each sign that speaks, with its rule.
    """

    may_step_up: bool = True
    may_run_longest: bool = True
    sets_less: int = 0
    sets_share: float = 1
    leg_sets_share: float = 1
    drops_jumps: bool = False
    swaps_to: tuple[str, ...] = ()
    eases_week: bool = False
    reasons: tuple[Reason, ...] = ()

    @property
    def answer(self) -> Answer:
        """What becomes of leg work today."""
        if self.leg_sets_share == 0:
            return Answer.SWAP
        if self.leg_sets_share < self.sets_share:
            return Answer.HALVE
        if self.sets_less or self.sets_share < 1 or self.drops_jumps:
            return Answer.LESS
        return Answer.GO if self.may_step_up else Answer.HOLD

    @property
    def warnings(self) -> int:
        """How many signs speak at once; L13 asks for a lighter week from two on. [1]"""
        return len({reason.rule for reason in self.reasons})

    def eased(self, dose: Dose, *, loads_legs: bool) -> Dose | None:
        """Return what is left of a dose; None where it is swapped for other work."""
        share = min(self.sets_share, self.leg_sets_share) if loads_legs else self.sets_share
        if share == 0:
            return None
        left = min(dose.sets - self.sets_less, math.floor(dose.sets * share))
        return replace(dose, sets=min(dose.sets, max(1, left)))


def told_readiness(
    check_ins: Sequence[CheckIn],
    today: date,
    book: RuleBook,
    *,
    volume_rising: bool | None = None,
    intensity_rising: bool | None = None,
) -> Readiness:
    """Return how the last two weeks felt, as far as the mornings tell.

    Parameters
    ----------
    check_ins
        In any order; of two on one day the later in the sequence counts.
    volume_rising, intensity_rising
        What the runs of the last two weeks say; None is "not known".
    """
    by_day = {one.day: one for one in check_ins if one.day <= today}
    nights, stress = book.parameters("L09"), book.parameters("L11")
    slept = _slept_h(by_day.values(), today, nights.window_days)
    stressed = [
        one.stress_0_10
        for one in by_day.values()
        if one.stress_0_10 is not None and one.day > today - timedelta(days=stress.of_days)
    ]
    this_morning = by_day.get(today)
    return Readiness(
        sleep_h=fmean(slept) if len(slept) >= nights.window_min_days else None,
        stress_days=sum(told >= stress.stress for told in stressed) if stressed else None,
        soreness_0_10=None if this_morning is None else this_morning.soreness_0_10,
        volume_rising=volume_rising,
        intensity_rising=intensity_rising,
        sleep_falling=_sleep_falling(by_day.values(), today, book),
    )


def _slept_h(check_ins: Collection[CheckIn], today: date, days: int) -> list[float]:
    """Nights told in the last `days`, this morning's included. [h]"""
    first = today - timedelta(days=days)
    return [one.sleep_h for one in check_ins if one.sleep_h is not None and one.day > first]


def _sleep_falling(check_ins: Collection[CheckIn], today: date, book: RuleBook) -> bool | None:
    """Whether the later half of L10's window slept shorter; None where half of it is not told."""
    half = book.parameters("L10").window_days // 2
    enough = book.parameters("L09").window_min_days / 2
    means = []
    for last in (today - timedelta(days=half), today):
        nights = _slept_h([one for one in check_ins if one.day <= last], last, half)
        if len(nights) < enough:
            return None
        means.append(fmean(nights))
    return any(later < earlier for earlier, later in pairwise(means))


def easing(readiness: Readiness, book: RuleBook, *, age: int | None = None) -> Easing:
    """Return what the signs take away today; nothing that was not told counts against anybody."""
    eased = Easing()
    for part in (_short_sleep, _stress, _soreness, _all_three):
        eased = _stricter(eased, part(readiness, book, age))
    return eased


def _stricter(one: Easing, other: Easing) -> Easing:
    return Easing(
        may_step_up=one.may_step_up and other.may_step_up,
        may_run_longest=one.may_run_longest and other.may_run_longest,
        sets_less=max(one.sets_less, other.sets_less),
        sets_share=min(one.sets_share, other.sets_share),
        leg_sets_share=min(one.leg_sets_share, other.leg_sets_share),
        drops_jumps=one.drops_jumps or other.drops_jumps,
        swaps_to=one.swaps_to or other.swaps_to,
        eases_week=one.eases_week or other.eases_week,
        reasons=one.reasons + other.reasons,
    )


def _short_sleep(told: Readiness, book: RuleBook, age: int | None) -> Easing:
    p = book.parameters("L09")
    limit_h = p.sleep_h_teen if age is not None and age < p.teen_under_age else p.sleep_h
    if told.sleep_h is None or told.sleep_h >= limit_h:
        return Easing()
    says = _(
        "You slept {slept} h a night on average, below {limit} h. Nothing gets harder, each "
        "exercise loses {sets}, and no run is your longest."
    )
    sets = ngettext("{n} set", "{n} sets", p.sets_less).format(n=p.sets_less)
    return Easing(
        may_step_up=False,
        may_run_longest=False,
        sets_less=p.sets_less,
        reasons=(
            Reason(
                rule="L09",
                says=says.format(
                    slept=decimal(math.floor(TENTHS * told.sleep_h) / TENTHS),
                    limit=limit_h,
                    sets=sets,
                ),
            ),
        ),
    )


def _stress(told: Readiness, book: RuleBook, _age: int | None) -> Easing:
    p = book.parameters("L11")
    if told.stress_days is None or told.stress_days < p.days:
        return Easing()
    says = _(
        "Stress was {stress} or more on {days} of the last {of_days} days. {cut} % of the work "
        "goes, and the jumps with it. Slightly under-trained is fine."
    )
    return Easing(
        may_step_up=False,
        sets_share=1 - p.load_cut_share,
        leg_sets_share=1 - p.load_cut_share,
        drops_jumps=p.drops_plyometrics,
        reasons=(
            Reason(
                rule="L11",
                says=says.format(
                    stress=p.stress,
                    days=told.stress_days,
                    of_days=p.of_days,
                    cut=decimal(100 * p.load_cut_share),
                ),
            ),
        ),
    )


def _soreness(told: Readiness, book: RuleBook, _age: int | None) -> Easing:
    p = book.parameters("L12")
    sore = told.soreness_0_10
    if sore is None or sore <= p.go_max:
        return Easing()
    if sore <= p.halve_max:
        says = _("Your legs are {sore} of 10 sore: half the sets for them today.")
        reason = Reason(rule="L12", says=says.format(sore=sore))
        return Easing(
            may_step_up=False, leg_sets_share=p.sets_factor, drops_jumps=True, reasons=(reason,)
        )
    says = _("Your legs are {sore} of 10 sore: mobility or upper body today, the legs rest.")
    return Easing(
        may_step_up=False,
        may_run_longest=False,
        leg_sets_share=0,
        drops_jumps=True,
        swaps_to=tuple(p.swap_to),
        reasons=(Reason(rule="L12", says=says.format(sore=sore)),),
    )


def _all_three(told: Readiness, _book: RuleBook, _age: int | None) -> Easing:
    if not (told.volume_rising and told.intensity_rising and told.sleep_falling):
        return Easing()
    says = _("You ran more, you ran harder and you slept less, all in two weeks: an easy week.")
    return Easing(may_step_up=False, eases_week=True, reasons=(Reason(rule="L10", says=says),))
