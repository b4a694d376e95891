"""What is told about numbers that rest on nothing, and things told twice that do not agree."""

import pytest

from tests.unit.knowledge.planted import GONE, said

NEITHER = "expected a source or an article behind basis"
NAME_ONE = "got neither; name one, or write basis coach_default with a why"
NO_WHY = (
    "expected a reason for a number that nobody tested, got nothing; "
    "add 'why', or name the basis it really has"
)

WRONG = {
    "a trial without a source": (
        ("rules/dose", ("D17", "parameters", "weeks", "sources"), GONE),
        f"rules/dose.yaml: D17, parameters.weeks.sources: {NEITHER} trial, {NAME_ONE}.",
    ),
    "a coach default without a why": (
        ("rules/dose", ("D17", "parameters", "minutes", "why"), GONE),
        f"rules/dose.yaml: D17, parameters.minutes.why: {NO_WHY}.",
    ),
    "a dose of the coach without a why": (
        ("exercises/squat", ("sit_to_stand", "dose_basis", "why"), GONE),
        f"exercises/squat.yaml: sit_to_stand, dose_basis.why: {NO_WHY}.",
    ),
    "norms without a source": (
        ("tests", ("knee_to_wall", "norms", 0, "support", "sources"), []),
        f"tests.yaml: knee_to_wall, norms[0].support.sources: {NEITHER} trial, {NAME_ONE}.",
    ),
    "a measurement error without a why": (
        ("tests", ("push_up", "error", "support", "why"), GONE),
        f"tests.yaml: push_up, error.support.why: {NO_WHY}.",
    ),
    "a lower start without an article": (
        ("tests", ("push_up", "start", "support", "articles"), GONE),
        f"tests.yaml: push_up, start.support.sources: {NEITHER} expert, {NAME_ONE}.",
    ),
    "a question without a source": (
        ("safety", ("questions", "fever", "support", "sources"), []),
        f"safety.yaml: fever, support.sources: {NEITHER} expert, {NAME_ONE}.",
    ),
    "a protocol without an article": (
        ("protocols/rebound", ("articles",), []),
        f"protocols/rebound.yaml: rebound, sources: {NEITHER} expert, {NAME_ONE}.",
    ),
    "a slot without an article": (
        ("protocols/rei", ("templates", 0, "slots", 0, "articles"), []),
        f"protocols/rei.yaml: rei, templates[0].slots[0].sources: {NEITHER} expert, {NAME_ONE}.",
    ),
    "points without a why": (
        ("weights", ("missing_heavy", "why"), GONE),
        f"weights.yaml: missing_heavy, why: {NO_WHY}.",
    ),
    "a number of training without its source": (
        ("training", ("ewma_long_days", "sources"), []),
        f"training.yaml: ewma_long_days, sources: {NEITHER} expert, {NAME_ONE}.",
    ),
    "a number's source the rule does not list": (
        ("rules/dose", ("D17", "parameters", "weeks", "sources"), ["beyer2015"]),
        (
            "rules/dose.yaml: D17, parameters.weeks.sources: expected what the rule's own sources "
            "list, got 'beyer2015'; add it to the sources of the rule."
        ),
    ),
    "a number's article the rule does not list": (
        ("rules/dose", ("D08", "parameters", "min_rir", "articles"), ["s3-plank"]),
        (
            "rules/dose.yaml: D08, parameters.min_rir.articles: expected what the rule's own "
            "articles list, got 's3-plank'; add it to the articles of the rule."
        ),
    ),
    "a statement encoded in a rule that does not name it": (
        ("articles", ("rules", "s1-session-20-30", "encoded_in", 1), "D05"),
        (
            "articles.yaml: s1-session-20-30, encoded_in[1]: expected a rule that names "
            "s1-session-20-30 in its articles, got 'D05'; add s1-session-20-30 to the articles of "
            "D05."
        ),
    ),
    "a rule that names a statement encoded elsewhere": (
        ("rules/load", ("L10", "articles", 0), "s1-session-20-30"),
        (
            "rules/load.yaml: L10, articles[0]: expected a statement with L10 in its encoded_in, "
            "got 's1-session-20-30'; add L10 to encoded_in of s1-session-20-30 in articles.yaml."
        ),
    ),
}


@pytest.mark.parametrize(("change", "sentence"), WRONG.values(), ids=WRONG)
def test_a_number_must_rest_on_something_that_both_sides_know(change, sentence):
    assert said(change) == [sentence]


def test_a_reason_of_no_words_is_no_reason():
    told = said(("weights", ("missing_heavy", "why"), ""))

    assert len(told) == 1
    assert "weights.yaml: missing_heavy, why: expected plain words" in told[0]
