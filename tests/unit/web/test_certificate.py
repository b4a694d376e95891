"""The certificate of a laptop: for its own names, renewed in time, from an authority kept apart."""

import http.client
import ssl
import subprocess
import sys
from datetime import timedelta

import pytest
from cryptography import x509

from runwright.web.certificate import certificate_for
from runwright.web.clock import now_utc

NOW = now_utc()
HOSTS = ("127.0.0.1", "kitchen.local")
SERVER = """
import sys
from cheroot.ssl.builtin import BuiltinSSLAdapter
from cheroot.wsgi import Server
server = Server(("127.0.0.1", 0), lambda environ, start: start("404 Not Found", []) or [b""])
server.ssl_adapter = BuiltinSSLAdapter(*sys.argv[1:])
server.prepare()
print(server.bind_addr[1], flush=True)
server.serve()
"""


def names_of(certificate):
    known = x509.load_pem_x509_certificate(certificate.chain.read_bytes())
    return known.extensions.get_extension_for_class(x509.SubjectAlternativeName).value


def test_it_names_the_machine_and_nothing_else(tmp_path):
    names = names_of(certificate_for(HOSTS, tmp_path, NOW))

    assert [str(one.value) for one in names] == list(HOSTS)


def test_keys_are_for_their_owner_alone(tmp_path):
    certificate_for(HOSTS, tmp_path, NOW)

    for file in (tmp_path / "phone").iterdir():
        assert file.stat().st_mode & 0o077 == 0, file.name


def test_it_is_kept_until_a_month_before_it_ends_and_the_phone_need_not_trust_again(tmp_path):
    first = certificate_for(HOSTS, tmp_path, NOW)
    chain, authority = first.chain.read_bytes(), first.authority.read_bytes()

    assert certificate_for(HOSTS, tmp_path, NOW + timedelta(days=366)).chain.read_bytes() == chain
    renewed = certificate_for(HOSTS, tmp_path, NOW + timedelta(days=368))
    assert renewed.chain.read_bytes() != chain
    assert renewed.authority.read_bytes() == authority


def test_another_address_of_a_network_at_home_needs_no_new_trust(tmp_path):
    first = certificate_for(("192.168.1.5", "kitchen.local"), tmp_path, NOW)
    authority = first.authority.read_bytes()

    moved = certificate_for(("192.168.1.9", "kitchen.local"), tmp_path, NOW)
    assert moved.authority.read_bytes() == authority
    assert str(names_of(moved)[0].value) == "192.168.1.9"


def test_an_address_outside_gets_an_authority_that_may_speak_for_it(tmp_path):
    first = certificate_for(("192.168.1.5", "kitchen.local"), tmp_path, NOW).authority.read_bytes()

    assert certificate_for(("203.0.113.7",), tmp_path, NOW).authority.read_bytes() != first


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A server with the certificate, in a process of its own."""
    folder = tmp_path_factory.mktemp("served")
    certificate = certificate_for(HOSTS, folder, NOW)
    with subprocess.Popen(
        [sys.executable, "-c", SERVER, str(certificate.chain), str(certificate.key)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        yield certificate, int(process.stdout.readline())
        process.kill()


def asked(port, trusting):
    connection = http.client.HTTPSConnection("127.0.0.1", port, context=trusting, timeout=10)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    finally:
        connection.close()


def test_whoever_trusts_the_authority_trusts_the_machine(served):
    certificate, port = served
    trusting = ssl.create_default_context(cafile=str(certificate.authority))

    assert asked(port, trusting) == http.client.NOT_FOUND


def test_nobody_else_does(served):
    _certificate, port = served

    with pytest.raises(ssl.SSLCertVerificationError):
        asked(port, ssl.create_default_context())
