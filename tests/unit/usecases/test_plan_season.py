"""What a plan starts from: run files where they show a usual week, what was told where not."""

from datetime import UTC, datetime, timedelta

from runwright.domain.run import Run, RunKind
from runwright.domain.runner import RunHabit, Runner
from runwright.knowledge.library import load_library
from runwright.usecases.audit_plan import audit_planned
from runwright.usecases.plan_season import plan_season, training_facts
from tests.runners import TODAY, Seeded, order_by

HABIT = RunHabit(weekday=1, duration_min=40, kind=RunKind.EASY, start_min=1080)


def runs_until(last: datetime):
    return tuple(
        Run(started_at=last - timedelta(days=2 * n), duration_s=2400, elapsed_s=2400)
        for n in range(30)
    )


def facts_of(*, habits, last_run):
    runner = Runner(name="Ada", habits=habits)
    return training_facts(runner, runs_until(last_run), TODAY, load_library())


def test_habits_told_on_the_first_day_are_no_excuse_for_a_spike_thirty_days_on():
    season = plan_season(order_by(Seeded.of(1658), load_library(), weeks=(4, 52)), load_library())

    assert [one for one in audit_planned(season) if one.is_violation] == []


RECENT = datetime(TODAY.year, TODAY.month, TODAY.day, 17, tzinfo=UTC) - timedelta(days=1)
LONG_AGO = RECENT - timedelta(days=700)


def test_recent_files_come_before_what_was_told():
    assert not facts_of(habits=(HABIT,), last_run=RECENT).from_habits


def test_files_too_old_for_a_usual_week_leave_it_to_what_was_told():
    facts = facts_of(habits=(HABIT,), last_run=LONG_AGO)

    assert [run.weekday for run in facts.typical_week] == [HABIT.weekday]
    assert any("the runs you told" in note for note in facts.notes)


def test_files_too_old_stay_the_only_facts_where_nothing_was_told():
    facts = facts_of(habits=(), last_run=LONG_AGO)

    assert facts.typical_week == ()
    assert not facts.from_habits
