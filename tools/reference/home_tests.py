"""The page of home tests and safety questions: how, how exact, and what a result may change."""

from collections.abc import Iterator

from runwright.domain.home_test import (
    AnswerUse,
    Asked,
    Better,
    HomeTest,
    MeasurementError,
    NormRow,
    NormTable,
    SafetyQuestion,
    TestGroup,
)
from runwright.domain.runner import Sex
from runwright.rules.registry import Parameters, RuleBook
from runwright.screening.answers import filled
from tools.reference.exercises import pattern_words
from tools.reference.knowledge import (
    Known,
    head,
    rules_words,
    support_words,
)
from tools.reference.markdown import anchor, bullets, code, link, paragraph, table, words

GROUPS = {
    TestGroup.MAIN: ("The screen", "What they find may change where you start."),
    TestGroup.DISPLAY: ("Shown only", "For your interest. They change nothing (rule A07)."),
    TestGroup.POSTPARTUM: (
        "The way back after a birth",
        "Passed one by one, they help to open rule G12. Stop at leaking, heaviness or pain.",
    ),
}
ASKED = {
    Asked.ALWAYS: "everybody",
    Asked.NOT_A_MAN: "everybody but men",
    Asked.AGE_NOT_TOLD: "who told no age",
    Asked.PREGNANT: "who is pregnant",
    Asked.AFTER_BIRTH: "after a birth",
    Asked.HURTS: "once, if anything hurts",
    Asked.EACH_PAIN: "for each place that hurts",
    Asked.WHEN_CLOSED: "when the gate is closed",
}


def page(known: Known) -> list[str]:
    """Lines of the page."""
    library = known.library
    lines = head(
        "Home tests and safety questions",
        library,
        f"The {len(library.tests)} tests you can do at home and the {len(library.questions)} "
        "questions asked before a plan is made: how, how exact, and what an answer may change.",
    )
    lines += paragraph(
        "No test here tells who gets hurt, and none is used for that. A test says where a ladder "
        "starts and what gets more room, or it opens a gate. A difference smaller than the "
        "measurement error is said to be one."
    )
    for group, (heading, says) in GROUPS.items():
        lines += [f"## {heading}", "", says, ""]
        for test in library.tests.values():
            if test.group is group:
                lines += _test(test)
    return lines + _questions(known)


def _test(test: HomeTest) -> list[str]:
    lines = [anchor(test.id), "", f"### {test.name}", ""]
    sides = "each side" if test.has_sides else "once"
    minutes = f"about {test.minutes} min"
    needs = ", ".join(words(one) for one in test.equipment) or "nothing"
    lines += [f"{code(test.id)} · in {test.unit.value}, {sides} · {minutes} · needs {needs}", ""]
    lines += [f"{number}. {step}" for number, step in enumerate(test.protocol, start=1)]
    lines += [""]
    for norms in test.norms:
        lines += _norms(norms)
    return lines + bullets(_facts(test))


def _norms(norms: NormTable) -> list[str]:
    seen = f", seen as {norms.verification.value}" if norms.verification is not None else ""
    lines = paragraph(
        f"**Norm** ({norms.kind.value}{seen}; {support_words(norms.support)}). {norms.note}"
    )
    return lines + table(
        ("age", "who", norms.kind.value, "SD"),
        [
            (_ages(row), _who(row), f"{row.value:g}", "" if row.sd is None else f"{row.sd:g}")
            for row in norms.rows
        ],
    )


def _ages(row: NormRow) -> str:
    if row.from_age is None and row.to_age is None:
        return "all"
    if row.to_age is None:
        return f"from {row.from_age}"
    return f"to {row.to_age}" if row.from_age is None else f"{row.from_age}–{row.to_age}"


def _who(row: NormRow) -> str:
    return {None: "all", Sex.WOMAN: "women", Sex.MAN: "men"}.get(row.sex, "all")


def _facts(test: HomeTest) -> Iterator[str]:
    yield f"Better is {'more' if test.better is Better.MORE else 'less'}. {_error(test.error)}"
    if test.display_only:
        yield f"Changes nothing. Told by {rules_words([test.rule])}"
    else:
        patterns = ", ".join(pattern_words(one) for one in test.influences_patterns)
        room = f"; gives more room to {patterns}" if patterns else ""
        yield f"Read by {rules_words(dict.fromkeys((test.rule, *test.influences_rules)))}{room}"
    if test.start is not None:
        known = support_words(test.start.support)
        yield f"A low result starts {test.start.rungs} rung lower ({known})"
    yield f"Safety: {test.safety}"
    if test.note:
        yield f"Mind: {test.note}"


def _error(error: MeasurementError) -> str:
    told = [
        f"{name} {value:g}"
        for name, value in (("standard error", error.sem), ("smallest real change", error.mdc95))
        if value is not None
    ]
    said = ", ".join(told) or "not known"
    note = f" {error.note}" if error.note else ""
    return f"Measurement error: {said} ({support_words(error.support)}).{note}"


def _questions(known: Known) -> list[str]:
    library = known.library
    book = RuleBook(tuple(library.rules.values()), library.weights)
    lines = ["## Safety questions", "", known.files["safety"]["note"].strip(), ""]
    lines += paragraph(
        "No answer is never read as the safe one: while a question that is needed stays open, the "
        f"plan stays light ({rules_words(['G01'])})."
    )
    for rule in dict.fromkeys(one.rule for one in library.questions.values()):
        lines += [f"### {rule}: questions", "", f"{library.rules[rule].statement}", ""]
        for question in library.questions.values():
            if question.rule == rule:
                lines += _question(question, book.parameters(rule))
    return lines


def _question(question: SafetyQuestion, parameters: Parameters) -> list[str]:
    asks = filled(question.asks, parameters)
    lines = [anchor(question.id), f"**{asks}** {code(question.id)}", ""]
    return lines + bullets(_answer(question, parameters))


def _answer(question: SafetyQuestion, parameters: Parameters) -> Iterator[str]:
    needed = "" if question.required else " (may stay open)"
    yield f"Asked: {ASKED[question.asked]}{needed}. Known from {support_words(question.support)}"
    if question.use is AnswerUse.OPENS:
        opened = ", ".join(link(one, f"#{one}") for one in question.opens)
        yield f"Yes helps to open what {opened} closed" if opened else "Yes helps to open the gate"
    if question.closing is not None:
        answer = "Yes" if question.closing else "No"
        said = filled(question.says, parameters)
        yield f"{answer} closes the gate{': ' + said if said else ''}"
    if question.opens_when:
        yield f"It opens when {filled(question.opens_when, parameters)}"
