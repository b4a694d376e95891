"""The app under load, really served: `python -m bench.run app`.

One runner with three years of runs asks for pages one after the other; then 200 runners, each with
a season of their own, ask at once. Nothing is warmed that a first visitor would not warm.
"""

import gzip
import http.client
import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

RUNNERS, VISITS = 200, 40
PAGES = ("/", "/week/6/", "/season/")  # what everybody opens; all 200 at once too
TODAY = "{today}"
OTHER_PAGES = (
    f"/day/{TODAY}/",
    f"/day/{TODAY}/why/",
    "/season/changes/",
    "/season/changes/race/",
    "/check-in/",
    "/coach/",
    "/coach/standing/",
    "/diary/",
    "/progress/",
    "/progress/lift/goblet_squat/",
    "/library/",
    "/library/ladders/",
    "/library/goblet_squat/",
    "/library/tests/",
    "/library/rules/",
    "/library/rules/G07/",
    "/library/sources/",
    "/library/protocols/",
    "/you/",
    "/you/body/",
    "/you/programs/",
    "/safety/",
    "/do/",
    "/do/bring/",
    "/api/v1/scripts/",
)
OTHER_VISITS = 10
YEAR = timedelta(weeks=52)
ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/link/")
ROOT = Path(__file__).parents[1]
Visit = tuple[float, int, int, int]  # seconds, status, bytes, bytes packed


def measure() -> dict[str, object]:
    """The app's answers in figures."""
    with tempfile.TemporaryDirectory(prefix="runwright-bench-") as folder:
        os.environ["RUNWRIGHT_DATA_DIR"] = folder
        cookies = _made(RUNNERS)
        with subprocess.Popen(
            [sys.executable, "-m", "runwright.cli", "app", "--no-open"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        ) as server:
            try:
                port = next(
                    int(m[1]) for line in server.stdout or () if (m := ADDRESS.search(line))
                )
                figures = _one_runner(port, cookies[0])
                figures |= _many_runners(port, cookies)
                figures["memory of the server, MB"] = _memory_mb(server.pid)
            finally:
                server.kill()
        return figures


def _made(count: int) -> list[str]:
    """Return the session cookies of new runners, each with a plan; the first has three years."""
    from runwright.web.serve import prepare  # noqa: PLC0415  # reads the folder named above

    prepare()
    from django.conf import settings  # noqa: PLC0415
    from django.contrib.auth.models import User  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from runwright.web.runner.models import RunnerRecord  # noqa: PLC0415
    from runwright.web.season.models import PlanRecord  # noqa: PLC0415

    cookies, first = [], None
    for number in range(count):
        client = Client(headers={"host": "127.0.0.1"})
        client.force_login(User.objects.create_user(f"runner-{number}"))
        cookies.append(client.cookies[settings.SESSION_COOKIE_NAME].value)
        user = User.objects.get(username=f"runner-{number}")
        if first is None:
            client.post("/start/sample/")
            first = RunnerRecord.objects.get(user=user)
            plan = first.plans.first()
            runs = first.runs()
            for years in (1, 2):
                first.add_runs([_earlier(run, years) for run in runs])
            continue
        copy = RunnerRecord.objects.create(user=user, document=first.document)
        PlanRecord.objects.create(runner=copy, document=plan.document)
    return cookies


def _earlier(run, years):  # noqa: ANN001, ANN202  # a run of the app, loaded after it
    from dataclasses import replace  # noqa: PLC0415

    return replace(run, started_at=run.started_at - years * YEAR)


def _one_runner(port: int, cookie: str) -> dict[str, object]:
    figures: dict[str, object] = {}
    today = time.strftime("%Y-%m-%d", time.gmtime())
    pages = dict.fromkeys(PAGES, VISITS) | dict.fromkeys(OTHER_PAGES, OTHER_VISITS)
    for page, count in pages.items():
        visits = [_visit(port, cookie, page.replace(TODAY, today)) for _ in range(count)]
        wrong = [status for _s, status, _b, _p in visits if status != http.client.OK]
        figures[f"GET {page}"] = _spread(visits) + (f", answered {wrong[0]}" if wrong else "")
        figures[f"GET {page}, kB packed"] = round(visits[-1][3] / 1000, 1)
    return figures


def _many_runners(port: int, cookies: list[str]) -> dict[str, object]:
    def all_pages(cookie: str) -> list[Visit]:
        return [_visit(port, cookie, page) for page in PAGES]

    begun = time.perf_counter()
    with ThreadPoolExecutor(len(cookies)) as pool:
        visits = [one for visited in pool.map(all_pages, cookies) for one in visited]
    wrong = sum(status != http.client.OK for _s, status, _b, _p in visits)
    took = time.perf_counter() - begun
    return {
        f"{len(cookies)} runners at once, errors": wrong,
        f"{len(cookies)} runners at once, pages a second": round(len(visits) / took, 1),
        f"{len(cookies)} runners at once": _spread(visits),
    }


def _visit(port: int, cookie: str, page: str) -> Visit:
    begun = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        connection.request("GET", page, headers={"Cookie": f"runwright={cookie}"})
        response = connection.getresponse()
        body = response.read()
    except OSError:
        return time.perf_counter() - begun, 0, 0, 0
    finally:
        connection.close()
    return time.perf_counter() - begun, response.status, len(body), len(gzip.compress(body))


def _spread(visits: list[Visit]) -> str:
    ordered = sorted(1000 * seconds for seconds, *_rest in visits)
    late = ordered[int(0.95 * len(ordered))]
    return (
        f"median {ordered[len(ordered) // 2]:.0f} ms, p95 {late:.0f} ms, most {ordered[-1]:.0f} ms"
    )


def _memory_mb(pid: int) -> float | None:
    """Return the resident memory of a process; None where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return None
    return round(int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024, 1)
