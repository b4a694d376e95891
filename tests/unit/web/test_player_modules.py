"""The player's modules without a page, tested where they run: in JavaScript."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from runwright.web.player.files import FOLDER, edition, modules

HERE = Path(__file__).parent / "player"
LARGEST_PLAYER_BYTES = 40_000
NODE = shutil.which("node")


@pytest.mark.skipif(NODE is None, reason="no Node.js here: the player's modules are not tested")
def test_the_session_goes_as_the_script_says(tmp_path):
    (tmp_path / "package.json").write_text('{"type": "module"}')
    player = tmp_path / "player"
    shutil.copytree(FOLDER, player)
    for file in HERE.glob("*.js"):
        text = file.read_text("utf-8").replace("PLAYER/", "./player/")
        (tmp_path / file.name).write_text(text, "utf-8")
    done = subprocess.run(
        [str(NODE), "--test", str(tmp_path)], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^# pass [1-9]", done.stdout, re.MULTILINE)
    assert "# skipped 0" in done.stdout


def test_the_player_is_small_as_the_phone_fetches_it(client, db):
    answers = [client.get(f"/player/{edition()}/{name}") for name in modules()]

    assert all(answer["Content-Encoding"] == "gzip" for answer in answers)
    assert sum(len(answer.content) for answer in answers) <= LARGEST_PLAYER_BYTES


def test_a_phone_gets_every_line_but_the_comments():
    for name, served in modules().items():
        lines = served.splitlines()
        missing = [
            one for one in (FOLDER / name).read_text("utf-8").splitlines() if one not in lines
        ]

        assert all(one.strip().startswith(("/**", "*")) for one in missing)
        assert lines
