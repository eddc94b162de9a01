"""The command that seals what is declared of a wave before its data are there."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from padai.cli.options import CONSOLE, LangOpt, SurveyArg, app, shown, t
from padai.errors import DefinitionError

if TYPE_CHECKING:
    from padai.pipeline.seals import WrittenSeal

_SHOWN = 20


def _line(text: str) -> None:
    CONSOLE.print(text, highlight=False, markup=False, soft_wrap=True)


@app.command(
    help=t(
        "Sceller ce qui est déclaré d’une vague : un texte, son empreinte et la demande "
        "d’horodatage (rien n’est contacté).",
        "Seal what is declared of a wave: a text, its hash and the request to stamp it (nothing is "
        "contacted).",
    )
)
def seal(
    survey: SurveyArg,
    wave: Annotated[str, typer.Argument(help=t("Vague.", "Wave."))],
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            help=t(
                "Jour écrit sur le sceau; aujourd’hui si rien n’est dit. Il ne prouve rien.",
                "Day written on the seal; today if nothing is said. It proves nothing.",
            ),
        ),
    ] = None,
    lang: LangOpt = "fr",
) -> None:
    """Write the seal, or say how the one that stands holds; exit code 1 where it does not."""
    from padai.pipeline.seals import seal as seal_wave

    found = seal_wave(survey, wave, day=_day(date))
    _tell(found)
    _tell_stamp(found)
    if found.changes or (found.stamp is not None and found.stamp.state != "checked"):
        raise typer.Exit(1)


def _day(text: str | None) -> dt.date | None:
    try:
        return None if text is None else dt.date.fromisoformat(text)
    except ValueError:
        raise DefinitionError(
            f"--date {text}: this is no date; write it as 2026-01-31.",
            f"--date {text} : ce n’est pas une date; écrivez-la ainsi : 2026-01-31.",
        ) from None


def _tell(found: WrittenSeal) -> None:
    path, request = shown(found.path), shown(found.request)
    _line(f"{path}  SHA-256 {found.sha256}")
    if found.new:
        _line(t(f"Demande d’horodatage : {request}", f"Request to be stamped: {request}"))
        reply = found.path.with_suffix(".tsr").name
        _line(t(
            f"Faites-la horodater par une autorité, rangez sa réponse à côté ({reply}) et nommez "
            "son certificat : seal: {authority: ...}. Ou publiez l’empreinte, ou faites-la signer "
            f"par un tiers : git tag -s sceau-{found.path.stem} -m {found.sha256}, puis git "
            f"cat-file tag sceau-{found.path.stem} > {found.path.with_suffix('.tag').name}, et "
            "nommez ses clés SSH : seal: {signers: ...}.",
            f"Have an authority stamp it, put its reply beside ({reply}) and name its certificate: "
            "seal: {authority: ...}. Or publish the hash, or have a third party sign it: "
            f"git tag -s seal-{found.path.stem} -m {found.sha256}, then git cat-file tag "
            f"seal-{found.path.stem} > {found.path.with_suffix('.tag').name}, and name the SSH "
            "keys: seal: {signers: ...}.",
        ))  # fmt: skip
    if found.data_there:
        _line(t(
            "Des données de cette vague étaient déjà là : ce sceau ne dira jamais « déclaré avant "
            "les données ».",
            "Data of this wave were there already: this seal will never read “declared before the "
            "data”.",
        ))  # fmt: skip
    kinds = {"added": t("ajout", "added"), "removed": t("retrait", "removed"),
             "changed": t("modification", "changed")}  # fmt: skip
    if found.changes:
        _line(t("Changé depuis le sceau :", "Changed since the seal:"))
    for change in found.changes[:_SHOWN]:
        _line(f"  {kinds[change.what]}: {change.kind} {change.name}")
    if len(found.changes) > _SHOWN:
        more = len(found.changes) - _SHOWN
        _line(t(f"  et {more} de plus", f"  and {more} more"))


def _tell_stamp(found: WrittenSeal) -> None:
    stamp = found.stamp
    if stamp is None:
        return
    if stamp.state == "checked" and stamp.signed:
        _line(t(f"Signé par {stamp.by}, qui écrit le {stamp.at}.",
                f"Signed by {stamp.by}, who wrote {stamp.at}."))  # fmt: skip
    elif stamp.state == "checked":
        _line(t(f"Horodaté par {stamp.by} le {stamp.at}.", f"Stamped by {stamp.by} on {stamp.at}."))
    else:
        _line(_REFUSED[stamp.state][0] if t("fr", "en") == "fr" else _REFUSED[stamp.state][1])
    program = "ssh-keygen" if stamp.signed else "openssl"
    said = {
        "agrees": t(f"{program} dit de même.", f"{program} says the same."),
        "disagrees": t(f"{program} ne le confirme pas.", f"{program} does not confirm it."),
        "not_checked": t(f"Non vérifié par {program}, absent d’ici.",
                         f"Not checked by {program}, which is not here."),
    }  # fmt: skip
    if found.second:
        _line(said[found.second])


_REFUSED = {
    "no_authority": ("Réponse non vérifiée : nommez le certificat de l’autorité (seal: {authority: "
                     "...}) et placez-le dans seals/.",
                     "Reply not checked: name the authority’s certificate (seal: {authority: ...}) "
                     "and put it in seals/."),
    "unreadable": ("La réponse d’horodatage est illisible.", "The time-stamp reply is unreadable."),
    "refused": ("L’autorité a refusé la demande.", "The authority refused the request."),
    "other_text": ("La réponse est celle d’un autre texte que le sceau.",
                   "The reply is of another text than the seal."),
    "unknown_authority": ("La réponse ne vient pas de l’autorité que nomme la définition.",
                          "The reply does not come from the authority that the definition names."),
    "forged": ("La signature de la réponse est fausse.", "The signature of the reply is false."),
    "unknown_method": ("La signature est d’une sorte qui n’est pas vérifiée ici.",
                       "The signature is of a kind that is not checked here."),
    "tag_no_signers": ("Étiquette non vérifiée : nommez les clés de qui signe (seal: {signers: "
                       "...}) et placez-les dans seals/.",
                       "Tag not checked: name the keys of who signs (seal: {signers: ...}) and put "
                       "them in seals/."),
    "tag_unreadable": ("L’étiquette signée est illisible : écrivez-la avec git cat-file tag.",
                       "The signed tag is unreadable: write it with git cat-file tag."),
    "tag_other_text": ("Le message de l’étiquette ne porte pas l’empreinte du sceau.",
                       "The tag’s message does not hold the seal’s hash."),
    "tag_unknown_signer": ("L’étiquette n’est pas signée par une clé que nomme la définition, "
                           "valable ce jour-là.",
                           "The tag is not signed by a key that the definition names, valid on "
                           "that day."),
    "tag_forged": ("La signature de l’étiquette est fausse.", "The tag’s signature is false."),
    "tag_unknown_method": ("L’étiquette est signée autrement que par une clé SSH (Ed25519 ou RSA)"
                           " : rien n’est confirmé. Signez avec git config gpg.format ssh.",
                           "The tag is signed otherwise than with an SSH key (Ed25519 or RSA): "
                           "nothing is confirmed. Sign with git config gpg.format ssh."),
}  # fmt: skip
