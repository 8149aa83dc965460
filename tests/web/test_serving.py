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
