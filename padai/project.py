"""A project: any folder with a ``padai.yaml``, found upward from where one stands."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath, PureWindowsPath

from pydantic import Field, field_validator

from padai.errors import DefinitionError, FaultError
from padai.survey.texts import Frozen
from padai.survey.yaml_files import YamlDocument, parse_model, read_yaml
from padai.words import Said

PROJECT_FILE = "padai.yaml"


class ProjectFile(Frozen):
    """The content of ``padai.yaml``; every path is relative to it."""

    surveys: str = Field("surveys", description="Where the survey folders are.")
    reports: str = Field("reports", description="The project's own templates, which come first.")
    releases: str = Field("releases", description="Where releases are written.")
    site: str = Field("_site", description="Where the website of all releases is written.")
    drafts: str = Field("drafts", description="Where drafts of unfinished definitions are written.")
    site_url: str = Field(
        "",
        description="Where that website is published, such as https://example.org/enquete/. "
        "Without it pages name no address of their own, and there is no sitemap.",
    )
    archive_dir: str | None = Field(None, description="Where the stores of earlier releases are.")

    @field_validator("site_url")
    @classmethod
    def _address(cls, value: str) -> str:
        if not value:
            return value
        if not re.fullmatch(r"https?://[^\s/?#\"'<>]+(/[^\s?#\"'<>]*)?", value):
            raise FaultError(
                Said(
                    "padai-site-url-must-be-an-address-that-begins",
                    value=value,
                ),
            )
        return value.rstrip("/") + "/"


class Project(ProjectFile):
    """A project and its folder."""

    root: Path

    @property
    def releases_dir(self) -> Path:
        """The folder of releases."""
        return self.root / self.releases

    @property
    def site_dir(self) -> Path:
        """The folder of the website."""
        return self.root / self.site

    @property
    def drafts_dir(self) -> Path:
        """The folder of drafts, of which none is a release."""
        return self.root / self.drafts

    @property
    def reports_dir(self) -> Path:
        """The folder of the project's own templates."""
        return self.root / self.reports

    def shown(self, path: Path) -> str:
        """Return a path as one would type it in the project's folder."""
        inside = path.is_relative_to(self.root)
        return path.relative_to(self.root).as_posix() if inside else str(path)


def find_project(start: str | Path, given: str | Path | None = None) -> Project:
    """Return the project that holds `start`, or the one at `given`.

    Raises
    ------
    DefinitionError
        No ``padai.yaml`` stands in `start` or in a folder above it.
    """
    begin = Path(given or start).resolve()
    folders = [begin] if given else [begin, *begin.parents]
    for folder in folders:
        if (folder / PROJECT_FILE).is_file():
            document = read_yaml(folder / PROJECT_FILE)
            content = parse_model(document, ProjectFile, document.content or {}, PROJECT_FILE)
            _check_inside(document, content)
            return Project(**content.model_dump(), root=folder)
    raise DefinitionError(
        Said(
            "padai-no-was-found-in-or-in-a-folder-above-it",
            project_file=PROJECT_FILE,
            given=given or start,
        ),
    )


def _check_inside(document: YamlDocument, content: ProjectFile) -> None:
    """Refuse a folder outside of the project, or one within another: it would be replaced."""
    folders: dict[str, PurePosixPath] = {}
    for name in ("surveys", "reports", "releases", "site", "drafts"):
        declared = getattr(content, name)
        given = PurePosixPath(declared.replace("\\", "/"))
        outside = given.is_absolute() or PureWindowsPath(declared).drive or ".." in given.parts
        if outside or not given.parts:
            raise DefinitionError(
                Said("padai-must-name-a-folder-inside-of-the-project", name=name),
                where=document.place((name,)),
            )
        for other, folder in folders.items():
            if given.is_relative_to(folder) or folder.is_relative_to(given):
                raise DefinitionError(
                    Said("padai-and-name-one-folder-or-one-within-the", name=name, other=other),
                    where=document.place((name,)),
                )
        folders[name] = given
