import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


def test_the_examples_of_the_python_page_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = ROOT / "docs" / "python.md"
    shutil.copytree(ROOT / "examples" / "strait" / "pages", tmp_path / "pages")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    examples = EXAMPLE.findall(page.read_text())
    for example in examples:
        exec(compile(example, str(page), "exec"), names)
    assert len(examples) == 6
    assert "16 read, 0 not read" in capsys.readouterr().out
