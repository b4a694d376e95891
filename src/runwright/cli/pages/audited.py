"""What the rules say about a plan: broken, given way, given by the running, and what it costs."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from runwright.cli.answer import plain
from runwright.cli.pages.moved import points_word
from runwright.cli.reading import problem_lines
from runwright.cli.screen import Screen
from runwright.domain.plan import SeasonPlan
from runwright.domain.problem import Problem
from runwright.domain.verdict import Severity
from runwright.domain.words import _, ngettext
from runwright.formats.plan_words.dates import and_list, full_date, short_day
from runwright.knowledge.library import Library
from runwright.rules.audit import AuditFinding

COLUMN = 7
DAYS_NAMED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """An audit and what it was of.

    Attributes
    ----------
    kind
        ``plan`` or ``calendar``.
    taken
        What titles of a calendar were taken for: (title, meaning, how often).
    """

    source: str
    kind: str
    plan: SeasonPlan
    findings: Sequence[AuditFinding]
    taken: tuple[tuple[str, str, int], ...] = ()
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def violations(self) -> tuple[AuditFinding, ...]:
        """Firm rules that are broken."""
        return tuple(one for one in self.findings if one.is_violation)

    @property
    def gave_way(self) -> tuple[AuditFinding, ...]:
        """Rules that gave way."""
        return tuple(
            one for one in self.findings if one.severity is Severity.BENDS and not one.given
        )

    @property
    def given(self) -> tuple[AuditFinding, ...]:
        """What the running alone does, whatever the strength work."""
        firm = {Severity.FORBIDS, Severity.BENDS}
        return tuple(one for one in self.findings if one.given and one.severity in firm)

    @property
    def costs(self) -> tuple[tuple[str, int, int], ...]:
        """Rule, points and how often, dearest first."""
        points: Counter[str] = Counter()
        often: Counter[str] = Counter()
        for one in self.findings:
            if one.points and not one.given:
                points[one.rule] += one.points
                often[one.rule] += 1
        return tuple((rule, cost, often[rule]) for rule, cost in points.most_common())


def audit_page(audited: Audited, library: Library, screen: Screen) -> list[str]:
    """Return the page of an audit, what is broken first."""
    lines = [*screen.title(_headline(audited)), *screen.wrapped(_what(audited))]
    lines += _taken(audited, screen)
    lines += _group(_("Firm rules that are broken"), audited.violations, library, screen)
    lines += _group(_("Rules that gave way"), audited.gave_way, library, screen)
    lines += _group(
        _("Your running alone; no strength work can change it"), audited.given, library, screen
    )
    lines += _costs(audited, library, screen)
    if audited.notes:
        lines += [*screen.heading(_("Good to know")), *screen.bullets(audited.notes)]
    return [*lines, *problem_lines(audited.problems, screen)]


def _headline(audited: Audited) -> str:
    broken = len(audited.violations)
    if not broken:
        return _("No firm rule is broken.")
    return ngettext(
        "A firm rule is broken {n} time.", "Firm rules are broken {n} times.", broken
    ).format(n=broken)


def _what(audited: Audited) -> str:
    weeks, days = audited.plan.weeks, _days_with(audited.plan)
    return _("{source}: {weeks} from {first} to {last}, {sessions} and {runs}.").format(
        source=audited.source,
        weeks=ngettext("{n} week", "{n} weeks", len(weeks)).format(n=len(weeks)),
        first=full_date(weeks[0].days[0].day),
        last=full_date(weeks[-1].days[-1].day),
        sessions=ngettext("{n} session", "{n} sessions", days[0]).format(n=days[0]),
        runs=ngettext("{n} run", "{n} runs", days[1]).format(n=days[1]),
    )


def _days_with(plan: SeasonPlan) -> tuple[int, int]:
    days = [day for week in plan.weeks for day in week.days]
    return sum(day.session is not None for day in days), sum(len(day.runs) for day in days)


def _taken(audited: Audited, screen: Screen) -> list[str]:
    if not audited.taken:
        return []
    lines = screen.heading(_("What its words were taken for"))
    return lines + screen.bullets(
        _("“{title}” ({often}): {meaning}").format(
            title=title,
            often=ngettext("{n} time", "{n} times", often).format(n=often),
            meaning=meaning,
        )
        for title, meaning, often in audited.taken
    )


def _group(
    title: str, findings: Iterable[AuditFinding], library: Library, screen: Screen
) -> list[str]:
    by_rule: dict[str, dict[str, list[date]]] = {}
    for one in findings:
        by_rule.setdefault(one.rule, {}).setdefault(one.because, []).append(one.day)
    if not by_rule:
        return []
    lines = screen.heading(title)
    for rule, reasons in by_rule.items():
        statement = _(library.rules[rule].statement) if rule in library.rules else ""
        lines += screen.labelled(rule, statement, column=COLUMN)
        for because, days in reasons.items():
            lines += screen.wrapped(f"- {_days(days)}: {because}", " " * COLUMN, " " * (COLUMN + 2))
    return lines


def _days(days: Sequence[date]) -> str:
    if len(days) <= DAYS_NAMED:
        return and_list([short_day(day) for day in days])
    return ngettext("{n} day, {first} to {last}", "{n} days, {first} to {last}", len(days)).format(
        n=len(days), first=short_day(days[0]), last=short_day(days[-1])
    )


def _costs(audited: Audited, library: Library, screen: Screen) -> list[str]:
    if not audited.costs:
        return []
    total = sum(points for _rule, points, _often in audited.costs)
    title = _("What it costs: {points} (a missed heavy session is {missed})").format(
        points=points_word(total), missed=library.weights["missing_heavy"]["value"]
    )
    lines = screen.heading(title)
    for rule, points, often in audited.costs:
        words = _("{points}, {often}: {example}").format(
            points=points_word(points),
            often=ngettext("{n} time", "{n} times", often).format(n=often),
            example=next(
                one.because for one in audited.findings if one.rule == rule and one.points
            ),
        )
        lines += screen.labelled(rule, words, column=COLUMN)
    return lines


def audit_answer(audited: Audited) -> Mapping[str, Any]:
    """Return the answer of `runwright audit --json`."""
    days = [day.day for week in audited.plan.weeks for day in week.days]
    return {
        "source": audited.source,
        "kind": audited.kind,
        "weeks": len(audited.plan.weeks),
        "first": days[0].isoformat(),
        "last": days[-1].isoformat(),
        "violations": [_said(one) for one in audited.violations],
        "gave_way": [_said(one) for one in audited.gave_way],
        "given": [_said(one) for one in audited.given],
        "costs": [
            {"rule": rule, "points": points, "often": often}
            for rule, points, often in audited.costs
        ],
        "points": sum(points for _rule, points, _often in audited.costs),
        "taken": [
            {"title": title, "taken_as": meaning, "often": often}
            for title, meaning, often in audited.taken
        ],
        "notes": list(audited.notes),
        "problems": [plain(problem) for problem in audited.problems],
    }


def _said(one: AuditFinding) -> Mapping[str, Any]:
    return {
        "rule": one.rule,
        "day": one.day.isoformat(),
        "until": one.until.isoformat() if one.until is not None else None,
        "because": one.because,
    }
