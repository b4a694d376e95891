"""Home tests become findings: where a result lies against its norm, and what the sides say."""

from collections.abc import Callable, Mapping

from runwright.domain.home_test import HomeTest
from runwright.domain.runner import Sex
from runwright.domain.said import together
from runwright.domain.screening import Band, HomeTestFinding
from runwright.domain.words import _
from runwright.screening.gate_words import sentences
from runwright.screening.gates_life import load_test_needs
from runwright.screening.measured import Measured, measured, unit_words
from runwright.screening.results import Results
from runwright.screening.subject import RuleParameters, Subject

Judged = tuple[Band, float | None, str]  # band, the value it was held against, words
Judge = Callable[[Subject, Measured, RuleParameters], Judged]


def findings_for(seen: Subject, results: Results) -> tuple[HomeTestFinding, ...]:
    """Findings of all tests that were done, in the order of the battery."""
    return tuple(
        _finding(seen, measured(test, results)) for test in seen.tests.values() if results.has(test)
    )


def _finding(seen: Subject, it: Measured) -> HomeTestFinding:
    test = it.test
    band, norm, words = _judge_of(test)(seen, it, seen.rules[test.rule])
    return HomeTestFinding(
        test=test.id,
        rule=test.rule,
        band=band,
        says=sentences([it.says(), words, it.says_how_far_apart()]),
        unit=test.unit.value,
        side=it.weaker_side,
        left=it.left,
        right=it.right,
        value=it.value,
        norm=norm,
        asymmetry=it.asymmetry,
        beyond_error=it.beyond_error,
    )


def _judge_of(test: HomeTest) -> Judge:
    if test.display_only:
        return _only_shown
    return JUDGES[test.rule]


def _only_shown(_seen: Subject, it: Measured, _p: RuleParameters) -> Judged:
    shown = _("Shown for your interest; it changes nothing.")
    return Band.DISPLAY_ONLY, None, sentences([shown, _(it.test.note)])


def _knee_to_wall(_seen: Subject, it: Measured, p: RuleParameters) -> Judged:
    low = it.weaker < p.low_cm
    words = (
        _("Under {low:g} cm is less than most people reach.")
        if low
        else _("Most people reach {low:g} cm or more, and so do you.")
    )
    return (Band.LOW if low else Band.TYPICAL), p.low_cm, words.format(low=p.low_cm)


def _heel_raise(seen: Subject, it: Measured, _p: RuleParameters) -> Judged:
    typical = typical_result(seen, it.test)
    low = it.weaker < typical
    words = (
        _("The typical value {whose} is {typical:g}; your lower side is under it.")
        if low
        else _("The typical value {whose} is {typical:g}; you are there.")
    )
    return (
        (Band.LOW if low else Band.TYPICAL),
        typical,
        words.format(typical=typical, whose=_whose_norm(seen, it.test)),
    )


def _hamstring_bridge(_seen: Subject, it: Measured, p: RuleParameters) -> Judged:
    words = _("Under {low:g} is low, {good:g} or more is good; these bands come from footballers.")
    return _band(it.weaker, low=p.low, good=p.good), p.low, words.format(low=p.low, good=p.good)


def _plank(seen: Subject, it: Measured, p: RuleParameters) -> Judged:
    if it.test.has_sides:
        over_good = it.weaker > p.side_good_s
        band = Band.GOOD if over_good else _band(it.weaker, low=p.side_low_s, good=None)
        words = _("Under {low:g} s is low, over {good:g} s is good; this band is a coach default.")
        return band, p.side_low_s, words.format(low=p.side_low_s, good=p.side_good_s)
    low = {
        Sex.MAN: p.prone_men_s,
        Sex.WOMAN: p.prone_women_s,
        Sex.UNSPECIFIED: max(p.prone_men_s, p.prone_women_s),
    }[seen.runner.sex]
    words = _("Under {low:g} s is less than most students in one study held.")
    return _band(it.weaker, low=low, good=None), low, words.format(low=low)


def _single_leg_squat(_seen: Subject, it: Measured, p: RuleParameters) -> Judged:
    words = _("Up to {ok} fault is fine. Let the same person watch every time.")
    band = Band.TYPICAL if it.weaker <= p.ok_fails else Band.LOW
    return band, p.ok_fails, words.format(ok=p.ok_fails)


def _balance(seen: Subject, it: Measured, p: RuleParameters) -> Judged:
    typical = typical_result(seen, it.test)
    low = it.weaker < max(typical, p.floor_s)
    words = (
        _("The typical value {whose} is {typical:g} s; your lower side is under it.")
        if low
        else _("The typical value {whose} is {typical:g} s; you are there.")
    )
    floor = _("Under {floor:g} s, balance comes first.") if it.weaker < p.floor_s else ""
    facts = {"typical": typical, "whose": _whose_norm(seen, it.test)}
    says = sentences([words.format(**facts), floor.format(floor=p.floor_s)])
    return (Band.LOW if low else Band.TYPICAL), typical, says


def _push_up(_seen: Subject, it: Measured, p: RuleParameters) -> Judged:
    words = _("From {least:g} on, push-ups on the floor are your exercise.")
    return (
        _band(it.weaker, low=p.pushup_min, good=None),
        p.pushup_min,
        words.format(least=p.pushup_min),
    )


def _hops(_seen: Subject, it: Measured, p: RuleParameters) -> Judged:
    if not it.test.has_sides:
        words = _("{needed:g} without pain are part of the entry to jumps.")
        return _band(it.weaker, low=p.dl_hops, good=None), p.dl_hops, words.format(needed=p.dl_hops)
    share = it.weaker_share
    low = it.weaker <= 0 or (share is not None and share < p.hop_lsi)
    words = _(
        "For the harder jumps the shorter side reaches {share:.0%} of the other: "
        "a convention, its worth is unproven."
    )
    return (Band.LOW if low else Band.TYPICAL), None, words.format(share=p.hop_lsi)


def _after_birth(seen: Subject, it: Measured, _p: RuleParameters) -> Judged:
    needed = load_test_needs(seen, it.test)
    words = _("{needed:g} {unit} without leaking, heaviness or pain are needed.")
    band = _band(it.weaker, low=needed, good=None)
    return band, needed, words.format(needed=needed, unit=unit_words(it.unit))


JUDGES: Mapping[str, Judge] = {
    "A02": _knee_to_wall,
    "A03": _heel_raise,
    "A04": _hamstring_bridge,
    "A05": _plank,
    "A06": _single_leg_squat,
    "A08": _balance,
    "P09": _push_up,
    "G16": _hops,
    "G12": _after_birth,
}


def typical_result(seen: Subject, test: HomeTest) -> float:
    """Typical result for this runner by the test's first norm table, in the unit of the test."""
    return test.norms[0].typical(age=seen.norm_age, sex=seen.runner.sex, better=test.better)


def _band(result: float, *, low: float, good: float | None) -> Band:
    if result < low:
        return Band.LOW
    return Band.GOOD if good is not None and result >= good else Band.TYPICAL


def _whose_norm(seen: Subject, test: HomeTest) -> str:
    """Return whose typical value it is: by age, by sex where the table knows it, or the nearest."""
    table, age = test.norms[0], seen.norm_age
    by_sex = any(row.sex is not None for row in table.rows)
    if by_sex and seen.runner.sex is Sex.UNSPECIFIED:
        words = _("at age {age}, the higher of women's and men's")
    elif by_sex:
        words = _("for your sex at age {age}")
    else:
        words = _("at age {age}")
    nearest = "" if table.covers(age) else _(" (the nearest the table has)")
    return together((words.format(age=age), nearest), "")
