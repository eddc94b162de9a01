"""Two trackers of one project stand beside each other on its site."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import padai
from tests.test_site import broken


def test_a_second_tracker_joins_the_site(built_small: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(built_small, project)
    second = project / "surveys" / "second"
    shutil.copytree(project / "surveys" / "example", second)
    (second / "releases.yaml").unlink(missing_ok=True)
    text = (second / "survey.yaml").read_text(encoding="utf-8")
    (second / "survey.yaml").write_text(text.replace("id: example", "id: second"), encoding="utf-8")
    padai.build(second, formats=("html",), engine="embedded")
    site = project / "_site"
    assert broken(site.resolve()) == []
    for page in (site / "fr" / "methodes.html", site / "en" / "methods.html"):
        html = page.read_text(encoding="utf-8")
        ids = re.findall(r'\sid="([^"]+)"', html)
        assert len(ids) == len(set(ids))
        assert {"sec-example", "sec-second", "tbl-sizes-main", "tbl-second-sizes-main"} <= set(ids)
    front = (site / "index.html").read_text(encoding="utf-8")
    for survey in ("example", "second"):
        assert f'href="{survey}/2025/v1/fr/rapport.html"' in front
