"""The small signs of the season: one for each kind of run and session, the same everywhere."""

from dataclasses import dataclass

from markupsafe import Markup

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.plan import DayPlan, ExtraKind, SeasonPlan, WeekPlan
from runwright.domain.run import RunKind
from runwright.domain.session import SessionKind
from runwright.domain.words import N_, _
from runwright.formats.plan_html.svg import element, path, rectangles

WIDTHS = {RunKind.LONG: 14.0, RunKind.RACE: 12.0}
USUAL_WIDTH = 9.0
GAP = 4.0
QUIET = frozenset({
    ExtraKind.MOBILITY,
    ExtraKind.STRETCH,
    ExtraKind.FOOT_CORE,
    ExtraKind.ACTIVATION,
})


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign and the room it takes in a drawing."""

    kind: RunKind | SessionKind | ExtraKind
    width: float  # lint: allow unit-suffix: drawings are measured in their own steps

    def at(self, x: float, y: float) -> Markup:
        """Return the sign around a middle."""
        if isinstance(self.kind, RunKind):
            return run_sign(self.kind, x, y)
        if isinstance(self.kind, SessionKind):
            return session_sign(self.kind, x, y)
        return small_sign(x, y)


def run_sign(kind: RunKind, x: float, y: float) -> Markup:
    """Return a dot, a bigger one for quality, a bar for a long run, a flag for a race."""
    if kind is RunKind.LONG:
        return element("rect", x=x - 7, y=y - 3.4, width=14, height=6.8, rx=3.4, class_="sky")
    if kind is RunKind.RACE:
        pole = path("M", x - 4, y + 9, "V", y - 8, class_="ln coral w2")
        flag = path("M", x - 4, y - 8, "l", 12, 4, "l", -12, 4, "z", class_="coral")
        return pole + flag
    if kind is RunKind.WALK:
        return element("circle", cx=x, cy=y, r=2.2, class_="ln sky")
    return element("circle", cx=x, cy=y, r=4.2 if kind is RunKind.QUALITY else 2.4, class_="sky")


def session_sign(kind: SessionKind, x: float, y: float) -> Markup:
    """Return a square: full is heavy, half is short, empty is light; a triangle is jumps."""
    if kind is SessionKind.JUMPS:
        return path("M", x, y - 5, "l", 5.6, 9.6, "h", -11.2, "z", class_="amber")
    if kind is SessionKind.HEAVY_JUMPS:
        square = element("rect", x=x - 5, y=y - 1, width=10, height=6, rx=1.5, class_="pine")
        return square + path("M", x, y - 8, "l", 4, 6, "h", -8, "z", class_="amber")
    if kind is SessionKind.HEAVY:
        return element("rect", x=x - 5, y=y - 5, width=10, height=10, rx=1.5, class_="pine")
    frame = element("rect", x=x - 4.4, y=y - 4.4, width=8.8, height=8.8, rx=1.5, class_="box")
    if kind is SessionKind.SHORT:
        return frame + path("M", x - 4, y + 4, "V", y - 4, "L", x + 4, y + 4, "z", class_="pine")
    return frame


def small_sign(x: float, y: float) -> Markup:
    """Return a dash: mobility, foot work and the like on a day with nothing else."""
    return path("M", x - 4.5, y, "H", x + 4.5, class_="ln moss w2")


def signs_of(day: DayPlan) -> list[Sign]:
    """Return the signs of a day: runs, the session, or a dash when there is only small work."""
    found = [Sign(run.kind, WIDTHS.get(run.kind, USUAL_WIDTH)) for run in day.runs]
    if day.session is not None:
        found.append(Sign(day.session.kind, USUAL_WIDTH + 1))
    if not found and any(extra.kind in QUIET for extra in day.extras):
        found.append(Sign(ExtraKind.MOBILITY, USUAL_WIDTH))
    return found


def beside_each_other(signs: list[Sign], x: float, y: float, room: float) -> Markup:
    """Return signs side by side around a middle, above each other where there is no room."""
    total = sum(sign.width for sign in signs) + GAP * (len(signs) - 1)
    if len(signs) > 1 and total > room:
        step = min(9.0, 18.0 / len(signs))
        top = y - step * (len(signs) - 1) / 2
        return Markup("").join(sign.at(x, top + step * n) for n, sign in enumerate(signs))
    drawn, left = Markup(""), x - total / 2
    for sign in signs:
        drawn += sign.at(left + sign.width / 2, y)
        left += sign.width + GAP
    return drawn


LEGEND: tuple[tuple[RunKind | SessionKind | ExtraKind, str], ...] = (
    (RunKind.EASY, N_("easy run")),
    (RunKind.QUALITY, N_("quality run")),
    (RunKind.LONG, N_("long run")),
    (RunKind.RACE, N_("race")),
    (SessionKind.HEAVY, N_("heavy strength")),
    (SessionKind.SHORT, N_("short strength")),
    (SessionKind.LIGHT, N_("learning or light")),
    (SessionKind.JUMPS, N_("jumps")),
    (ExtraKind.MOBILITY, N_("mobility only")),
)
Kind = RunKind | SessionKind | ExtraKind
SHOWN_AS: dict[Kind, Kind] = {
    SessionKind.FOUNDATION: SessionKind.LIGHT,
    SessionKind.HEAVY_JUMPS: SessionKind.HEAVY,
}


def legend(used: set[Kind]) -> list[tuple[Markup, str]]:
    """Return the signs a season uses, each with its words."""
    shown = {SHOWN_AS.get(kind, kind) for kind in used}
    return [
        (element("svg", Sign(kind, 0).at(10, 10), viewBox="0 0 20 20", class_="sign"), _(words))
        for kind, words in LEGEND
        if kind in shown
    ]


def week_strip(week: WeekPlan) -> Markup:
    """Return a week as seven little fields with their signs."""
    field, height = 28, 26
    fields = ((field * number + 1, 0.5, field - 2, height - 1) for number in range(DAYS_PER_WEEK))
    parts = [rectangles(fields, class_="field")]
    for day in week.days:
        middle = field * (day.day.weekday() + 0.5)
        parts.append(beside_each_other(signs_of(day), middle, height / 2, field - 2))
    return element(
        "svg",
        *parts,
        viewBox=f"0 0 {field * DAYS_PER_WEEK} {height}",
        width=field * DAYS_PER_WEEK,
        height=height,
        class_="strip",
        aria_hidden="true",
    )


def kinds_used(plan: SeasonPlan) -> set[Kind]:
    """Return every kind a plan's signs stand for."""
    days = (day for week in plan.weeks for day in week.days)
    return {sign.kind for day in days for sign in signs_of(day)}
