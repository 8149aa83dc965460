import socket
from pathlib import Path

import pytest

from onrecord.errors import OnRecordError
from onrecord.web import serve


def test_taken_port_is_said_in_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen(1)
        port = taken.getsockname()[1]
        with pytest.raises(OnRecordError, match=rf"127.0.0.1:{port}: cannot listen .* --port"):
            serve(tmp_path, port=port, announce=lambda url: None)


def test_who_is_reached_through_another_server_needs_a_token(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import uvicorn

    monkeypatch.setattr(uvicorn.Server, "run", lambda self, sockets: None)
    told: list[str] = []
    serve(tmp_path, port=0, announce=told.append)
    serve(tmp_path, port=0, announce=told.append, names=["desk.example"])
    serve(tmp_path, port=0, announce=told.append, host="0.0.0.0")
    serve(tmp_path, port=0, announce=told.append, host="0.0.0.0", token="s3cret")
    assert "token" not in told[0]
    assert all(len(each.split("?token=")[1]) > 20 for each in told[1:3])
    assert told[3].endswith("/?token=s3cret")


def test_address_is_announced_once_it_takes_connections(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import uvicorn

    reached: list[str] = []

    def look(url: str) -> None:
        port = int(url.removesuffix("/").rsplit(":", 1)[1])
        socket.create_connection(("127.0.0.1", port), timeout=2).close()
        reached.append(url)

    monkeypatch.setattr(uvicorn.Server, "run", lambda self, sockets: None)
    serve(tmp_path, port=0, announce=look)
    assert reached
    assert reached[0].startswith("http://127.0.0.1:")
