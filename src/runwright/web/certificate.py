"""A certificate for this machine on its own network, from an authority made here for it alone.

A phone shows the app offline and keeps its screen on only over HTTPS it trusts. Nobody sells a
certificate for a laptop in a kitchen, so the app makes an authority of its own, once; the phone is
asked to trust it, for the names of this machine and nothing else.
"""

import contextlib
import ipaddress
import os
import socket
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

AUTHORITY_LASTS, HOST_LASTS = timedelta(days=3650), timedelta(days=397)  # phones accept no longer
RENEWED_BEFORE = timedelta(days=30)
FOLDER = "phone"
# What routers at home and private networks give out.
OWN_NETWORKS = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10")
IP_ADDRESSES = (ipaddress.IPv4Address, ipaddress.IPv6Address)
ONLY_OWNER_DIR, ONLY_OWNER_FILE = 0o700, 0o600
ANYWHERE = "192.0.2.1"  # an address nobody has: asked for the way to it, nothing is sent


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """Files a server needs, and the one a phone is asked to trust."""

    chain: Path
    key: Path
    authority: Path


def address_here() -> str:
    """Return this machine's address on its network; 127.0.0.1 where it is on none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect((ANYWHERE, 9))
        except OSError:
            return "127.0.0.1"
        return str(asked.getsockname()[0])


def certificate_for(hosts: tuple[str, ...], data: Path, now: datetime) -> Certificate:
    """Return the certificate of these names, made or renewed where need be.

    Parameters
    ----------
    hosts
        Names and addresses.
    data
        The app's data folder; keys stay in it, for their owner alone.
    """
    folder = data / FOLDER
    folder.mkdir(parents=True, exist_ok=True, mode=ONLY_OWNER_DIR)
    made = Certificate(
        chain=folder / "host.crt", key=folder / "host.key", authority=folder / "authority.crt"
    )
    authority, authority_key = _authority(folder, hosts, now)
    if not _still_good(made.chain, hosts, authority, now):
        _make_host(made, hosts, authority, authority_key, now)
    return made


def _authority(
    folder: Path, hosts: tuple[str, ...], now: datetime
) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    """Return the authority, made anew where there is none that may speak for these names."""
    certificate, key_file = folder / "authority.crt", folder / "authority.key"
    if certificate.exists() and key_file.exists():
        found = serialization.load_pem_private_key(key_file.read_bytes(), password=None)
        known = x509.load_pem_x509_certificate(certificate.read_bytes())
        good = known.not_valid_after_utc > now and _may_speak_for(known, hosts)
        if isinstance(found, ec.EllipticCurvePrivateKey) and good:
            return known, found
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([
        x509.NameAttribute(NameOID.COMMON_NAME, f"Runwright on {socket.gethostname()}")
    ])
    made = (
        _begun(name, name, key, now, AUTHORITY_LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_signs_certificates(), critical=True)
        .add_extension(_only_at_home(hosts), critical=True)
        .sign(key, hashes.SHA256())
    )
    _write(key_file, _pem(key))
    _write(certificate, made.public_bytes(serialization.Encoding.PEM))
    return made, key


def _make_host(
    made: Certificate,
    hosts: tuple[str, ...],
    authority: x509.Certificate,
    authority_key: ec.EllipticCurvePrivateKey,
    now: datetime,
) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, hosts[0])])
    certificate = (
        _begun(name, authority.subject, key, now, HOST_LASTS)
        .add_extension(
            x509.SubjectAlternativeName([_named(host) for host in hosts]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(authority_key, hashes.SHA256())
    )
    _write(made.key, _pem(key))
    both = (certificate, authority)
    _write(made.chain, b"".join(one.public_bytes(serialization.Encoding.PEM) for one in both))


def _begun(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    now: datetime,
    lasts: timedelta,
) -> x509.CertificateBuilder:
    return (
        x509
        .CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + lasts)
    )


def _only_at_home(hosts: tuple[str, ...]) -> x509.NameConstraints:
    """Return what the authority may speak for: networks of one's own and these names, no site."""
    networks = [ipaddress.ip_network(one) for one in OWN_NETWORKS]
    networks += [ipaddress.ip_network(one) for one in _addresses(hosts)]
    return x509.NameConstraints(
        permitted_subtrees=[
            x509.DNSName("local"),
            *(x509.IPAddress(one) for one in dict.fromkeys(networks)),
        ],
        excluded_subtrees=None,
    )


def _may_speak_for(authority: x509.Certificate, hosts: tuple[str, ...]) -> bool:
    allowed = authority.extensions.get_extension_for_class(x509.NameConstraints).value
    networks = [
        one.value for one in allowed.permitted_subtrees or () if isinstance(one, x509.IPAddress)
    ]
    return all(
        any(address in network for network in networks if not isinstance(network, IP_ADDRESSES))
        for address in _addresses(hosts)
    )


def _addresses(hosts: tuple[str, ...]) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    """Return those of the names that are addresses."""
    found = []
    for host in hosts:
        with contextlib.suppress(ValueError):
            found.append(ipaddress.ip_address(host))
    return found


def _signs_certificates() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        key_cert_sign=True,
        crl_sign=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _named(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _still_good(
    chain: Path, hosts: tuple[str, ...], authority: x509.Certificate, now: datetime
) -> bool:
    if not chain.exists():
        return False
    known = x509.load_pem_x509_certificate(chain.read_bytes())
    names = known.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return (
        list(names) == [_named(host) for host in hosts]
        and known.issuer == authority.subject
        and known.not_valid_after_utc - RENEWED_BEFORE > now
    )


def _pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def _write(file: Path, content: bytes) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, ONLY_OWNER_FILE)
    with os.fdopen(handle, "wb") as opened:
        opened.write(content)
