"""Killed in the middle of writing a hundred times: nothing that was acknowledged is lost."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KILLS = 100
WRITER = """
import os, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from runwright.web.serve import prepare
prepare()
from django.db import connection
from runwright.domain.performed import Ended, PerformedSession, PerformedSet
from runwright.usecases.record_session import record_session
from runwright.web.accounts.models import laptop_user
from runwright.web.diary.models import TableDiary
from runwright.web.runner.models import RunnerRecord
from runwright.domain.runner import Runner

def write_for_ever(told):
    record = RunnerRecord.objects.get(user=laptop_user())
    diary = TableDiary(record)
    number = 0
    while True:
        begun = datetime.now(UTC)
        sets = tuple(
            PerformedSet(label="A", exercise="goblet_squat", number=n, ended_at=begun, reps=8)
            for n in range(1, 12)
        )
        session = PerformedSession(
            schema_version="1", id=f"{os.getpid()}-{number}", script="s", minutes=30,
            started_at=begun, ended_at=begun + timedelta(minutes=30), ended=Ended.DONE, sets=sets,
        )
        receipt = record_session(diary, session, received_at=begun)
        os.write(told, (receipt.session + "\\n").encode())
        number += 1

user = laptop_user()
record, made = RunnerRecord.objects.get_or_create(user=user, defaults={"document": {}})
record.runner = Runner(name="Ada")
record.save()
connection.close()
told = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
print("ready", flush=True)
for line in sys.stdin:
    if line.strip() == "check":
        known = set(record.performed.values_list("session_id", flat=True))
        whole = [one for one in TableDiary(record).sessions() if len(one.sets) != 11]
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            print(cursor.fetchone()[0], len(known), len(whole), flush=True)
        missing = set(Path(sys.argv[1]).read_text().split()) - known
        print(len(missing), flush=True)
        break
    child = os.fork()
    if child == 0:
        write_for_ever(told)
    print(child, flush=True)
    os.waitpid(child, 0)
    print("gone", flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork a writer to kill")
def test_a_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path):
    chance = random.Random(20260824)  # noqa: S311  # when to kill, no secret
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path / "told")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT / "src"),
            "RUNWRIGHT_DATA_DIR": str(tmp_path),
        },
    ) as parent:

        def asked(word):
            parent.stdin.write(word + "\n")
            parent.stdin.flush()
            return parent.stdout.readline().strip()

        assert parent.stdout.readline().strip() == "ready"
        for _kill in range(KILLS):
            child = int(asked("write"))
            time.sleep(chance.uniform(0.005, 0.08))
            os.kill(child, signal.SIGKILL)
            assert parent.stdout.readline().strip() == "gone"
        integrity, known, broken = asked("check").split()
        missing = parent.stdout.readline().strip()

    assert integrity == "ok"
    assert int(known) >= KILLS
    assert broken == "0"
    assert missing == "0"
