"""Rows of an earlier version of the app are read by this one."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from runwright.web.diary.models import CheckInRecord, keep_check_in
from runwright.web.runner.models import RunnerRecord

BEFORE = [
    ("season", "0001_initial"),
    ("diary", "0001_initial"),
    ("runner", "0002_told_and_readings"),
]


@pytest.fixture
def earlier(transactional_db):
    """The tables as they were before check-ins had versions and answers their days."""
    executor = MigrationExecutor(connection)
    latest = executor.loader.graph.leaf_nodes()
    executor.migrate(BEFORE)
    yield executor.loader.project_state(BEFORE).apps
    again = MigrationExecutor(connection)
    again.migrate(latest)


def now() -> None:
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def test_answers_get_their_day_and_a_check_in_is_its_own_first_version(earlier):
    user = User.objects.create(username="Ada")
    told_at = datetime(2026, 11, 3, 12, tzinfo=UTC)
    row = earlier.get_model("runner", "RunnerRecord").objects.create(
        user_id=user.pk,
        told_at=told_at,
        document={
            "safety": {"fever": False},
            "pains": [{"region": "shin", "pain_0_10": 2}],
        },
    )
    earlier.get_model("diary", "CheckInRecord").objects.create(
        runner=row, day=date(2026, 11, 4), document={"day": "2026-11-04", "sleep_h": 7.0}
    )
    now()
    record = RunnerRecord.objects.get(pk=row.pk)
    kept = CheckInRecord.objects.get(runner=record)

    assert record.runner.safety_on == {"fever": date(2026, 11, 3)}
    assert record.runner.pains[0].told_on == date(2026, 11, 3)
    assert (kept.version, kept.is_latest, kept.check_in.sleep_h) == (1, True, 7.0)
    keep_check_in(record, kept.check_in)
    assert CheckInRecord.objects.filter(runner=record).count() == 1
