import socket
from typing import Any

import pytest

from onrecord.errors import InputError
from onrecord.fetching.addresses import find_numbers, is_public, read_address


def look_up(*numbers: str) -> Any:
    return lambda host, port, **options: [(0, 0, 0, "", (number, port)) for number in numbers]


@pytest.mark.parametrize(
    ("url", "site", "target"),
    [
        ("http://Gull.Example/", "http://gull.example", "/"),
        ("https://gull.example:443/a?b=c#d", "https://gull.example", "/a?b=c"),
        ("https://gull.example:8443", "https://gull.example:8443", "/"),
        ("http://gull.example./a b/ö?q=ü", "http://gull.example", "/a%20b/%C3%B6?q=%C3%BC"),
        ("http://möwe.example/", "http://xn--mwe-sna.example", "/"),
        ("http://[2A00::1]:80/x", "http://[2a00::1]", "/x"),
        ("http://gull.example/a\r\nHost: x", "http://gull.example", "/aHost:%20x"),
    ],
)
def test_addresses_are_taken_apart(url: str, site: str, target: str) -> None:
    address = read_address(url)
    assert (address.site, address.target) == (site, target)
    assert read_address(address.url) == address


@pytest.mark.parametrize(
    "url",
    [
        "ftp://gull.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "gull.example/a",
        "http:///a",
        "http://",
        "http://[::1/",
        "http://gull.example:99999/",
        "http://ana:secret@gull.example/",
        "http://ana@gull.example/",
        "http://gull.example\\@evil.example/",
        "http://a b.example/",
        "http://" + "a" * 300 + ".example/",
        "http://gull.example/" + "a" * 5000,
        "",
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(InputError, match="check it"):
        read_address(url)


@pytest.mark.parametrize(
    "number", ["93.184.216.34", "8.8.8.8", "2606:2800:220::1", "2002:808:808::1"]
)
def test_public_numbers_are_public(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "2002:7f00:1::1",
        "2002:a00:1::1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "no number",
    ],
)
def test_other_numbers_are_not(number: str) -> None:
    assert not is_public(number)


def test_number_carried_by_nat64_counts() -> None:
    assert is_public("64:ff9b::808:808")


def test_every_number_of_a_name_has_to_be_public() -> None:
    address = read_address("http://gull.example/")
    found = find_numbers(address, allow_private=False, look_up=look_up("8.8.8.8", "8.8.4.4"))
    assert found == ("8.8.8.8", "8.8.4.4")
    with pytest.raises(InputError, match=r"gull.example is 10.0.0.1, .*--allow-private"):
        find_numbers(address, allow_private=False, look_up=look_up("8.8.8.8", "10.0.0.1"))
    assert find_numbers(address, allow_private=True, look_up=look_up("10.0.0.1"))


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f000001", "0177.0.0.1", "localhost"])
def test_other_ways_to_write_this_machine_are_found_out(host: str) -> None:
    # The system's own look-up takes these for 127.0.0.1, or knows no such name.
    with pytest.raises(InputError, match=r"not public|cannot be found"):
        find_numbers(read_address(f"http://{host}/"), allow_private=False)


def test_name_that_is_not_known_is_said_so() -> None:
    def fail(*arguments: Any, **options: Any) -> list[tuple[Any, ...]]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with pytest.raises(InputError, match=r"gull.example cannot be found"):
        find_numbers(read_address("http://gull.example/"), allow_private=False, look_up=fail)
