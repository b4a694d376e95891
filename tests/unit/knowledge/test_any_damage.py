"""Whatever somebody does to an entry, the check tells it and never breaks."""

from copy import deepcopy
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from runwright.knowledge.files import KnowledgeData
from runwright.knowledge.library import Library, library_of
from tests.unit.knowledge.planted import GONE, faults, put, shipped

JUNK = [None, True, 0, -1, 2.5, "", "junk", "S01", [], ["junk"], [[]], {}, {"junk": 1}, GONE]


@st.composite
def damage(draw: st.DrawFn) -> tuple[str, tuple[str | int, ...], Any]:
    """One value somewhere in the knowledge base, and what stands there instead."""
    name = draw(st.sampled_from(sorted(shipped())))
    here, path = shipped()[name].data, ()
    for _ in range(draw(st.integers(0, 7))):
        if not isinstance(here, dict | list) or not here:
            break
        steps = list(here) if isinstance(here, dict) else list(range(len(here)))
        step = draw(st.sampled_from(steps))
        here, path = here[step], (*path, step)
    junk = draw(st.sampled_from(JUNK if path else JUNK[:-1]))
    return name, path, junk


@given(st.lists(damage(), min_size=1, max_size=4, unique_by=lambda one: one[0]))
@settings(max_examples=120, phases=(Phase.generate,))  # each try is slow, and short as it is
def test_any_damage_is_told_in_sentences_or_the_library_can_still_be_made(damaged):
    told = faults(*damaged)
    sentences = [str(fault) for fault in told]

    assert all(
        sentence.startswith(fault.file) and sentence.endswith(f"; {fault.do}.")
        for sentence, fault in zip(sentences, told, strict=True)
    )
    assert all(fault.expected and fault.do for fault in told)
    assert told or made_of(damaged).rules


def made_of(damaged: list[tuple[str, tuple[str | int, ...], Any]]) -> Library:
    """The library of damaged files that nobody minds."""
    files = {name: document.data for name, document in shipped().items()}
    for name, path, value in damaged:
        files[name] = put(deepcopy(files[name]), path, value)
    return library_of(KnowledgeData(files=files, digest=""))
