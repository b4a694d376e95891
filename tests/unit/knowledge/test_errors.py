"""How a fault reads."""

from runwright.knowledge.errors import FaultKind, KnowledgeFault, KnowledgeFaultsError


def fault(**known):
    words = {"kind": FaultKind.SHAPE, "file": "kit.yaml", "expected": "a list", "do": "write one"}
    return KnowledgeFault(**{**words, **known})


def test_a_fault_says_only_what_is_known():
    assert str(fault()) == "kit.yaml: expected a list; write one."


def test_a_fault_says_where_what_and_what_to_do():
    whole = fault(line=3, column=7, entry="chair", field="words[0]", got="nothing")

    assert str(whole) == (
        "kit.yaml, line 3, column 7: chair, words[0]: expected a list, got nothing; write one."
    )


def test_faults_stand_in_the_order_of_files_and_lines():
    told = KnowledgeFaultsError([
        fault(file="tests.yaml", line=2),
        fault(line=9),
        fault(line=10),
        fault(),
    ])

    assert [(one.file, one.line) for one in told.faults] == [
        ("kit.yaml", None),
        ("kit.yaml", 9),
        ("kit.yaml", 10),
        ("tests.yaml", 2),
    ]
