"""RUNNER.toml, in which a runner says who they are: read with every mistake told, and written."""

from runwright.formats.runner_toml.faults import Fault, RunnerFileError
from runwright.formats.runner_toml.read import read_runner
from runwright.formats.runner_toml.vocabulary import Vocabulary
from runwright.formats.runner_toml.write import write_runner

__all__ = ["Fault", "RunnerFileError", "Vocabulary", "read_runner", "write_runner"]
