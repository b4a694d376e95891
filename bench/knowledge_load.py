"""How long the knowledge base takes to load, and what it needs: checked whole, and kept.

Each figure is the median of fresh processes, since nobody loads it twice in one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
COLD_ROUNDS, WARM_ROUNDS = 3, 9

# What a process does and tells: seconds before, of the import, of the load, and its peak memory.
LOAD = """
import json, resource, sys, time
start = time.perf_counter()
from runwright.knowledge.library import load_library
imported = time.perf_counter()
library = load_library()
loaded = time.perf_counter()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"import_s": imported - start, "load_s": loaded - imported, "peak_kb": peak,
                  "checked": "jsonschema" in sys.modules, "exercises": len(library.exercises)}))
"""
NOTHING = """
import json, resource
print(json.dumps({"peak_kb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))
"""
MILLISECONDS = 1000
KILOBYTES_PER_MEGABYTE = 1024


def measure() -> dict[str, float]:
    """Milliseconds of a cold check and a warm load, megabytes above a bare interpreter."""
    cold = [_cold() for _ in range(COLD_ROUNDS)]
    with tempfile.TemporaryDirectory() as cache:
        _told(LOAD, cache)
        warm = [_told(LOAD, cache) for _ in range(WARM_ROUNDS)]
        bare = [_told(NOTHING, cache) for _ in range(COLD_ROUNDS)]
        kept = sum(file.stat().st_size for file in Path(cache).rglob("*.json"))
    if not all(one["checked"] for one in cold) or any(one["checked"] for one in warm):
        message = "the cold rounds have to check everything and the warm ones nothing"
        raise RuntimeError(message)
    nothing = median(one["peak_kb"] for one in bare)
    return {
        "cold_import_and_check_ms": _milliseconds(cold),
        "warm_import_and_load_ms": _milliseconds(warm),
        "warm_load_ms": round(MILLISECONDS * median(one["load_s"] for one in warm), 1),
        "cold_memory_mb": _megabytes(cold, nothing),
        "warm_memory_mb": _megabytes(warm, nothing),
        "kept_copy_mb": round(kept / KILOBYTES_PER_MEGABYTE**2, 2),
    }


def _cold() -> dict[str, float]:
    with tempfile.TemporaryDirectory() as empty:
        return _told(LOAD, empty)


def _told(code: str, cache: str) -> dict[str, float]:
    environment = {**os.environ, "RUNWRIGHT_CACHE": cache, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=True, text=True
    )
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _milliseconds(rounds: list[dict[str, float]]) -> float:
    seconds = median(one["import_s"] + one["load_s"] for one in rounds)
    return round(MILLISECONDS * seconds, 1)


def _megabytes(rounds: list[dict[str, float]], nothing_kb: float) -> float:
    peak_kb = median(one["peak_kb"] for one in rounds)
    return round((peak_kb - nothing_kb) / KILOBYTES_PER_MEGABYTE, 1)


def main() -> None:
    """Print what was measured."""
    for figure, value in measure().items():
        print(f"{figure}: {value}")


if __name__ == "__main__":
    main()
