"""A clinic's own sign-in: the whole of an OpenID Connect exchange, against a small provider."""

import base64
import hashlib
import json
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "runwright", "not very secret"

# What a browser does: asks for the sign-in, is sent to the provider, comes back with its code.
BROWSER = """
import sys
from runwright.web.serve import prepare
prepare()
import urllib.request
from django.test import Client
client = Client(headers={"host": "strength.example"})
page = client.get("/accounts/login/", secure=True).content.decode()
print("offered", ">Clinic sign-in<" in page)
asked = client.post("/accounts/oidc/clinic/login/", secure=True)
class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None
try:
    urllib.request.build_opener(Stay).open(asked.url)
except urllib.error.HTTPError as answer:
    back = answer.headers["Location"]
answer = client.get(back.removeprefix("https://strength.example"), secure=True, follow=True)
print("arrived", answer.request["PATH_INFO"], answer.status_code)
print("user", client.session.get("_auth_user_id"))
"""


class Provider(BaseHTTPRequestHandler):
    """Knows one person, and asks nothing of them."""

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    challenges: ClassVar[dict[str, str]] = {}

    def do_GET(self):
        asked = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(asked.query).items()}
        if asked.path == "/authorize":
            self.challenges["code-1"] = query["code_challenge"]
            back = {"code": "code-1", "state": query["state"]}
            self.send_response(302)
            self.send_header("Location", f"{query['redirect_uri']}?{urlencode(back)}")
            self.end_headers()
            return
        answers = {
            "/.well-known/openid-configuration": {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "userinfo_endpoint": f"{self.issuer}/me",
                "jwks_uri": f"{self.issuer}/keys",
            },
            "/keys": {"keys": [self.public_key()]},
            "/me": {"sub": "7", "email": "runner@clinic.example"},
        }
        self.answer(answers[asked.path])

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        told = {name: v[0] for name, v in parse_qs(self.rfile.read(length).decode()).items()}
        if told["code"] != "code-1" or not self.proves(told["code_verifier"]):
            self.send_error(400)
            return
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": "7",
            "email": "runner@clinic.example",
            "iat": now,
            "exp": now + 60,
        }
        token = jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": "k1"})
        self.answer({"access_token": "a", "token_type": "Bearer", "id_token": token})

    def proves(self, verifier):
        digest = hashlib.sha256(verifier.encode()).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == self.challenges["code-1"]

    def public_key(self):
        key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return key | {"kid": "k1", "alg": "RS256", "use": "sig"}

    @property
    def issuer(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def answer(self, told):
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def issuer():
    with ThreadingHTTPServer(("127.0.0.1", 0), Provider) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def arrive(issuer, tmp_path, monkeypatch, **changed):
    told = {
        "RUNWRIGHT_DATA_DIR": str(tmp_path),
        "RUNWRIGHT_HOSTS": "strength.example",
        "RUNWRIGHT_OIDC_ISSUER": issuer,
        "RUNWRIGHT_OIDC_NAME": "Clinic sign-in",
        "RUNWRIGHT_OIDC_CLIENT": CLIENT,
        "RUNWRIGHT_OIDC_SECRET": SECRET,
    }
    for name, value in (told | changed).items():
        monkeypatch.setenv(name, value)
    done = subprocess.run(
        [sys.executable, "-c", BROWSER], capture_output=True, text=True, timeout=120, check=False
    )
    return done.stdout, done.stderr


def test_a_person_the_clinic_knows_signs_in_and_starts(issuer, tmp_path, monkeypatch):
    out, err = arrive(issuer, tmp_path, monkeypatch)

    assert "offered True" in out, err
    assert "arrived /start/ 200" in out, out + err
    assert "user 1" in out


def test_a_provider_that_refuses_the_code_signs_nobody_in(issuer, tmp_path, monkeypatch):
    monkeypatch.setattr(Provider, "proves", lambda *_: False)
    out, err = arrive(issuer, tmp_path, monkeypatch)

    assert "user None" in out, out + err


def test_half_an_answer_about_the_provider_is_said_by_name(tmp_path, monkeypatch):
    done = arrive("https://sign-in.example", tmp_path, monkeypatch, RUNWRIGHT_OIDC_SECRET="")

    assert "RUNWRIGHT_OIDC_SECRET" in done[1]
