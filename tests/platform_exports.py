"""Two waves of one small survey, laid out by hand as each platform's published description says.

The sources of the layouts stand in ``tests/data/README.md``. Every personal column holds a canary.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl

CANARY = "Zyxwvu"
N = 40
TRUST = ["A great deal", "Some", "Hardly any", "None at all", "Don't know"]
CHANNELS = {"tel": "Telephone", "web": "Website, or an app", "desk": "In person"}
AGES = ["Under 35", "35 to 54", "55 and over"]
Q_TRUST = "How much do you trust public bodies?"
Q_CHANNELS = "Which of these have you used?"
Q_AGE = "What is your age group?"
Q_COMMENT = "Is there anything else you would like to say?"
Q_NAME = "What is your name?"
NET_COUNTS = {"2024": (12, 32), "2025": (18, 35)}
"""How many trust "a great deal", and how many complete responses: counted below, by hand."""


@dataclass(frozen=True)
class Person:
    """One response: places in the lists of choices, from 0."""

    number: int
    day: str
    trust: int | None
    channels: tuple[str, ...]
    age: int
    comment: str
    ended: str

    @property
    def name(self) -> str:
        return f"{CANARY} A{'abcdefghijklmnopqrst'[self.number % 20]}{'xyz'[self.number // 20]}"

    @property
    def mail(self) -> str:
        return f"{CANARY}{self.number}@example.org"

    @property
    def ip(self) -> str:
        return f"203.0.113.{self.number + 100}"


def people(wave: str) -> list[Person]:
    """Return 40 responses: the last ones previews or unfinished."""
    great, complete = NET_COUNTS[wave]
    out = []
    for i in range(N):
        trust = 0 if i < great else 1 + (i % 4)
        channels = [("tel",), ("web", "desk"), ("tel", "web", "desk"), ("desk",)][i % 4]
        ended = "complete" if i < complete else ("preview" if i == complete else "partial")
        comment = f"remark {i} of {wave}" if i % 5 == 0 else ""
        day = f"{wave}-03-{i % 20 + 1:02d}"
        out.append(Person(i, day, trust, channels, (i // 2) % 3, comment, ended))
    return out


def trust_share(wave: str, completed_only: bool = True) -> float:
    """Return the share who trust a great deal, counted here and nowhere else."""
    kept = [p for p in people(wave) if p.ended == "complete" or not completed_only]
    return sum(p.trust == 0 for p in kept) / len(kept)


def write_csv(path: Path, rows: Sequence[Sequence[str]], separator: str = ",") -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        csv.writer(handle, delimiter=separator).writerows(rows)
    return path


def write_xlsx(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([int(c) if str(c).isdigit() else c for c in row])
    book.save(path)
    return path


def _marks(person: Person, chosen: str, not_chosen: str) -> list[str]:
    return [chosen if code in person.channels else not_chosen for code in CHANNELS]


def qualtrics(folder: Path, wave: str, *, texts: bool) -> Path:
    """Lay out three header rows: names, wordings, import ids."""
    head = {
        "StartDate": ("Start Date", "startDate"), "EndDate": ("End Date", "endDate"),
        "Status": ("Response Type", "status"), "IPAddress": ("IP Address", "ipAddress"),
        "Progress": ("Progress", "progress"),
        "Duration (in seconds)": ("Duration (in seconds)", "duration"),
        "Finished": ("Finished", "finished"), "RecordedDate": ("Recorded Date", "recordedDate"),
        "ResponseId": ("Response ID", "_recordId"),
        "RecipientLastName": ("Recipient Last Name", "recipientLastName"),
        "RecipientFirstName": ("Recipient First Name", "recipientFirstName"),
        "RecipientEmail": ("Recipient Email", "recipientEmail"),
        "ExternalReference": ("External Data Reference", "externalDataReference"),
        "LocationLatitude": ("Location Latitude", "locationLatitude"),
        "LocationLongitude": ("Location Longitude", "locationLongitude"),
        "DistributionChannel": ("Distribution Channel", "distributionChannel"),
        "UserLanguage": ("User Language", "userLanguage"),
        "trust": (Q_TRUST, "QID1"),
        **{f"chan_{i}": (f"{Q_CHANNELS} - Selected Choice - {text}", f"QID2_{i}")
           for i, text in enumerate(CHANNELS.values(), 1)},
        "age": (Q_AGE, "QID3"), "say": (Q_COMMENT, "QID4_TEXT"), "who": (Q_NAME, "QID5_TEXT"),
    }  # fmt: skip
    rows = [
        list(head), [words for words, _ in head.values()],
        [json.dumps({"ImportId": name}) for _, name in head.values()],
    ]  # fmt: skip
    for p in people(wave):
        status = {"preview": ("1", "Survey Preview")}.get(p.ended, ("0", "IP Address"))[texts]
        done = (("0", "False") if p.ended == "partial" else ("1", "True"))[texts]
        names = list(CHANNELS.values())
        marks = [
            (names[i] if texts else "1") if m else "" for i, m in enumerate(_marks(p, "1", ""))
        ]
        rows.append(
            [
                f"{p.day} 10:00:00",
                f"{p.day} 10:05:00",
                status,
                p.ip,
                "100",
                "300",
                done,
                f"{p.day} 10:05:01",
                f"R_{wave}{p.number:03d}",
                CANARY,
                CANARY,
                p.mail,
                CANARY,
                "45.50170",
                "-73.56730",
                "anonymous",
                "EN",
                "" if p.trust is None else (TRUST[p.trust] if texts else str(p.trust + 1)),
                *marks,
                AGES[p.age] if texts else str(p.age + 1),
                p.comment,
                p.name,
            ]
        )
    return write_csv(folder / f"qualtrics-{wave}.csv", rows)


def qsf(folder: Path) -> Path:
    """Write the questionnaire as Qualtrics does."""

    def question(
        qid: str, tag: str, text: str, kind: str, selector: str, choices: Sequence[str] = ()
    ) -> dict:
        payload = {
            "QuestionID": qid, "DataExportTag": tag, "QuestionText": text, "QuestionType": kind,
            "Selector": selector,
            "Choices": {str(i): {"Display": c} for i, c in enumerate(choices, 1)},
            "ChoiceOrder": [str(i) for i in range(1, len(choices) + 1)],
        }  # fmt: skip
        return {"Element": "SQ", "PrimaryAttribute": qid, "Payload": payload}

    content = {
        "SurveyEntry": {"SurveyName": "Trust", "SurveyLanguage": "EN"},
        "SurveyElements": [
            question("QID1", "trust", Q_TRUST, "MC", "SAVR", TRUST),
            question("QID2", "chan", Q_CHANNELS, "MC", "MAVR", list(CHANNELS.values())),
            question("QID3", "age", Q_AGE, "MC", "SAVR", AGES),
            question("QID4", "say", Q_COMMENT, "TE", "ML"),
            question("QID5", "who", Q_NAME, "TE", "SL"),
        ],
    }  # fmt: skip
    path = folder / "trust.qsf"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def surveymonkey_rows(wave: str) -> list[list[str]]:
    """Lay out two header rows: questions, then options."""
    first = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address",
             "Email Address", "First Name", "Last Name", "Custom Data 1", Q_TRUST, Q_CHANNELS,
             "", "", Q_AGE, Q_COMMENT, "Your contact details", ""]  # fmt: skip
    second = [
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "Response",
        *CHANNELS.values(),
        "Response",
        "Open-Ended Response",
        "Name",
        "Email Address",
    ]
    rows = [first, second]
    for p in people(wave):
        month, day = p.day[5:7], p.day[8:]
        names = list(CHANNELS.values())
        rows.append(
            [
                f"1180{wave}{p.number:03d}",
                "4001",
                f"{month}/{day}/{wave} 10:00:00 AM",
                f"{month}/{day}/{wave} 10:05:00 AM",
                p.ip,
                p.mail,
                CANARY,
                CANARY,
                CANARY,
                "" if p.trust is None else TRUST[p.trust],
                *(names[i] if m else "" for i, m in enumerate(_marks(p, "1", ""))),
                AGES[p.age],
                p.comment,
                p.name,
                p.mail,
            ]
        )
    return rows


def limesurvey(folder: Path, wave: str, *, texts: bool) -> Path:
    """Lay out codes under codes, or full answers under full questions."""
    parts = [f"chan[{code}]" for code in CHANNELS]
    head = ["id", "submitdate", "lastpage", "startlanguage", "seed", "token", "startdate",
            "datestamp", "ipaddr", "refurl", "firstname", "email", "trust", *parts, "age", "say",
            "who"]  # fmt: skip
    if texts:
        head = ["Response ID", "Date submitted", "Last page", "Start language", "Seed", "Token",
                "Date started", "Date last action", "IP address", "Referrer URL", "First name",
                "Email address", Q_TRUST, *(f"{Q_CHANNELS} [{text}]" for text in CHANNELS.values()),
                Q_AGE, Q_COMMENT, Q_NAME]  # fmt: skip
    rows = [head]
    for p in people(wave):
        marks = _marks(p, "Yes", "No") if texts else _marks(p, "Y", "")
        trust = "" if p.trust is None else (TRUST[p.trust] if texts else f"A{p.trust + 1}")
        rows.append(
            [
                str(p.number + 1),
                f"{p.day} 10:05:00" if p.ended == "complete" else "",
                "3",
                "en",
                "1234",
                f"{CANARY}{p.number}",
                f"{p.day} 10:00:00",
                f"{p.day} 10:05:00",
                p.ip,
                f"https://example.org/{CANARY}",
                CANARY,
                p.mail,
                trust,
                *marks,
                AGES[p.age] if texts else f"B{p.age + 1}",
                p.comment,
                p.name,
            ]
        )
    return write_csv(folder / f"limesurvey-{wave}.csv", rows, ";")


def lss(folder: Path) -> Path:
    """Write the questionnaire as LimeSurvey does."""

    def rows(name: str, content: Sequence[dict[str, str]]) -> str:
        each = "".join(
            "<row>" + "".join(f"<{k}><![CDATA[{v}]]></{k}>" for k, v in row.items()) + "</row>"
            for row in content
        )
        return f"<{name}><rows>{each}</rows></{name}>"

    def asked(qid: str, kind: str, title: str, text: str, order: int) -> dict[str, str]:
        return {
            "qid": qid,
            "parent_qid": "0",
            "gid": "1",
            "type": kind,
            "title": title,
            "question": text,
            "other": "N",
            "question_order": str(order),
            "language": "en",
            "relevance": "1",
        }

    subs = [
        {
            "qid": str(20 + i),
            "parent_qid": "2",
            "gid": "1",
            "type": "T",
            "title": code,
            "question": text,
            "question_order": str(i),
            "language": "en",
        }
        for i, (code, text) in enumerate(CHANNELS.items())
    ]
    answers = [
        {"qid": "1", "code": f"A{i + 1}", "answer": t, "sortorder": str(i), "language": "en"}
        for i, t in enumerate(TRUST)
    ]
    answers += [
        {"qid": "3", "code": f"B{i + 1}", "answer": t, "sortorder": str(i), "language": "en"}
        for i, t in enumerate(AGES)
    ]
    questions = [
        asked("1", "L", "trust", Q_TRUST, 1), asked("2", "M", "chan", Q_CHANNELS, 2),
        asked("3", "L", "age", Q_AGE, 3), asked("4", "T", "say", Q_COMMENT, 4),
        asked("5", "S", "who", Q_NAME, 5),
    ]  # fmt: skip
    path = folder / "trust.lss"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><document><LimeSurveyDocType>Survey'
        f"</LimeSurveyDocType>{rows('answers', answers)}{rows('questions', questions)}"
        f"{rows('subquestions', subs)}</document>",
        encoding="utf-8",
    )
    return path


def google(folder: Path, wave: str) -> Path:
    """Lay out a time stamp, the questions, and several answers in one cell."""
    rows = [["Timestamp", "Email Address", Q_TRUST, Q_CHANNELS, Q_AGE, Q_COMMENT, Q_NAME]]
    for p in people(wave):
        rows.append(
            [
                f"{p.day.replace('-', '/')} 10:05:00 AM EST",
                p.mail,
                TRUST[p.trust or 0],
                ";".join(CHANNELS[c] for c in p.channels),
                AGES[p.age],
                p.comment,
                p.name,
            ]
        )
    return write_csv(folder / f"google-{wave}.csv", rows)


def microsoft(folder: Path, wave: str) -> Path:
    """Lay out the workbook of responses: each of several answers ends with a semicolon."""
    rows = [
        [
            "ID",
            "Start time",
            "Completion time",
            "Email",
            "Name",
            Q_TRUST,
            Q_CHANNELS,
            Q_AGE,
            Q_COMMENT,
            Q_NAME,
        ]
    ]
    for p in people(wave):
        rows.append(
            [
                str(p.number + 1),
                f"{p.day} 10:00:00",
                f"{p.day} 10:05:00",
                p.mail,
                CANARY,
                TRUST[p.trust or 0],
                "".join(f"{CHANNELS[c]};" for c in p.channels),
                AGES[p.age],
                p.comment,
                p.name,
            ]
        )
    return write_xlsx(folder / f"microsoft-{wave}.xlsx", rows)


def kobo(folder: Path, wave: str, *, split: bool) -> Path:
    """Lay out XML names in groups, several choices in one column, or one a choice besides."""
    parts = [f"main/chan/{code}" for code in CHANNELS] if split else []
    rows = [["start", "end", "deviceid", "phonenumber", "username", "main/trust", "main/chan",
             *parts, "main/age", "main/say", "who", "_gps_latitude", "_id", "_uuid",
             "_submission_time", "_validation_status", "_submitted_by", "_index"]]  # fmt: skip
    for p in people(wave):
        rows.append(
            [
                f"{p.day}T10:00:00.000-05:00",
                f"{p.day}T10:05:00.000-05:00",
                f"{CANARY}dev",
                "514 555 0100",
                CANARY,
                f"t{p.trust + 1}" if p.trust is not None else "",
                " ".join(p.channels),
                *(_marks(p, "1", "0") if split else []),
                f"a{p.age + 1}",
                p.comment,
                p.name,
                "45.5",
                str(9000 + p.number),
                f"{wave}-uuid-{p.number}",
                f"{p.day}T10:06:00",
                "",
                CANARY,
                str(p.number),
            ]
        )
    return write_csv(folder / f"kobo-{wave}.csv", rows, ";")


def odk(folder: Path, wave: str) -> Path:
    """Lay out the columns of ODK Central: groups joined by hyphens."""
    rows = [["SubmissionDate", "start", "main-trust", "main-chan", "main-age", "main-say", "who",
             "place-Latitude", "place-Longitude", "meta-instanceID", "KEY", "SubmitterID",
             "SubmitterName", "DeviceID"]]  # fmt: skip
    for p in people(wave):
        rows.append(
            [
                f"{p.day}T10:06:00.000Z",
                f"{p.day}T10:00:00.000Z",
                f"t{(p.trust or 0) + 1}",
                " ".join(p.channels),
                f"a{p.age + 1}",
                p.comment,
                p.name,
                "45.5017",
                "-73.5673",
                f"uuid:{wave}{p.number}",
                f"uuid:{wave}{p.number}",
                "7",
                CANARY,
                CANARY,
            ]
        )
    return write_csv(folder / f"odk-{wave}.csv", rows)


def xlsform(folder: Path) -> Path:
    """Write the questionnaire as an XLSForm."""
    book = openpyxl.Workbook()
    survey = book.active
    survey.title = "survey"
    for row in [
        ["type", "name", "label::English (en)"],
        ["select_one trust", "trust", Q_TRUST],
        ["select_multiple chan", "chan", Q_CHANNELS],
        ["select_one age", "age", Q_AGE],
        ["text", "say", Q_COMMENT],
        ["text", "who", Q_NAME],
    ]:
        survey.append(row)
    choices = book.create_sheet("choices")
    choices.append(["list_name", "name", "label::English (en)"])
    for i, text in enumerate(TRUST, 1):
        choices.append(["trust", f"t{i}", text])
    for code, text in CHANNELS.items():
        choices.append(["chan", code, text])
    for i, text in enumerate(AGES, 1):
        choices.append(["age", f"a{i}", text])
    path = folder / "form.xlsx"
    book.save(path)
    return path


def redcap(folder: Path, wave: str, *, texts: bool) -> Path:
    """Lay out one row a record, check boxes as three underscores and a code."""
    rows = [["record_id", "redcap_survey_identifier", "main_timestamp", "trust",
             *(f"chan___{i}" for i in range(1, 4)), "age", "say", "who", "email",
             "main_complete"]]  # fmt: skip
    for p in people(wave):
        end = {"complete": ("2", "Complete")}.get(p.ended, ("0", "Incomplete"))[texts]
        trust = "" if p.trust is None else (TRUST[p.trust] if texts else str(p.trust + 1))
        marks = _marks(p, "Checked", "Unchecked") if texts else _marks(p, "1", "0")
        rows.append(
            [
                str(p.number + 1),
                p.mail,
                f"{p.day} 10:05:00",
                trust,
                *marks,
                AGES[p.age] if texts else str(p.age + 1),
                p.comment,
                p.name,
                p.mail,
                end,
            ]
        )
    return write_csv(folder / f"redcap-{wave}.csv", rows)


def dictionary(folder: Path) -> Path:
    """Write the data dictionary."""
    heads = ["Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label",
             "Choices, Calculations, OR Slider Labels", "Field Note",
             "Text Validation Type OR Show Slider Number", "Text Validation Min",
             "Text Validation Max", "Identifier?",
             "Branching Logic (Show field only if...)", "Required Field?", "Custom Alignment",
             "Question Number (surveys only)", "Matrix Group Name", "Matrix Ranking?",
             "Field Annotation"]  # fmt: skip

    def row(name: str, kind: str, label: str, choices: str = "", own: str = "") -> list[str]:
        return [name, "main", "", kind, label, choices, "", "", "", "", own, *[""] * 7]

    def listed(texts: Sequence[str]) -> str:
        return " | ".join(f"{i}, {text}" for i, text in enumerate(texts, 1))

    return write_csv(
        folder / "dictionary.csv",
        [
            heads,
            row("record_id", "text", "Record ID"),
            row("trust", "radio", Q_TRUST, listed(TRUST)),
            row("chan", "checkbox", Q_CHANNELS, listed(list(CHANNELS.values()))),
            row("age", "dropdown", Q_AGE, listed(AGES)),
            row("say", "notes", Q_COMMENT),
            row("who", "text", Q_NAME, own="y"),
            row("email", "text", "E-mail", own="y"),
        ],
    )


def every(folder: Path) -> Iterator[tuple[str, list[Path], Path | None]]:
    """Yield each layout: its name, its two waves, and its questionnaire's file."""
    for name in LAYOUTS:
        yield (name, *made(folder / name, name))


LAYOUTS = (
    *("qualtrics values", "qualtrics texts", "surveymonkey csv", "surveymonkey xlsx"),
    *("limesurvey codes", "limesurvey texts", "google", "microsoft", "kobo one column"),
    *("kobo columns", "odk", "redcap raw", "redcap labels"),
)


def made(folder: Path, name: str) -> tuple[list[Path], Path | None]:
    """Write the two waves of a layout, and its questionnaire where the platform has one."""
    folder.mkdir(parents=True, exist_ok=True)
    kind, _, how = name.partition(" ")
    waves = []
    for wave in NET_COUNTS:
        if kind == "qualtrics":
            waves.append(qualtrics(folder, wave, texts=how == "texts"))
        elif kind == "surveymonkey":
            write = write_csv if how == "csv" else write_xlsx
            waves.append(write(folder / f"monkey-{wave}.{how}", surveymonkey_rows(wave)))
        elif kind == "limesurvey":
            waves.append(limesurvey(folder, wave, texts=how == "texts"))
        elif kind == "kobo":
            waves.append(kobo(folder, wave, split=how == "columns"))
        elif kind == "redcap":
            waves.append(redcap(folder, wave, texts=how == "labels"))
        else:
            waves.append({"google": google, "microsoft": microsoft, "odk": odk}[kind](folder, wave))
    forms = {
        "qualtrics": qsf,
        "limesurvey": lss,
        "kobo": xlsform,
        "odk": xlsform,
        "redcap": dictionary,
    }
    return waves, forms[kind](folder) if kind in forms else None
