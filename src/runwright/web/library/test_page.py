"""Home tests on their pages: how, what is typical, how exact it is, and what it may change."""

from collections.abc import Iterator
from dataclasses import dataclass

from runwright.domain.home_test import HomeTest, NormKind, NormRow, NormTable, TestGroup
from runwright.domain.runner import Sex
from runwright.domain.words import N_, _, ngettext, opening
from runwright.figures import Show
from runwright.formats.library_words.kit import kit_inside
from runwright.formats.plan_html.citation import SEEN
from runwright.formats.plan_html.findings_view import in_unit
from runwright.formats.plan_words.patterns import pattern_name
from runwright.knowledge.library import Library
from runwright.web.figures import HOME_TEST, figure_url
from runwright.web.library.evidence import Row, support_row
from runwright.web.library.exercise_page import Picture
from runwright.web.library.mine import Mine

GROUPS = {
    TestGroup.MAIN: (N_("The screen"), N_("What they find may change where you start.")),
    TestGroup.DISPLAY: (N_("Shown only"), N_("For your interest. They change nothing.")),
    TestGroup.POSTPARTUM: (
        N_("The way back after a birth"),
        N_(
            "Passed one by one, they help to open what waits after a birth. "
            "Stop at leaking, heaviness or pain."
        ),
    ),
}
TYPICAL = {
    NormKind.MEAN: N_("Mean"),
    NormKind.MEDIAN: N_("Median"),
    NormKind.TYPICAL: N_("Typical"),
}
HOUSEHOLD = {
    "metronome": N_("a metronome"),
    "tape_measure": N_("a tape measure"),
    "timer": N_("a timer"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TestCard:
    """A home test in few words."""

    id: str
    name: str
    figure: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Home tests for one purpose."""

    anchor: str
    name: str
    says: str
    tests: tuple[TestCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NormView:
    """What is typical: a row for each age, a column for each who."""

    typical: str
    who: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    row: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class TestPage:
    """A home test."""

    id: str
    name: str
    group: str
    group_anchor: str
    lead: str
    picture: Picture
    steps: tuple[str, ...]
    safety: str
    note: str
    norms: tuple[NormView, ...]
    error: tuple[str, ...]
    error_row: Row
    display_only: bool
    low_start: Row | None
    rules: tuple[str, ...]
    patterns: tuple[tuple[str, str], ...]


def groups(library: Library, mine: Mine) -> list[Group]:
    """Return all home tests, by what they are for."""
    return [
        Group(
            anchor=f"g-{group.value}",
            name=_(name),
            says=_(says),
            tests=tuple(_card(one, mine) for one in library.tests.values() if one.group is group),
        )
        for group, (name, says) in GROUPS.items()
    ]


def _card(test: HomeTest, mine: Mine) -> TestCard:
    return TestCard(
        id=test.id,
        name=_(test.name),
        figure=figure_url(f"{HOME_TEST}{test.id}", Show.STILL, mine.record),
        says=_takes(test),
    )


def _takes(test: HomeTest) -> str:
    each = _("each side, about {minutes} min") if test.has_sides else _("about {minutes} min")
    return each.format(minutes=test.minutes)


def test_page(test: HomeTest, library: Library, mine: Mine) -> TestPage:
    """Return the page of a home test."""
    figure = f"{HOME_TEST}{test.id}"
    return TestPage(
        id=test.id,
        name=_(test.name),
        group=_(GROUPS[test.group][0]),
        group_anchor=f"g-{test.group.value}",
        lead=_("{takes}. Needs {kit}.").format(
            takes=opening(_takes(test)), kit=_needs(test, library)
        ),
        picture=Picture(
            still=figure_url(figure, Show.STILL, mine.record),
            moving=figure_url(figure, Show.MOVING, mine.record),
            fault="",
            name=_(test.name),
        ),
        steps=tuple(_(step) for step in test.protocol),
        safety=_(test.safety),
        note=_(test.note),
        norms=tuple(_norms(table, test, library) for table in test.norms),
        error=tuple(_error(test)),
        error_row=support_row(library, test.error.support, _(test.error.note)),
        display_only=test.display_only,
        low_start=None
        if test.start is None
        else support_row(
            library,
            test.start.support,
            ngettext(
                "A low result starts {n} rung lower.",
                "A low result starts {n} rungs lower.",
                test.start.rungs,
            ).format(n=test.start.rungs),
        ),
        rules=tuple(dict.fromkeys((test.rule, *test.influences_rules))),
        patterns=tuple((one, pattern_name(one)) for one in test.influences_patterns),
    )


def _needs(test: HomeTest, library: Library) -> str:
    names = [
        kit_inside(library, one) if one in library.kit else _named(one) for one in test.equipment
    ]
    return ", ".join(names) or _("nothing")


def _named(thing: str) -> str:
    return _(HOUSEHOLD[thing]) if thing in HOUSEHOLD else thing.replace("_", " ")


def _norms(table: NormTable, test: HomeTest, library: Library) -> NormView:
    seen = "" if table.verification is None else _(SEEN[table.verification])
    said = " ".join(part for part in (_(table.note), opening(seen) + "." if seen else "") if part)
    values = {(_ages(row), _who(row)): _value(row, test) for row in table.rows}
    ages, who = (tuple(dict.fromkeys(keys)) for keys in zip(*values, strict=True))
    return NormView(
        typical=_(TYPICAL[table.kind]),
        who=who,
        rows=tuple((age, tuple(values.get((age, one), "") for one in who)) for age in ages),
        row=support_row(library, table.support, said),
    )


def _value(row: NormRow, test: HomeTest) -> str:
    said = in_unit(row.value, test.unit.value)
    return said if row.sd is None else _("{value}, SD {sd:g}").format(value=said, sd=row.sd)


def _ages(row: NormRow) -> str:
    low, high = row.from_age, row.to_age
    if low is None and high is None:
        return _("every age")
    if high is None:
        return _("from {low}").format(low=low)
    return _("to {high}").format(high=high) if low is None else f"{low}–{high}"


def _who(row: NormRow) -> str:
    named = {Sex.WOMAN: _("women"), Sex.MAN: _("men")}
    return _("everybody") if row.sex is None else named.get(row.sex, _("everybody"))


def _error(test: HomeTest) -> Iterator[str]:
    sem, mdc95, unit = test.error.sem, test.error.mdc95, test.unit.value
    if sem is not None:
        yield _("Standard error of measurement: {amount}.").format(amount=in_unit(sem, unit))
    if mdc95 is not None:
        yield _("Less than {amount} apart is within the test's own error.").format(
            amount=in_unit(mdc95, unit)
        )
    if sem is None and mdc95 is None:
        yield _("How exact this test is has not been measured.")
