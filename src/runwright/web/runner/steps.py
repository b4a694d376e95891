"""The five steps of the set-up, each the same form when it is changed later."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.http import QueryDict

from runwright.domain.runner import Runner
from runwright.domain.words import N_
from runwright.knowledge.library import Library
from runwright.screening.subject import Subject
from runwright.usecases.plan_season import subject_of
from runwright.usecases.standing import as_known
from runwright.web.runner import step_body, step_runs, step_tests, step_time, step_who
from runwright.web.runner.form import Form
from runwright.web.runner.models import RunnerRecord


class Step(StrEnum):
    """The steps in their order."""

    RUNS = "runs"
    WHO = "who"
    TIME = "time"
    BODY = "body"
    TESTS = "tests"

    @property
    def number(self) -> int:
        """Its place, from 1."""
        return list(Step).index(self) + 1

    @property
    def next(self) -> "Step | None":
        """The step after; None after the last."""
        return _beside(self, 1)

    @property
    def previous(self) -> "Step | None":
        """The step before; None before the first."""
        return _beside(self, -1)


TITLES: Mapping[Step, str] = {
    Step.RUNS: N_("Your runs"),
    Step.WHO: N_("Who runs"),
    Step.TIME: N_("Your days and your kit"),
    Step.BODY: N_("Where do you feel it?"),
    Step.TESTS: N_("Home tests"),
}
SHORT: Mapping[Step, str] = {
    Step.RUNS: N_("Runs"),
    Step.WHO: N_("You and your races"),
    Step.TIME: N_("Days and kit"),
    Step.BODY: N_("Body and safety"),
    Step.TESTS: N_("Home tests"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Whom a step asks, with what it needs to know to ask well."""

    record: RunnerRecord
    library: Library
    today: date

    def seen(self, runner: Runner) -> Subject:
        """Return a runner of these answers with what their diary says, for a screen."""
        known = as_known(runner, self.record.heard, self.library)
        return subject_of(known, self.library, self.today)

    @property
    def looks(self) -> tuple[str, str]:
        """Body and palette of the figures."""
        return self.record.body, self.record.palette


def told(step: Step, asking: Asking, *, again: bool = False) -> Form:
    """Return the form of a step as it stands now; `again` asks its safety questions anew."""
    runner = asking.record.runner
    match step:
        case Step.RUNS:
            return Form(step_runs.told(runner))
        case Step.WHO:
            return Form(step_who.told(runner))
        case Step.TIME:
            return Form(step_time.told(runner))
        case Step.BODY:
            return Form(step_body.told(runner, asking.seen(runner), again=again))
        case Step.TESTS:
            return Form(step_tests.told(runner, asking.library))


def read(step: Step, form: Form, asking: Asking, *, is_final: bool = True) -> Runner:
    """Return the runner with the answers of a step; what is wrong stands in the form."""
    runner = asking.record.runner
    match step:
        case Step.RUNS:
            return step_runs.read(form, runner)
        case Step.WHO:
            return step_who.read(form, runner, today=asking.today)
        case Step.TIME:
            return step_time.read(form, runner, asking.library)
        case Step.BODY:
            return step_body.read(form, runner, asking.seen(runner), is_final=is_final)
        case Step.TESTS:
            return step_tests.read(form, runner, asking.library, asking.today)


def shown(step: Step, form: Form, asking: Asking) -> dict[str, Any]:
    """Return what the page of a step shows beside its fields."""
    library, today = asking.library, asking.today
    match step:
        case Step.RUNS:
            return step_runs.shown(form)
        case Step.WHO:
            return step_who.shown(form)
        case Step.TIME:
            return step_time.shown(library)
        case Step.BODY:
            so_far = Form(form.values)
            before = asking.record.runner
            runner = step_body.read(so_far, before, asking.seen(before), is_final=False)
            return step_body.shown(form, asking.seen(runner), library, asking.looks)
        case Step.TESTS:
            return step_tests.shown(asking.record.runner, library, today, asking.looks)


def edited(step: Step, form: Form, asking: Asking, asked: QueryDict) -> str | None:
    """Change the rows of a form as a button asks, and return where on the page to look.

    None means that no such button was pressed, so the form is meant to be kept.
    """
    if "drop" in asked:
        form.drop_row(str(asked["drop"]))
        return "rows"
    if "none" in asked:
        step_body.deny_the_rest(form, asking.library)
        return "safety"
    if "check" in asked:
        return "gates"
    return _added(step, form, asking, str(asked["add"])) if "add" in asked else None


def _added(step: Step, form: Form, asking: Asking, what: str) -> str:
    if step is Step.BODY:
        number = step_body.add_pain(form, what, asking.library)
        return "map" if number is None else f"pain-{number}"
    if step is Step.RUNS:
        return f"habit-{form.add_row('habit', **step_runs.empty_row())}"
    return f"race-{form.add_row('race', **step_who.empty_row())}"


def _beside(step: Step, by: int) -> Step | None:
    number = list(Step).index(step) + by
    return list(Step)[number] if 0 <= number < len(Step) else None
