"""What goes with an anonymised file to an archive: risk report, checklist, questionnaire."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from padai.publishing.chapters.opening import footer, release_line, release_title
from padai.publishing.chapters.questionnaire import questionnaire
from padai.publishing.context import Context
from padai.publishing.emit import Piece, bullets, callout, heading, joined, paragraph, table
from padai.publishing.opendata.ddi import DepositedFile, ddi
from padai.publishing.opendata.metadata import identifiers
from padai.publishing.rendering.pages import PageRequest, page_setter
from padai.publishing.rendering.text import title_block
from padai.publishing.tables import Column, TableRow
from padai.store import Store
from padai.survey.deposit import Deposit

FOLDER = "depot"
"""The folder of a release that an archive takes."""
_NAMES: dict[str, dict[str, str]] = {
    "risk": {"fr": "rapport-de-risque", "en": "risk-report"},
    "checklist": {"fr": "liste-de-controle", "en": "checklist"},
    "questionnaire": {"fr": "questionnaire", "en": "questionnaire-en"},
}


def write_deposit_documents(store: Store, folder: Path, source_date: int) -> list[Path]:
    """Write the documents of a deposit; nothing where the store speaks of none.

    Parameters
    ----------
    store
        An open release store, whose facts hold what was measured on the anonymised file.
    folder
        Receives, in each language, the risk report by three criteria, the checklist and the
        questionnaire, as HTML and PDF, and ``ddi-codebook.xml``, which describes that file.
    source_date
        The release's date as seconds since 1970.
    """
    deposit, facts = store.survey.deposit, store.facts.get("deposit")
    if deposit is None or not facts:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for lang in store.survey.languages:
        context = Context(store, lang)
        pages = _pages(context, deposit, facts)
        requests = [
            PageRequest(_NAMES[name][lang], make, ("html", "typst")) for name, make in pages.items()
        ]
        with page_setter(lang, source_date) as setter:
            for name, made in setter.pages(requests):
                for kind, content in made.items():
                    path = folder / f"{name}{ {'html': '.html', 'typst': '.pdf'}[kind] }"
                    path.write_bytes(content)
                    written.append(path)
    book = folder / "ddi-codebook.xml"
    contexts = {str(lang): Context(store, lang) for lang in store.survey.languages}
    text = ddi(contexts, DepositedFile(deposit, facts["records"]))
    book.write_text(text, encoding="utf-8", newline="\n")
    return [*written, book]


def _pages(
    context: Context, deposit: Deposit, facts: Mapping[str, Any]
) -> dict[str, Callable[[], Piece]]:
    return {
        "risk": lambda: _risk(context, deposit, facts),
        "checklist": lambda: _checklist(context, facts),
        "questionnaire": lambda: joined(
            [_title(context, context.say("Questionnaire", "Questionnaire")), questionnaire(context)]
        ),
    }


def _title(context: Context, name: str) -> Piece:
    survey, store = context.store.survey, context.store
    values = {
        "title": name,
        "subtitle": release_title(context),
        "date": release_line(context),
        "publisher": context.text(survey.sponsor),
        "footer": footer(context),
        "description": f"{name}. {context.text(survey.title)}",
    }
    if context.marks:
        values["banner"] = ". ".join(m.rstrip(".") for m in context.marks) + "."
    if survey.synthetic or store.release["status"] in ("draft", "embargoed"):
        values["robots"] = "noindex"
    return Piece(title_block(values))


def _risk(context: Context, deposit: Deposit, facts: Mapping[str, Any]) -> Piece:
    say, count = context.say, context.numbers.count
    n, least = count(facts["records"]), count(facts["least_alike"])
    return joined([
        _title(context, say("Rapport de risque", "Risk report")),
        paragraph(say(
            f"Ce rapport porte sur le fichier anonymisé lui-même ({n} enregistrements). Il suit "
            "les trois critères du Règlement sur l’anonymisation des renseignements "
            "personnels\u00a0: l’individualisation, la corrélation et l’inférence. Un fichier "
            "dépersonnalisé n’est pas encore un fichier anonymisé\u202f; le risque "
            "qui reste doit être très faible, sans pouvoir être nul.",
            f"This report is about the anonymised file itself ({n} records). It follows the three "
            "criteria of the regulation on anonymisation: individualisation, correlation and "
            "inference. A depersonalised file is not yet an anonymised one; the risk that remains "
            "must be very low, and cannot be nil.",
        )),
        _decided(context, deposit),
        heading(2, say("Individualisation", "Individualisation"), "sec-individualisation"),
        paragraph(say(
            f"Peut-on isoler une personne? Chaque profil est partagé par au moins {least} "
            f"enregistrements (le plus rare\u00a0: {count(facts['smallest_after'])}). Avant le "
            f"retrait de traits, {count(facts['alone_before'])} enregistrements étaient seuls de "
            f"leur profil\u202f; il en reste {count(facts['alone_after'])}.",
            f"Can one person be isolated? Each profile is shared by at least {least} records (the "
            f"rarest: {count(facts['smallest_after'])}). Before traits were blanked, "
            f"{count(facts['alone_before'])} records were alone in their profile; "
            f"{count(facts['alone_after'])} remain.",
        )),
        _blanked(context, facts),
        heading(2, say("Le poids, compté comme un trait", "The weight, counted as a trait"),
                "sec-poids"),
        *_weight(context, facts),
        heading(2, say("Corrélation", "Correlation"), "sec-correlation"),
        paragraph(say(
            "Peut-on relier des enregistrements à une autre source? Le fichier ne porte ni "
            "identifiant, ni date, ni réponse ouverte, ni nombre, ni unité "
            "d’échantillonnage\u202f; ses lignes sont rangées selon leur contenu. Il reste que "
            f"{count(facts['alone_on_everything'])} enregistrements portent une suite de "
            "réponses qu’aucun autre ne porte\u00a0: qui connaîtrait toutes les réponses d’une "
            "personne pourrait retrouver sa ligne, sans rien apprendre d’autre que ce qui est dans "
            "le fichier.",
            "Can records be linked to another source? The file holds no identifier, date, open "
            "answer, number or sampling unit; its rows are in the order of their content. Still, "
            f"{count(facts['alone_on_everything'])} records are alone in giving their whole "
            "sequence of answers: whoever knew all the answers of a person could find the row, and "
            "learn nothing else than what is in the file.",
        )),
        heading(2, say("Inférence", "Inference"), "sec-inference"),
        paragraph(_inference(context, facts)),
        callout("important", say("À signer", "To be signed"), paragraph(say(
            "Le risque qui reste est-il très faible au regard des moyens dont une personne peut "
            "raisonnablement disposer? Rôle, date et signature\u00a0: ………………………………",
            "Is the remaining risk very low, given the means that a person may reasonably have? "
            "Role, date and signature: ………………………………",
        ))),
    ])  # fmt: skip


def _decided(context: Context, deposit: Deposit) -> Piece:
    say = context.say
    return bullets([
        context.colon(say("Fin poursuivie", "Purpose"), context.text(deposit.purpose)),
        context.colon(say("Supervision", "Supervision"), context.text(deposit.supervisor)),
        context.colon(say("Date de la décision", "Date of the decision"),
                      context.numbers.date(deposit.decided)),
    ])  # fmt: skip


def _blanked(context: Context, facts: Mapping[str, Any]) -> Piece:
    say = context.say
    rows = [
        TableRow(context.breakdown(name), (context.numbers.count(number),))
        for name, number in facts["blanked"].items()
    ]
    return table(
        context, "deposit-blanked",
        say("Traits retirés pour que les profils se ressemblent",
            "Traits blanked so that profiles are alike"),
        say("Trait", "Trait"),
        [Column(say("Enregistrements où il est retiré", "Records where it is blanked"))],
        rows, part=str(facts["part"]),
    )  # fmt: skip


def _weight(context: Context, facts: Mapping[str, Any]) -> list[Piece]:
    say, count = context.say, context.numbers.count
    least = count(facts["least_alike"])
    explained = paragraph(say(
        "Le poids d’une personne, joint à son profil, peut la désigner\u00a0: avec les poids du "
        f"calage, {count(facts['weight_alone_before'])} enregistrements étaient seuls et "
        f"{count(facts['weight_rare_before'])} se ressemblaient à moins de {least}. Dans le "
        "fichier, les poids d’un même profil sont rangés, réunis par groupes d’au moins "
        f"{least}, et remplacés par leur moyenne (le groupe le plus petit en compte "
        f"{count(facts['weight_smallest_after'])}). Le total des poids de chaque profil reste le "
        "même.",
        "A person’s weight, together with the profile, may point to that person: with the "
        f"calibrated weights, {count(facts['weight_alone_before'])} records were alone and "
        f"{count(facts['weight_rare_before'])} were alike by fewer than {least}. In the file, the "
        f"weights of one profile are sorted, put into groups of at least {least}, and replaced by "
        f"their mean (the smallest group has {count(facts['weight_smallest_after'])}). The total "
        "weight of each profile stays the same.",
    ))  # fmt: skip
    if not facts["shifts"]:
        return [explained]
    return [explained, _shifts(context, facts)]


def _shifts(context: Context, facts: Mapping[str, Any]) -> Piece:
    say, numbers = context.say, context.numbers
    rows = []
    for shift in facts["shifts"]:
        kind = context.kind(shift["question"], shift["response"])
        values = [numbers.level(shift[name], kind) for name in ("before", "after")]
        moved = numbers.change(shift["after"] - shift["before"], kind)
        label = context.colon(
            context.label(shift["question"]), context.response(shift["question"], shift["response"])
        )
        rows.append(TableRow(label, (*values, moved)))
    return table(
        context, "deposit-shifts",
        say("Résultats clés, par les poids publiés et par ceux du fichier",
            "Key results, by the weights of the report and by those of the file"),
        say("Résultat", "Result"),
        [Column(say("Rapport", "Report")), Column(say("Fichier", "File")),
         Column(say("Écart", "Shift"))],
        rows, part=str(facts["part"]),
    )  # fmt: skip


def _inference(context: Context, facts: Mapping[str, Any]) -> str:
    if not facts["sensitive"]:
        return context.say(
            "Peut-on déduire une réponse délicate? Le fichier ne contient la réponse à aucune "
            "question déclarée délicate.",
            "Can a sensitive answer be inferred? The file holds the answer to no question that is "
            "declared sensitive.",
        )
    names = ", ".join(context.label(q) for q in facts["sensitive"])
    return context.say(
        "Peut-on déduire une réponse délicate? Pour chaque question déclarée délicate du fichier "
        f"({names}), les enregistrements d’un même profil ne donnent jamais tous la même réponse.",
        "Can a sensitive answer be inferred? For each sensitive question of the file "
        f"({names}), the records of one profile never all give the same answer.",
    )


def _checklist(context: Context, facts: Mapping[str, Any]) -> Piece:
    say, survey = context.say, context.store.survey
    done, todo = say("Fait", "Done"), say("À faire", "To do")
    licence, doi = context.text(survey.licences.data), identifiers(context).get("doi")
    items = [
        (say("Fichier SPSS .sav ordinaire (et non .zsav), étiquettes et codes manquants compris",
             "Plain SPSS file, not .zsav, with labels and missing codes"), done),
        (say("Même fichier en CSV (UTF-8)", "The same file as CSV (UTF-8)"), done),
        (say("Description DDI-Codebook 2.5", "DDI-Codebook 2.5 description"), done),
        (say("Questionnaire, dans chaque langue de publication",
             "Questionnaire, in each language of publication"), done),
        (say("Information sur la pondération (colonne, marges, méthode)",
             "Information on weighting (column, margins, method)"), done),
        (say("Sommes de contrôle SHA-256", "SHA-256 checksums"), done),
        (context.colon(say("Licence des données", "Licence of the data"),
                       licence or say("à déclarer", "to be declared")), done if licence else todo),
        (context.colon(say("Identifiant (DOI)", "Identifier (DOI)"), doi or say(
            "à attribuer par l’archive", "to be assigned by the archive")), done if doi else todo),
        (say("Rapport de risque signé par la personne qui supervise",
             "Risk report signed by the person who supervises"), todo),
        (say("Consentement et avis d’éthique\u00a0: vérifier qu’ils permettent le dépôt",
             "Consent and ethics review: check that they allow the deposit"), todo),
    ]  # fmt: skip
    rows = [TableRow(text, (state,)) for text, state in items]
    return joined([
        _title(context, say("Liste de contrôle du dépôt", "Checklist of the deposit")),
        table(
            context, "deposit-checklist", say("Ce qu’une archive demande", "What an archive asks"),
            say("Élément", "Item"), [Column(say("État", "State"))], rows, part=str(facts["part"]),
        ),
    ])  # fmt: skip
