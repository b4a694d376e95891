"""With its hosts named, the app has accounts: people sign up, and see nothing of each other."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
VISIT = """
from runwright.web.serve import prepare
prepare()
from django.test import Client

def visitor(address):
    client = Client(headers={"host": "strength.example"})
    told = {"email": address, "password1": "tendons-like-patience"}
    assert client.get("/", secure=True).url == "/sign-in/"
    assert "/accounts/login/" in client.get("/sign-in/", secure=True).url
    assert client.get("/accounts/signup/", secure=True).status_code == 200
    assert client.post("/accounts/signup/", told, secure=True).status_code == 302
    return client

ada, ben = visitor("ada@strength.example"), visitor("ben@strength.example")
assert ada.post("/start/sample/", secure=True).url == "/"
assert ada.get("/season/", secure=True).status_code == 200
assert ben.get("/season/", secure=True).url == "/start/"
assert ada.get("/link/anything/", secure=True).status_code == 410
assert Client(headers={"host": "other.example"}).get("/", secure=True).status_code == 400
print("seen")
"""


def test_two_people_sign_up_and_each_sees_their_own(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", VISIT],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT / "src"),
            "RUNWRIGHT_DATA_DIR": str(tmp_path),
            "RUNWRIGHT_HOSTS": "strength.example",
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout.strip() == "seen", done.stderr[-3000:]
