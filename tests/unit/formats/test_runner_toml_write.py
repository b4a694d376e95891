import tomllib

from hypothesis import given, settings

from runwright.domain.runner import Runner
from runwright.formats.runner_toml import read_runner, write_runner
from tests.unit.formats.runner_strategies import runners
from tests.unit.formats.runner_vocabulary import TODAY, VOCABULARY


@given(runner=runners)
@settings(max_examples=150, deadline=None)
def test_what_is_written_reads_back_as_the_same_runner(runner):
    text = write_runner(runner)
    again = read_runner(text, source="RUNNER.toml", today=TODAY, vocabulary=VOCABULARY)

    assert again == runner


def test_every_table_is_introduced_by_a_comment():
    text = write_runner(Runner(name="Ada"))
    tables = [at for at, line in enumerate(text.splitlines()) if line.startswith("[")]

    assert tables
    assert all(text.splitlines()[at - 1].startswith("# ") for at in tables)


def test_what_is_not_told_is_not_written():
    told = tomllib.loads(write_runner(Runner()))

    assert set(told["runner"]) == {"strength", "timezone"}
    assert "races" not in told


def test_days_that_are_alike_are_written_once():
    told = tomllib.loads(write_runner(Runner()))

    assert told["days"] == {"default": 45}
