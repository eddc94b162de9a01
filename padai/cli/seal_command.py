"""The command that seals what is declared of a wave before its data are there."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from padai.cli.options import LangOpt, SurveyArg, app, line, shown, t
from padai.errors import DefinitionError
from padai.words import Said

if TYPE_CHECKING:
    from padai.pipeline.seals import WrittenSeal

_SHOWN = 20


@app.command(help=t("cli-seal-what-is-declared-of-a-wave-a-text"))
def seal(
    survey: SurveyArg,
    wave: Annotated[str, typer.Argument(help=t("cli-wave-ec32"))],
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            help=t("cli-day-written-on-the-seal-today-if-nothing"),
        ),
    ] = None,
    lang: LangOpt = "fr",
) -> None:
    """Write the seal, or say how the one that stands holds; exit code 1 where it does not."""
    from padai.pipeline.seals import seal as seal_wave

    written = seal_wave(survey, wave, day=_day(date))
    _tell(written)
    _tell_stamp(written)
    refused = written.stamp is not None and written.stamp.state != "checked"
    if written.changes or refused or written.second == "disagrees":
        raise typer.Exit(1)


def _day(text: str | None) -> dt.date | None:
    try:
        return None if text is None else dt.date.fromisoformat(text)
    except ValueError:
        raise DefinitionError(
            Said("cli-date-this-is-no-date-write-it-as-2026-01", text=text),
        ) from None


def _tell(written: WrittenSeal) -> None:
    path, request = shown(written.path), shown(written.request)
    line(f"{path}  SHA-256 {written.sha256}")
    if written.new:
        line(t("cli-request-to-be-stamped", request=request))
        reply = written.path.with_suffix(".tsr").name
        line(
            t(
                "cli-have-an-authority-stamp-it-put-its-reply-4339",
                reply=reply,
                stem=written.path.stem,
                sha256=written.sha256,
                with_suffix_name=written.path.with_suffix(".tag").name,
            )
        )
    if written.data_there:
        line(t("cli-data-of-this-wave-were-there-already"))
    kinds = {
        "added": t("cli-added"),
        "removed": t("cli-removed-a44a"),
        "changed": t("cli-changed-cdb3"),
    }
    if written.changes:
        line(t("cli-changed-since-the-seal"))
    for change in written.changes[:_SHOWN]:
        line(f"  {kinds[change.what]}: {change.kind} {change.name}")
    if len(written.changes) > _SHOWN:
        more = len(written.changes) - _SHOWN
        line(t("cli-and-more-a779", more=more))


def _tell_stamp(written: WrittenSeal) -> None:
    stamp = written.stamp
    if stamp is None:
        return
    if stamp.state == "checked" and stamp.signed:
        line(t("cli-signed-by-who-wrote", by=stamp.by, at=_moment(stamp.at)))
    elif stamp.state == "checked":
        line(t("cli-stamped-by-on", by=stamp.by, at=_moment(stamp.at)))
    else:
        line(t(_REFUSED[stamp.state]))
    program = "ssh-keygen" if stamp.signed else "openssl"
    messages = {
        "agrees": t("cli-says-the-same", program=program),
        "disagrees": t("cli-does-not-confirm-it", program=program),
        "not_checked": t("cli-not-checked-by-which-is-not-here", program=program),
    }  # fmt: skip
    if written.second:
        line(messages[written.second])


def _moment(at: dt.datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S} UTC" if at is not None else "?"


_REFUSED = {
    "no_authority": Said("cli-reply-not-checked-name-the-authoritys"),
    "unreadable": Said("cli-the-time-stamp-reply-is-unreadable"),
    "refused": Said("cli-the-authority-refused-the-request"),
    "other_text": Said("cli-the-reply-is-of-another-text-than-the"),
    "unknown_authority": Said("cli-the-reply-does-not-come-from-the"),
    "unfit": Said("cli-the-certificate-of-the-reply-is-unfit"),
    "weak_hash": Said("cli-the-reply-is-of-a-weak-hash"),
    "forged": Said("cli-the-signature-of-the-reply-is-false"),
    "unknown_method": Said("cli-the-signature-is-of-a-kind-that-is-not"),
    "tag_no_signers": Said("cli-tag-not-checked-name-the-keys-of-who"),
    "tag_unreadable": Said("cli-the-signed-tag-is-unreadable-write-it"),
    "tag_other_text": Said("cli-the-tags-message-does-not-hold-the-seals-hash"),
    "tag_unknown_signer": Said("cli-the-tag-is-not-signed-by-a-key-that-the"),
    "tag_forged": Said("cli-the-tags-signature-is-false"),
    "tag_unknown_method": Said("cli-the-tag-is-signed-otherwise-than-with-an"),
}  # fmt: skip
