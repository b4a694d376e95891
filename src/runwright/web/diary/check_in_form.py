"""The check-in as a form: four questions in cells to tap, and what was tapped read back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from runwright.domain.check_in import CheckIn
from runwright.domain.home_test import AnswerUse, SafetyQuestion
from runwright.domain.performed import RATING_MAX
from runwright.domain.runner import Pain, Side
from runwright.domain.words import N_, _, decimal
from runwright.formats.plan_words.dates import short_day
from runwright.knowledge.library import Library
from runwright.usecases.hear_check_in import limits_by_region
from runwright.usecases.standing import needs_clearing
from runwright.web.diary.mornings import LastPain

SLEEP_H = (4.0, 5.0, 5.5, 6.0, 6.5, 7.0, 7.5, 8.0, 8.5, 9.0)
# Five words for a scale of eleven: each stands for the middle of its fifth.
STEPS = (1, 3, 5, 7, 9)
LEGS = (N_("fresh"), N_("a little"), N_("sore"), N_("very"), N_("badly"))
STRESS = (N_("calm"), N_("a little"), N_("some"), N_("a lot"), N_("too much"))
SIDES = {Side.LEFT: N_("left"), Side.RIGHT: N_("right")}
PAIN, SIGN = "pain", "sign"
YES, NO = "yes", "no"
ACUTE = "G02"  # the rule of warning signs


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One answer to tap.

    Attributes
    ----------
    said
        What it means where the label alone does not say it; '' where it does.
    hue
        Colour of what it asks for: moss, amber or coral; '' for none.
    """

    value: str
    label: str
    is_chosen: bool
    said: str = ""
    hue: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with its answers.

    Attributes
    ----------
    beside
        What helps to answer it; '' for nothing.
    """

    name: str
    asks: str
    cells: tuple[Cell, ...]
    beside: str = ""
    under: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was tapped, and what is wrong with it by the name of the field."""

    check_in: CheckIn
    faults: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A warning sign to tick (rule G02).

    Attributes
    ----------
    told
        What this morning said of it; None where it did not.
    is_asked
        Whether it is there since an earlier morning, and over when the runner says so.
    """

    name: str
    asks: str
    told: bool | None
    is_asked: bool


class CheckInForm:
    """The form of a morning.

    Parameters
    ----------
    told
        What it is filled in with.
    sore
        Places that hurt lately; each gets a row of its own.
    signs
        What the diary says of warning signs so far: there, or gone.
    """

    def __init__(
        self,
        told: CheckIn,
        sore: tuple[LastPain, ...],
        library: Library,
        signs: Mapping[str, bool],
    ) -> None:
        self.told, self.library, self.so_far = told, library, signs
        self.sore = {(one.region, one.side): one for one in sore}
        self.limits = limits_by_region(library)

    def sleep(self, mean_h: float | None) -> Question:
        """Return the question of the night."""
        told_h = self.told.sleep_h
        hours = sorted({*SLEEP_H, *(() if told_h is None else (told_h,))})
        cells = tuple(
            Cell(
                value=f"{one_h:g}",
                label=_hours(one_h),
                is_chosen=one_h == told_h,
                said=_("{hours:g} hours").format(hours=one_h),
            )
            for one_h in hours
        )
        beside = "" if mean_h is None else _("lately {hours:.1f} h").format(hours=mean_h)
        return Question(name="sleep", asks=_("Sleep"), cells=cells, beside=beside)

    def legs(self) -> Question:
        """Return the question of sore legs."""
        cells = _steps(LEGS, self.told.soreness_0_10)
        return Question(name="soreness", asks=_("Legs"), cells=cells)

    def stress(self) -> Question:
        """Return the question of yesterday's stress."""
        cells = _steps(STRESS, self.told.stress_0_10)
        return Question(name="stress", asks=_("Stress yesterday"), cells=cells)

    def hurts(self) -> Question:
        """Return the question whether anything hurts."""
        return Question(
            name="hurts",
            asks=_("Does anything hurt?"),
            cells=(
                Cell(value="no", label=_("Nothing"), is_chosen=self.told.pain_free),
                Cell(value="yes", label=_("Something does"), is_chosen=bool(self.told.pains)),
            ),
        )

    def places(self) -> tuple[Question, ...]:
        """Return a question for every place that hurts, or did lately."""
        told = {(pain.region, pain.side): pain.pain_0_10 for pain in self.told.pains}
        places = dict.fromkeys([*told, *self.sore])
        return tuple(self._place(region, side, told.get((region, side))) for region, side in places)

    def signs(self) -> tuple[Sign, ...]:
        """Return the warning signs, those that are still there first."""
        cleared_only = needs_clearing(self.library)
        found = [
            Sign(
                name=f"{SIGN}:{one.id}",
                asks=_(one.asks),
                told=self.told.signs.get(one.id),
                is_asked=one.id not in cleared_only
                and (self.so_far.get(one.id) is True or one.id in self.told.signs),
            )
            for one in acute_signs(self.library)
        ]
        return tuple(sorted(found, key=lambda one: not one.is_asked))

    def regions(self) -> list[tuple[str, str, str]]:
        """Return id, name and place of every region, by name."""
        return regions_by_name(self.library)

    def _place(self, region_id: str, side: Side | None, told: int | None) -> Question:
        region = self.library.regions[region_id]
        green, amber = self.limits[region_id]
        last = self.sore.get((region_id, side))
        return Question(
            name=f"{PAIN}:{region_id}:{'' if side is None else side.value}",
            asks=place_name(_(region.name), side),
            beside=""
            if last is None
            else _("{day}: {pain}").format(day=short_day(last.day), pain=last.pain_0_10),
            under=limit_words(green, amber),
            cells=tuple(
                Cell(
                    value=str(number),
                    label=str(number),
                    is_chosen=number == told,
                    said=_("{number} of 10").format(number=number),
                    hue=_hue(number, green, amber),
                )
                for number in range(RATING_MAX + 1)
            ),
        )


def read_told(
    day: date, posted: Mapping[str, str], before: CheckIn | None, library: Library
) -> Told:
    """Return what was tapped, and what cannot be taken as it stands."""
    faults: dict[str, str] = {}
    pains = (*_rated(posted, library), *added_pain(posted, library, faults))
    nothing = posted.get("hurts") == "no"
    if posted.get("hurts") == "yes" and not pains and not faults:
        faults["region"] = _("Say where it hurts and how much, or choose “Nothing”.")
    known = {(pain.region, pain.side): pain for pain in before.pains} if before else {}
    check_in = CheckIn(
        day=day,
        sleep_h=_hours_told(posted),
        stress_0_10=_rating(posted, "stress"),
        soreness_0_10=_rating(posted, "soreness"),
        pains=() if nothing else tuple(_as_known(pain, known) for pain in pains),
        pain_free=nothing,
        signs=_signs_told(posted, library),
    )
    if not faults and check_in == CheckIn(day=day):
        faults["sleep"] = _("Nothing is told yet. One answer is enough.")
    return Told(check_in=check_in, faults=faults)


def acute_signs(library: Library) -> tuple[SafetyQuestion, ...]:
    """Return the questions about warning signs that lock everything."""
    return tuple(
        one
        for one in library.questions.values()
        if one.rule == ACUTE and one.use is AnswerUse.CLOSES
    )


def _signs_told(posted: Mapping[str, str], library: Library) -> dict[str, bool]:
    answers = {YES: True, NO: False}
    told = {one.id: posted.get(f"{SIGN}:{one.id}", "") for one in acute_signs(library)}
    return {name: answers[answer] for name, answer in told.items() if answer in answers}


def regions_by_name(library: Library) -> list[tuple[str, str, str]]:
    """Return id, name and place of every region, by name."""
    found = [(one.id, _(one.name), _(one.where)) for one in library.regions.values()]
    return sorted(found, key=lambda one: one[1].casefold())


def place_name(name: str, side: Side | None) -> str:
    """Return ``Achilles, left``."""
    return name if side is None else f"{name}, {_(SIDES[side])}"


def limit_words(green_max: int, amber_max: int) -> str:
    """Return what the pain light says of a place (rule G07)."""
    if amber_max > green_max:
        words = _("Up to {green} go on, up to {amber} hold the load, above that stop.")
    else:
        words = _("Anything above {green} stops.")
    return words.format(green=green_max, amber=amber_max)


def step_words(rating: int | None, words: tuple[str, ...]) -> str:
    """Return the word that stands for a rating; '' where none was told."""
    if rating is None:
        return ""
    nearest = min(range(len(STEPS)), key=lambda number: abs(STEPS[number] - rating))
    return _(words[nearest])


def _steps(words: tuple[str, ...], told: int | None) -> tuple[Cell, ...]:
    chosen = step_words(told, words)
    return tuple(
        Cell(value=str(step), label=_(word), is_chosen=_(word) == chosen)
        for step, word in zip(STEPS, words, strict=True)
    )


def _hours(hours: float) -> str:
    whole = int(hours)
    rest = {0.0: "", 0.25: "¼", 0.5: "½", 0.75: "¾"}.get(hours - whole)
    return decimal(hours, ".1f") if rest is None else f"{whole}{rest}"


def _hue(number: int, green_max: int, amber_max: int) -> str:
    if number <= green_max:
        return "moss"
    return "amber" if number <= amber_max else "coral"


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _hours_told(posted: Mapping[str, str]) -> float | None:
    told_h = _number(posted.get("sleep", ""))
    return told_h if told_h is not None and 0 <= told_h <= 24 else None  # noqa: PLR2004  # of a day


def _rating(posted: Mapping[str, str], name: str) -> int | None:
    text = posted.get(name, "")
    return int(text) if text.isdecimal() and int(text) <= RATING_MAX else None


def _side(text: str) -> Side | None:
    return Side(text) if text in {one.value for one in Side} else None


def _rated(posted: Mapping[str, str], library: Library) -> list[Pain]:
    pains = []
    for name in posted:
        kind, _colon, place = name.partition(":")
        region, _colon, side = place.partition(":")
        rating = _rating(posted, name)
        if kind == PAIN and region in library.regions and rating is not None:
            pains.append(Pain(region=region, pain_0_10=rating, side=_side(side)))
    return pains


def added_pain(
    posted: Mapping[str, str], library: Library, faults: dict[str, str]
) -> tuple[Pain, ...]:
    """Return the pain of a place that was added; empty where none was, or `faults` says why."""
    region, rating = posted.get("region", ""), _rating(posted, "new_pain")
    if region not in library.regions:
        if rating is not None:
            faults["region"] = _("Say where it hurts.")
        return ()
    if rating is None:
        faults["new_pain"] = _("Say how much it hurts, 0 to 10.")
        return ()
    return (Pain(region=region, pain_0_10=rating, side=_side(posted.get("side", ""))),)


def _as_known(pain: Pain, known: Mapping[tuple[str, Side | None], Pain]) -> Pain:
    """Return a pain with the bone answers that were given for it this morning."""
    before = known.get((pain.region, pain.side))
    return pain if before is None else replace(before, pain_0_10=pain.pain_0_10)
