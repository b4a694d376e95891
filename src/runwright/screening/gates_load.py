"""Gates of load: jumps after their entry tests, heavy sets after the foundation (G16, G17)."""

from runwright.domain.runner import StrengthExperience
from runwright.domain.screening import Gate, GateEffect
from runwright.domain.words import _
from runwright.screening.gate_words import conditions, sentences
from runwright.screening.results import Results
from runwright.screening.subject import Subject

ALL_JUMPS = frozenset({GateEffect.NO_JUMPS, GateEffect.NO_HARD_JUMPS})
HARD_JUMPS = frozenset({GateEffect.NO_HARD_JUMPS})


def jump_gate(seen: Subject, results: Results) -> Gate | None:
    """G16: all jumps until the entry is passed; the hard ones until hops are alike as well."""
    entry = (*_entry_tests_missing(seen, results), *_strength_missing(seen))
    hard = _hop_tests_missing(seen, results)
    if not entry and not hard:
        return None
    says = (
        _("Jumps wait until you are strong and steady enough for them.")
        if entry
        else _("Jumps are open up to level {level}; the harder ones wait.").format(
            level=seen.rules["G16"].hard_level - 1
        )
    )
    return Gate(
        rule="G16",
        effects=ALL_JUMPS if entry else HARD_JUMPS,
        says=says,
        opens_when=conditions(entry or hard),
    )


def heavy_gate(seen: Subject) -> Gate | None:
    """G17: no heavy sets before the foundation is laid."""
    p = seen.rules["G17"]
    enough_weeks = seen.strength_weeks >= p.foundation_weeks
    if enough_weeks or seen.history.strength_sessions >= p.sessions:
        return None
    new_to_it = seen.runner.strength_experience is StrengthExperience.NONE
    return Gate(
        rule="G17",
        effects=frozenset({GateEffect.NO_HEAVY}),
        says=sentences([
            _("Sets of {reps} or fewer wait until the movements are yours.").format(
                reps=p.heavy_reps_max
            ),
            _("Let someone show you the lifts in person.") if new_to_it else "",
        ]),
        opens_when=_("{weeks} weeks or {sessions} sessions of strength work are done").format(
            weeks=p.foundation_weeks, sessions=p.sessions
        ),
    )


def calf_raises_needed(seen: Subject) -> float:
    """Single-leg calf raises that open the jumps: the rule's count, or the typical one if lower."""
    table = seen.tests["single_leg_heel_raise"].norms[0]
    better = seen.tests["single_leg_heel_raise"].better
    typical = table.typical(age=seen.norm_age, sex=seen.runner.sex, better=better)
    return min(float(seen.rules["G16"].calf_raises), typical)


def _entry_tests_missing(seen: Subject, results: Results) -> tuple[str, ...]:
    p, tests = seen.rules["G16"], seen.tests
    raises = results.weaker(tests["single_leg_heel_raise"])
    balance_s = results.weaker(tests["single_leg_balance"])
    hops = results.weaker(tests["double_leg_hops"])
    needed = calf_raises_needed(seen)
    missing = []
    if raises is None or raises < needed:
        words = _("{needed:g} single-leg calf raises on each side")
        missing.append(words.format(needed=needed))
    if balance_s is None or balance_s < p.balance_s:
        words = _("{needed:g} s of balance on each leg")
        missing.append(words.format(needed=p.balance_s))
    if not _squats_passed(seen, results):
        words = _(
            "{count:g} single-leg squats on each side with {segments} of {scored} points good"
        )
        missing.append(
            words.format(count=p.sl_squats, segments=p.segments, scored=p.segments_scored)
        )
    if hops is None or hops < p.dl_hops:
        missing.append(_("{needed:g} two-leg hops without pain").format(needed=p.dl_hops))
    return tuple(missing)


def _squats_passed(seen: Subject, results: Results) -> bool:
    """Whether the squat test was long enough and enough of its points were good on both sides."""
    p, test = seen.rules["G16"], seen.tests["single_leg_squat"]
    faults = results.weaker(test)
    long_enough = test.repetitions is not None and test.repetitions >= p.sl_squats
    return long_enough and faults is not None and p.segments_scored - faults >= p.segments


def _strength_missing(seen: Subject) -> tuple[str, ...]:
    needed = seen.rules["G16"].strength_weeks
    if seen.strength_weeks >= needed:
        return ()
    return (_("{weeks} weeks of strength work").format(weeks=needed),)


def _hop_tests_missing(seen: Subject, results: Results) -> tuple[str, ...]:
    """What is missing for the hard jumps: pain-free hops on each leg, and alike distances."""
    p, test = seen.rules["G16"], seen.tests["single_leg_hop"]
    shorter, share = results.weaker(test), results.weaker_share(test)
    long_enough = test.repetitions is not None and test.repetitions >= p.sl_hops
    if not long_enough or shorter is None or shorter <= 0:
        return (
            _("{count} hops on each leg without pain, then their distance").format(count=p.sl_hops),
        )
    if share is None or share < p.hop_lsi:
        return (
            _("hops on the shorter side reach {share:.0%} of the other").format(share=p.hop_lsi),
        )
    return ()
