"""Gates of health and hurt: the pre-screen, red flags, bone, the way back, energy (G01-G06)."""

from runwright.domain.evidence import Tissue
from runwright.domain.home_test import Asked
from runwright.domain.runner import Pain
from runwright.domain.said import together
from runwright.domain.screening import Gate, GateEffect
from runwright.domain.words import _, ngettext
from runwright.screening.answers import (
    bone_doubts,
    closing_questions,
    filled,
    keeps_light,
    open_questions,
)
from runwright.screening.gate_words import conditions, gate_of, gate_of_answers, sentences
from runwright.screening.pain import Suspicion, region_of
from runwright.screening.results import Results
from runwright.screening.subject import Subject

NOTHING_THAT_LANDS = frozenset({
    GateEffect.NO_RUNNING,
    GateEffect.NO_IMPACT,
    GateEffect.NO_JUMPS,
    GateEffect.NO_HARD_JUMPS,
})


def prescreen_gate(seen: Subject) -> Gate | None:
    """G01: a health question without an answer, or with a yes nobody has cleared."""
    answered = gate_of_answers(seen, "G01", {GateEffect.LIGHT_ONLY})
    unanswered = [one for one in open_questions(seen) if keeps_light(one)]
    if not unanswered:
        return answered
    count = len(unanswered)
    waiting = ngettext(
        "{count} health question has no answer that holds today. Until it does, "
        "we plan light work only.",
        "{count} health questions have no answer that holds today. Until they do, "
        "we plan light work only.",
        count,
    ).format(count=count)
    return Gate(
        rule="G01",
        effects=frozenset({GateEffect.LIGHT_ONLY}),
        says=sentences([answered.says if answered else "", waiting]),
        opens_when=conditions([
            answered.opens_when if answered else "",
            _("every health question is answered"),
        ]),
        refers=answered is not None and answered.refers,
    )


def red_flag_gate(seen: Subject) -> Gate | None:
    """G02: any acute warning sign that no clinician has cleared."""
    return gate_of_answers(seen, "G02", {GateEffect.LOCK_ALL})


def bone_gate(seen: Subject) -> Gate | None:
    """G03: a pain that may be in a bone."""
    sore = tuple(
        pain
        for pain, doubt in zip(seen.runner.pains, bone_doubts(seen), strict=True)
        if doubt is Suspicion.YES
    )
    if not sore:
        return None
    speaking = [one for one in seen.questions.values() if one.asked is Asked.EACH_PAIN and one.says]
    parameters = seen.rules["G03"]
    urgent = any(_needs_a_doctor_first(seen, pain) for pain in sore)
    places = together((_(region_of(pain, seen.regions).name) for pain in sore), ", ")
    doctor = _("See a doctor now, before any impact.")
    return Gate(
        rule="G03",
        effects=NOTHING_THAT_LANDS | {GateEffect.NO_LOADED_LOWER_LIMB},
        says=sentences([
            _("{places}:").format(places=places),
            *(filled(_(one.says), parameters) for one in speaking),
            doctor if urgent else "",
        ]),
        opens_when=conditions(filled(_(one.opens_when), parameters) for one in speaking),
        urgent=urgent,
        refers=True,
    )


def way_back_gate(seen: Subject, results: Results) -> Gate | None:
    """G05: after a bone injury until every sign is there, after others until sides are alike."""
    keeping = tuple(
        question
        for question in closing_questions(seen, "G05")
        if question.id != "returning_from_injury" or not _sides_are_alike(seen, results)
    )
    return gate_of(seen, NOTHING_THAT_LANDS, keeping)


def energy_gate(seen: Subject) -> Gate | None:
    """G06: any sign that the body may get too little energy freezes every step up."""
    return gate_of_answers(seen, "G06", {GateEffect.NO_PROGRESSION})


def _needs_a_doctor_first(seen: Subject, pain: Pain) -> bool:
    """Whether the urgent words apply: a high-risk place, or a bone that is not named."""
    region = region_of(pain, seen.regions)
    return region.high_risk_bone_site or region.tissue is not Tissue.BONE


def _sides_are_alike(seen: Subject, results: Results) -> bool:
    """Whether every test that speaks for G05 is done on both sides and alike enough."""
    tests = [test for test in seen.tests.values() if "G05" in test.influences_rules]
    shares = [results.weaker_share(test) for test in tests]
    enough = seen.rules["G05"].side_share
    return bool(shares) and all(share is not None and share >= enough for share in shares)
