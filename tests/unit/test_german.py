"""German says one thing in one word, keeps what is filled in, and speaks as the voice asks."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

PO = Path(__file__).parents[2] / "src/runwright/locale/de/LC_MESSAGES/runwright.po"
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
WORDS = {
    r"rungs?": "Sprosse",
    r"ladders?": "[Ll]eiter",
    r"gates?(?! is)": "[Ss]chranke|sperrt",
    r"lighter weeks?|deload": "leichte",
    r"soreness": "Muskelkater",
    r"clinicians?": "Fachperson|ärztlich",
    r"physiotherapists?": "[Pp]hysiotherapie|physiotherapeutisch",
    r"quality runs?": "Qualitätsl[aä]uf",
    r"coach default": "Trainerwert",
    r"test's own error|measurement error": "Messfehler",
    r"supersets?": "[Ss]upers[aä]tz",
    r"proposals?": "Vorschl[aä]g",
    r"in reserve": "[Rr]eserve",
    r"warm-ups?": "[Aa]ufw[aä]rm",
}


@pytest.fixture(scope="module")
def said():
    """Pairs of English and German, each number by itself; what is not translated yet left out."""
    with PO.open("rb") as opened:
        catalogue = read_po(opened)
    pairs = []
    for one in catalogue:
        ids, strings = one.id, one.string
        if isinstance(ids, str):
            ids, strings = (ids,), (strings,)
        pairs += [(was, now) for was, now in zip(ids, strings, strict=True) if was and now]
    return pairs


@pytest.mark.parametrize("english", WORDS)
def test_an_idea_has_one_word(said, english):
    idea, german = re.compile(rf"\b(?:{english})\b", re.IGNORECASE), re.compile(WORDS[english])
    bare = [(PLACEHOLDER.sub("", was), now) for was, now in said]

    assert [one for one in bare if idea.search(one[0]) and not german.search(one[1])] == []


def test_what_is_filled_in_stays(said):
    lost = [
        (was, now)
        for was, now in said
        if set(PLACEHOLDER.findall(was)) != set(PLACEHOLDER.findall(now))
    ]

    assert lost == []


@pytest.mark.parametrize(
    "never",
    [
        r"!",
        r"(?<=[a-zäöü,] )(?:Sie|Ihr|Ihre|Ihnen|Ihren)\b",
        r"\bRIR\b",
        r"\w(?:[:*]innen|Innen)\b",
        r"\d Mal\b",
    ],
    ids=["loud", "formal", "letters for reserve", "signs inside words", "times in two words"],
)
def test_the_voice_is_kept(said, never):
    assert [now for _was, now in said if re.search(never, now)] == []
