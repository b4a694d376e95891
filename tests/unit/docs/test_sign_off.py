"""As long as no clinician has signed the rules off, our pages say so."""

import pytest

from runwright.knowledge.files import read_base
from tests.unit.docs.pages import ROOT

SAYS = "No clinician has signed these rules off yet"


@pytest.mark.parametrize("page", ["docs/explanation/safety.md", "docs/reference/rules.md"])
def test_a_page_on_safety_says_whether_a_clinician_has_signed_the_rules_off(page: str) -> None:
    signed = read_base().files["version"]["signed_off_by_clinician"]
    text = (ROOT / page).read_text(encoding="utf-8")

    assert (SAYS in text) != signed
