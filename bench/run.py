"""Every benchmark in one run: `python -m bench.run`, or with names to run only some."""

import importlib
import resource
import sys

PARTS = (
    "season",
    "knowledge_load",
    "import_runs",
    "startup",
    "figures",
    "app",
    "coach",
    "matrix",
    "oracle",
)
KILOBYTES_PER_MEGABYTE = 1024


def main(names: list[str]) -> None:
    """Run the named benchmarks, all without names, and print what they measured."""
    for name in names or PARTS:
        print(f"== {name}")
        for figure, value in importlib.import_module(f"bench.{name}").measure().items():
            print(f"{figure}: {value}")
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES_PER_MEGABYTE
    print(f"== peak memory of this process: {used:.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
