"""A finding names a run with its article, so that a language can bend both."""

import pytest

from runwright.domain.protocol import Phase
from runwright.domain.run import RunKind
from runwright.domain.words import _
from runwright.rules.names import phase_word, the_run


@pytest.mark.parametrize("kind", RunKind)
def test_every_kind_of_run_is_named_with_its_article(kind):
    assert the_run(kind).startswith("the ")


def test_german_says_a_run_in_the_case_its_preposition_asks_for(speak_german):
    speak_german({"the long run": "dem langen Lauf", "right before {run}": "direkt vor {run}"})

    said = _("right before {run}").format(run=the_run(RunKind.LONG))

    assert said == "direkt vor dem langen Lauf"


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_has_a_word_of_its_own(phase):
    assert phase_word(phase)
