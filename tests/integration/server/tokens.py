"""Access tokens as an attacker makes them, and as the server does with its own key."""
import base64
import hashlib
import hmac
import json
import subprocess
import tempfile


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def parts(token):
    header, payload, _ = token.split(".")
    return json.loads(decode(header)), json.loads(decode(payload))


def unsigned(header, payload):
    return encode(json.dumps(header).encode()) + "." + encode(json.dumps(payload).encode())


def hs256(secret, header, payload):
    text = unsigned(header, payload)
    return text + "." + encode(hmac.new(secret, text.encode(), hashlib.sha256).digest())


def new_key():
    return subprocess.run(["openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"], check=True, capture_output=True, text=True).stdout


def es256(pem, header, payload):
    """Signed with the private key of `pem`, by the openssl program."""
    text = unsigned(header, payload)
    with tempfile.NamedTemporaryFile("w", suffix=".pem") as key:
        key.write(pem)
        key.flush()
        der = subprocess.run(["openssl", "dgst", "-sha256", "-sign", key.name], input=text.encode(), check=True, capture_output=True).stdout
    return text + "." + encode(plain(der))


def plain(der):
    """The two numbers of an ASN.1 signature, 32 bytes each (RFC 7518 section 3.4)."""
    numbers, at = [], 2
    for _ in range(2):
        length = der[at + 1]
        numbers.append(int.from_bytes(der[at + 2 : at + 2 + length], "big"))
        at += 2 + length
    return b"".join(number.to_bytes(32, "big") for number in numbers)
