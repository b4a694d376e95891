"""What was answered to each step, in one line."""

from collections.abc import Mapping

from runwright.domain.runner import Runner
from runwright.domain.words import _, ngettext
from runwright.formats.plan_words.dates import SHORT_WEEKDAYS, short_day
from runwright.web.runner.models import RunnerRecord
from runwright.web.runner.steps import Step


def summary(record: RunnerRecord) -> Mapping[Step, str]:
    """Return a line for each step."""
    runner = record.runner
    return {
        Step.RUNS: _runs(record, runner),
        Step.WHO: _who(runner),
        Step.TIME: _time(runner),
        Step.BODY: _body(runner),
        Step.TESTS: _tests(runner),
    }


def _runs(record: RunnerRecord, runner: Runner) -> str:
    count = record.run_rows.count()
    if count:
        return ngettext("{n} run read", "{n} runs read", count).format(n=count)
    told = len(runner.habits)
    return (
        ngettext("{n} usual run told", "{n} usual runs told", told).format(n=told)
        if told
        else _("none yet")
    )


def _who(runner: Runner) -> str:
    parts = [runner.name, "" if runner.age is None else str(runner.age)]
    parts += [f"{race.name}, {short_day(race.day)}" for race in runner.races]
    return " · ".join(part for part in parts if part) or _("nothing told")


def _time(runner: Runner) -> str:
    days = [
        f"{_(SHORT_WEEKDAYS[number])} {day.minutes}"
        for number, day in enumerate(runner.days)
        if day.minutes
    ]
    if len(days) == len(runner.days) and len({day.minutes for day in runner.days}) == 1:
        days = [_("every day {minutes} min").format(minutes=runner.days[0].minutes)]
    kit = len(runner.kit)
    things = ngettext("{n} thing to train with", "{n} things to train with", kit).format(n=kit)
    return " · ".join((", ".join(days), things if kit else _("no kit")))


def _body(runner: Runner) -> str:
    sore = sum(pain.pain_0_10 > 0 for pain in runner.pains)
    old = len(runner.pains) - sore
    parts = [
        ngettext("{n} pain", "{n} pains", sore).format(n=sore) if sore else _("nothing hurts"),
        ngettext("{n} old injury", "{n} old injuries", old).format(n=old) if old else "",
        "" if runner.safety else _("safety questions still open, so light work only"),
    ]
    return " · ".join(part for part in parts if part)


def _tests(runner: Runner) -> str:
    count = len({result.test for result in runner.test_results})
    return ngettext("{n} test done", "{n} tests done", count).format(n=count)
