"""A survey from its files: what is guessed, what is kept apart, and that it works without an edit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest

import padai
from padai.cli import main
from padai.errors import DefinitionError
from padai.interchange import Choices, DesignChoice, init_from
from padai.interchange.label_words import missing_kind
from padai.pipeline.machinery.build_request import refuse_unpublishable
from padai.survey import Survey, load_survey
from padai.validation import validate
from padai.waves import read_delivery, read_wave, stack

TRUST = {
    1.0: "Tout à fait",
    2.0: "Plutôt",
    3.0: "Pas du tout",
    98.0: "Je ne sais pas",
    99.0: "Refus",
}


def rows(n: int = 120, seed: int = 1) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    version = np.where(np.arange(n) % 3 == 0, 1.0, 2.0)
    later = np.where(version == 2, rng.choice([1.0, 2.0, 3.0], n), -1.0)
    return pd.DataFrame(
        {
            "resp_id": [f"r{seed}-{i}" for i in range(n)],
            "poids": rng.uniform(0.5, 1.5, n),
            "strate": np.repeat(["a", "b", "c"], n // 3),
            "version": version,
            "q1": rng.choice([1.0, 2.0, 3.0, 98.0, 99.0], n),
            "q2": rng.choice([1.0, 2.0, 3.0, 98.0], n),
            "q3": later,
            "note": rng.integers(0, 11, n).astype(float),
            "m_1": rng.integers(0, 2, n).astype(float),
            "m_2": rng.integers(0, 2, n).astype(float),
            "m_3": rng.integers(0, 2, n).astype(float),
            "age": rng.integers(18, 90, n).astype(float),
            "mot": [f"mot {i % 40}" for i in range(n)],
        }
    )


LABELS = {
    "q1": "Confiance envers les ministères",
    "q2": "Confiance envers la police",
    "q3": "Confiance envers les écoles",
    "version": "Version du questionnaire",
    "note": "Note donnée aux services",
    "m_1": "Moyens utilisés - Téléphone",
    "m_2": "Moyens utilisés - Site web",
    "m_3": "Moyens utilisés - Comptoir",
}
VALUES = {
    "q1": TRUST,
    "q2": TRUST,
    "q3": {**TRUST, -1.0: "Non posée"},
    "version": {1.0: "Version A", 2.0: "Version B"},
    "note": {0.0: "Très mauvaise", 10.0: "Très bonne"},
}


def write(path: Path, frame: pd.DataFrame, labels: dict[str, str] = LABELS, **values: dict) -> Path:
    told = {k: v for k, v in {**VALUES, **values}.items() if k in frame}
    pyreadstat.write_sav(
        frame,
        str(path),
        column_labels=[labels.get(c, "") for c in frame],
        variable_value_labels=told,
        missing_ranges={"q1": [99], "q2": [99]} if "q1" in frame else {},
    )
    return path


PROPOSED = Choices(design=(DesignChoice(proposed=True),))


def started(folder: Path, *files: Path, choices: Choices = PROPOSED) -> Survey:
    init_from(folder / "surveys" / "mine", files, choices)
    return load_survey(folder / "surveys" / "mine")


def text(survey: Survey) -> str:
    return (survey.path / "questionnaire.yaml").read_text(encoding="utf-8")


def test_one_file_tells_types_scales_and_design(tmp_path: Path) -> None:
    survey = started(tmp_path, write(tmp_path / "vague-2024.sav", rows()))
    types = {q.id: q.type for q in survey.questions.values()}
    assert types == {
        "version": "single",
        "q1": "single",
        "q2": "single",
        "q3": "single",
        "note": "rating",
        "m": "multiple",
        "age": "number",
        "mot": "open",
    }
    assert len(survey.scales) == 1
    design = survey.part("2024").design
    assert (design.id, design.weight, design.stratum) == ("resp_id", "poids", ("strate",))
    kinds = {m.code: (m.kind, m.in_base) for m in survey.question("q3").missing_codes}
    assert kinds["98"] == ("dont_know", True), "the file does not mark it as missing"
    assert kinds["99"] == ("refused", False)
    assert kinds["-1"] == ("not_asked", False)
    base = survey.question("q3").base
    assert base is not None
    assert (base.question, base.codes) == ("version", ("2",))
    many = survey.question("m")
    assert many.label.fr == "Moyens utilisés"
    assert many.option_columns("2024") == {"1": "m_1", "2": "m_2", "3": "m_3"}
    assert many.response_label("2", "fr") == "Site web"
    assert survey.question("note").scores["10"] == 10
    assert "guessed" in text(survey)


def test_it_validates_and_estimates_but_does_not_publish(tmp_path: Path) -> None:
    frame = rows()
    survey = started(tmp_path, write(tmp_path / "vague-2024.sav", frame))
    assert validate(read_delivery(survey, "2024")).ok
    found = padai.proportion(read_wave(survey, "2024"), "q1").frame
    share = frame.loc[frame["q1"] == 1, "poids"].sum() / frame.loc[frame["q1"] != 99, "poids"].sum()
    assert found.loc[found["response"] == "1", "estimate"].item() == pytest.approx(share, rel=1e-12)
    with pytest.raises(DefinitionError, match="still to be written"):
        refuse_unpublishable(survey, "2024")


@pytest.mark.parametrize("ending", [".csv", ".dta", ".parquet"])
def test_other_formats_start_a_survey(tmp_path: Path, ending: str) -> None:
    frame = rows()
    path = tmp_path / f"wave{ending}"
    if ending == ".csv":
        frame.to_csv(path, index=False)
    elif ending == ".dta":
        pyreadstat.write_dta(frame, str(path))
    else:
        frame.to_parquet(path)
    survey = started(tmp_path, path)
    assert survey.question("q1").codes == ("1", "2", "3")
    assert [str(m.code) for m in survey.question("q1").missing_codes] == ["98", "99"]
    assert validate(read_delivery(survey, "1")).ok


def test_options_are_found_by_their_labels(tmp_path: Path) -> None:
    renamed = {"m_1": "moyen_web", "m_2": "moyen_wifi", "m_3": "moyen_tel"}
    labels = {
        "moyen_web": "Moyens – Web",
        "moyen_wifi": "Moyens – Wifi",
        "moyen_tel": "Moyens – Tél.",
    }
    survey = started(tmp_path, write(tmp_path / "w.sav", rows().rename(columns=renamed), labels))
    assert survey.question("moyen").codes == ("web", "wifi", "tel")
    assert survey.question("moyen").response_label("tel", "fr") == "Tél."


def test_questions_of_zero_and_one_are_not_options(tmp_path: Path) -> None:
    renamed = {"m_1": "q11", "m_2": "q12", "m_3": "q13"}
    survey = started(tmp_path, write(tmp_path / "w.sav", rows().rename(columns=renamed), {}))
    assert {survey.question(q).type for q in ("q11", "q12", "q13")} == {"single"}


def test_the_shipped_example_comes_back_from_its_own_files(tmp_path: Path) -> None:
    shipped = Path(padai.__file__).parent / "interchange" / "example" / "surveys" / "example"
    hand = load_survey(shipped)
    survey = started(tmp_path, *sorted((shipped / "data").glob("*.sav")))
    assert survey.waves == hand.waves
    assert list(survey.questions) == list(hand.questions)
    for wave_id in survey.waves:
        assert validate(read_delivery(survey, wave_id)).ok
    mine, known = read_wave(survey, "2025"), read_wave(hand, "2025")
    compared: list[str] = []
    for question in hand.questions.values():
        other = survey.question(question.id)
        # A rating with every point labelled, or few words, look like a question with codes.
        looks = {"rating": "single", "open": "single"}
        assert other.type in (question.type, looks.get(question.type))
        # The file marks don’t know as missing; that it stays in the base is the definition’s choice.
        decided = any(m.in_base for m in question.missing_codes)
        decided |= hand.has_breakdown(question.id)  # its groups are not the question’s codes
        if question.type in ("single", "rating", "multiple") and not decided:
            compared.append(question.id)
            columns = ["response", "estimate", "n_base"]
            one = padai.proportion(mine, question.id).frame[columns]
            two = padai.proportion(known, question.id).frame[columns]
            named = (
                {c: c for c in question.codes} if question.type == "multiple" else question.values
            )
            known_codes = two["response"].isin(question.codes)
            two = two[known_codes].astype({"response": str}).reset_index(drop=True)
            two["response"] = [str(named[code]) for code in two["response"]]
            one = one.astype({"response": str})
            pd.testing.assert_frame_equal(one, two, rtol=1e-12, obj=question.id)
    assert compared == ["services_used", "ease"]


def two_waves(folder: Path, second: pd.DataFrame, **kept: object) -> Survey:
    old = write(folder / "w2023.sav", rows(seed=1))
    new = write(folder / "w2024.sav", second, **kept)  # type: ignore[arg-type]
    return started(folder, old, new)


def test_the_same_columns_are_one_question(tmp_path: Path) -> None:
    survey = two_waves(tmp_path, rows(seed=2))
    assert all(q.waves is None for q in survey.questions.values())
    assert "DOUBTFUL" not in text(survey)
    assert survey.overlap == "none"
    waves = [read_wave(survey, w) for w in survey.waves]
    assert len(padai.trend(stack(waves, overlap="none"), "q1").frame)


def test_a_reversed_scale_is_kept_apart_and_marked(tmp_path: Path) -> None:
    turned = {**TRUST, 1.0: "Pas du tout", 3.0: "Tout à fait"}
    survey = two_waves(tmp_path, rows(seed=2), q2=turned)
    assert survey.question("q2").waves == ("2023",)
    assert survey.question("q2_2024").waves == ("2024",)
    assert survey.question("q2_2024").column("2024") == "q2"
    assert "DOUBTFUL" in text(survey)
    assert validate(read_delivery(survey, "2024")).ok


def test_a_number_given_to_another_question_is_kept_apart(tmp_path: Path) -> None:
    survey = two_waves(tmp_path, rows(seed=2), labels={**LABELS, "q2": "Lieu de résidence"})
    assert survey.question("q2_2024").label.fr == "Lieu de résidence"


def test_a_renamed_column_is_linked_and_marked(tmp_path: Path) -> None:
    renamed = rows(seed=2).rename(columns={"q2": "q7"})
    labels = {**LABELS, "q7": LABELS["q2"]}
    survey = two_waves(tmp_path, renamed, labels=labels, q7=TRUST)
    assert survey.question("q2").column("2024") == "q7"
    assert "linked by its label" in text(survey)


def test_people_who_return_are_seen(tmp_path: Path) -> None:
    second = rows(seed=2)
    second[["resp_id", "age"]] = rows(seed=1)[["resp_id", "age"]]
    assert two_waves(tmp_path, second).overlap == "respondent"


def test_people_of_other_ages_are_others(tmp_path: Path) -> None:
    second = rows(seed=2)
    second["resp_id"] = rows(seed=1)["resp_id"]
    survey = two_waves(tmp_path, second)
    assert (survey.overlap, survey.ids) == ("none", "per_wave")


def test_row_numbers_are_of_other_people_where_sex_says_so(tmp_path: Path) -> None:
    frames = {y: rows(seed=y).assign(resp_id=np.arange(1.0, 121.0)) for y in (2023, 2024)}
    files = [write(tmp_path / f"w{y}.sav", frame) for y, frame in frames.items()]
    survey = started(tmp_path / "other", *files)
    assert (survey.overlap, survey.ids) == ("none", "per_wave")
    same = write(tmp_path / "w2025.sav", frames[2024].iloc[:119])
    assert started(tmp_path / "same", files[1], same).overlap is None


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Ne sait pas", "dont_know"),
        ("Don't know (volunteered)", "dont_know"),
        ("Préfère ne pas répondre", "refused"),
        ("Question non posée", "not_asked"),
        ("Skipped on web", "skipped"),
        ("independent (neither, no response)", None),
        ("NSP/PR", "dont_know"),
        ("NSP / NRP", "dont_know"),
        ("99 - Refus", "refused"),
        ("Je ne sais pas / Je préfère ne pas répondre", "dont_know"),
        ("[Ne pas lire] Ne sait pas", "dont_know"),
        ("Refus ou sans réponse", "refused"),
        ("DK/NA", "dont_know"),
        ("N/A", "not_asked"),
        ("S.O.", "not_asked"),
        ("Enchaînement valide", "not_asked"),
        ("Valid skip", "not_asked"),
        ("Not stated", "skipped"),
        ("Non déclaré", "skipped"),
        ("PR", None),
        ("Ne sait pas, mais accepte", None),
        ("Oui ou non", None),
        ("Ne sait pas lire", None),
        ("Autre", None),
    ],
)
def test_a_kind_is_told_by_the_whole_label(label: str, kind: str | None) -> None:
    assert missing_kind(label) == kind


def test_labels_cannot_break_the_yaml(tmp_path: Path) -> None:
    odd = 'a: "b" # c\x07 {d}\u2028\\ \' - e'
    frame = rows()[["q1", "age"]].rename(columns={"q1": "q.1"})
    path = write(tmp_path / "w.sav", frame, {"q.1": odd}, **{"q.1": {**TRUST, 1.0: odd}})
    survey = started(tmp_path, path)
    question = survey.question("q_1")
    assert question.column("1") == "q.1"
    assert question.label.fr == 'a: "b" # c {d} \\ \' - e'
    assert validate(read_delivery(survey, "1")).ok


def test_what_stands_is_never_touched(tmp_path: Path) -> None:
    path = write(tmp_path / "w2024.sav", rows())
    folder = tmp_path / "surveys" / "mine"
    folder.mkdir(parents=True)
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(DefinitionError, match="already holds"):
        init_from(folder, [path])
    assert [p.name for p in folder.iterdir()] == ["mine.txt"]


def test_a_project_around_it_is_used(tmp_path: Path) -> None:
    (tmp_path / "padai.yaml").write_text("surveys: surveys\n", encoding="utf-8")
    written = init_from(tmp_path / "surveys" / "mine", [write(tmp_path / "w2024.sav", rows())])
    assert (tmp_path / "padai.yaml").read_text(encoding="utf-8") == "surveys: surveys\n"
    assert all("mine" in path.parts for path in written)
    assert (tmp_path / "surveys/mine/data/.gitignore").is_file(), "answers stay out of git"


@pytest.mark.parametrize("names", [("a.txt",), ("none.sav",), ("w2024.sav", "x/w2024.sav")])
def test_bad_files_are_refused_in_one_line(
    tmp_path: Path, names: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "w2024.sav", rows())
    asked = [part for name in names for part in ("--from", str(tmp_path / name))]
    with pytest.raises(SystemExit) as stopped:
        main(["init", str(tmp_path / "new"), *asked])
    assert stopped.value.code == 2
    assert "Traceback" not in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


CONFIDENCE = (
    *("conarmy", "conbus", "conclerg", "coneduc", "confed", "confinan", "conjudge"),
    *("conlabor", "conlegis", "conmedic", "conpress", "consci", "contv"),
)


@pytest.mark.needs("gss")
def test_real_files_give_the_hand_written_estimates(tmp_path: Path, gss_dir: Path) -> None:
    years = ("2016", "2018", "2020")
    survey = started(tmp_path, *(gss_dir / f"gss-trust-{y}.sav" for y in years))
    hand = load_survey(Path(__file__).parents[1] / "surveys" / "gss-trust")
    assert survey.waves == years
    assert survey.overlap == hand.overlap
    waves, theirs = [], []
    for year in years:
        delivery = read_delivery(survey, year)
        assert validate(delivery, earlier=waves).ok
        waves.append(delivery.wave())
        theirs.append(read_wave(hand, year, data_dir=gss_dir))
    for item in CONFIDENCE:
        assert survey.question(item).base == hand.question(item).base
        columns = ["wave", "response", "estimate", "std_error", "conf_low", "conf_high", "n_base"]
        mine = padai.trend(stack(waves, overlap="psu"), item).frame[columns]
        known = padai.trend(stack(theirs, overlap="psu"), item).frame[columns]
        known = known[known["response"].astype(str).isin(["1", "2", "3"])].reset_index(drop=True)
        assert mine.astype({"wave": str, "response": str}).equals(
            known.astype({"wave": str, "response": str})
        )


def interviewed(year: int, seed: int) -> pd.DataFrame:
    """Rows with the day, the mode and the length of each interview."""
    rng = np.random.default_rng(seed)
    frame = rows(seed=seed)
    days = pd.to_datetime([f"{year}-03-{day:02d}" for day in rng.integers(1, 21, len(frame))])
    return frame.assign(
        dateent=days.astype("datetime64[us]"),
        duree=rng.uniform(6, 20, len(frame)),
        mode=rng.choice([1.0, 2.0], len(frame), p=[0.8, 0.2]),
    )


def test_checks_are_told_which_columns_they_use(tmp_path: Path) -> None:
    modes = {"mode": {1.0: "Web", 2.0: "Entrevue téléphonique"}}
    labels = {**LABELS, "duree": "Durée de l’entrevue", "mode": "Mode de collecte"}
    files = [
        write(tmp_path / f"v{year}.sav", interviewed(year, year), labels, **modes)
        for year in (2024, 2025)
    ]
    survey = started(tmp_path, *files)
    assert dict(survey.roles) == {
        "form": ("version",),
        "duration": ("duree",),
        "mode": ("mode",),
        "interview_date": ("dateent",),
    }
    for (question,) in survey.roles.values():
        assert survey.question(question).tags == ("administrative",), "no report shows it"
    assert survey.part("2025").mode == "mixed"
    assert survey.wave("2025").fieldwork.end.isoformat() == "2025-03-20"
    found = validate(read_delivery(survey, "2025"), earlier=[read_wave(survey, "2024")])
    assert found.ok
    assert not {"outside_fieldwork", "speeders", "mode_drift", "split_shares"} & {
        check.check for check in found.not_run
    }


def test_what_no_file_tells_says_so(tmp_path: Path) -> None:
    survey = started(tmp_path, write(tmp_path / "w2024.sav", rows().drop(columns="strate")))
    wave = (survey.path / "waves" / "2024.yaml").read_text(encoding="utf-8")
    assert "mode: à confirmer" in wave
    assert "sample_type: à confirmer" in wave
    assert "precision: year" in wave
    waiting = survey.to_complete()
    assert {
        "wave_defs.2024.fieldwork",
        "wave_defs.2024.parts.main.mode",
        "wave_defs.2024.parts.main.sample_type",
    } <= set(waiting)


def test_a_form_that_nobody_was_given_is_no_split_ballot(tmp_path: Path) -> None:
    versions = {"version": {1.0: "Version A", 2.0: "Version B", 3.0: "Version C"}}
    survey = started(tmp_path, write(tmp_path / "w2024.sav", rows(), **versions))
    assert "form" not in survey.roles


def test_a_column_keeps_every_character_of_its_name(tmp_path: Path) -> None:
    path = tmp_path / "w.csv"
    name = 'q  "1"\\\u200b'
    quoted = '"' + name.replace('"', '""') + '"'
    path.write_text(f"{quoted}\n" + "1\n2\n3\n" * 20, encoding="utf-8")
    survey = started(tmp_path, path)
    assert validate(read_delivery(survey, "1")).ok


def test_labels_of_the_other_language_or_codes_stand_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    english = {1.0: "Trust a lot", 2.0: "Trust the most", 3.0: "No trust in any"}
    labels = {"q1": "Trust in the government", "q2": "How much do you trust the police"}
    frame = rows()[["resp_id", "poids", "q1", "q2"]].replace([98.0, 99.0], 1.0)
    path = write(tmp_path / "w2024.sav", frame, labels, q1=english, q2={})
    survey = started(tmp_path, path)
    for question, told in (("q1", "Trust a lot"), ("q2", "3")):
        with pytest.raises(SystemExit, match="0"):
            main(["estimate", str(survey.path), question])
        said = capsys.readouterr()
        assert told in said.out
        assert "à compléter" not in said.out
        assert "padai build" in said.err, "what is to be written is a warning"


def test_what_is_to_be_written_is_listed_once_and_by_place(tmp_path: Path) -> None:
    english = {1.0: "Trust a lot", 2.0: "Trust the most", 3.0: "No trust in any"}
    frame = rows()[["resp_id", "q1", "q2"]].replace([98.0, 99.0], 1.0)
    survey = started(tmp_path, write(tmp_path / "w2024.sav", frame, q1=english, q2=english))
    names = survey.to_complete()
    assert len(names) == len(set(names))
    assert not any(name.endswith("codes.1.label") for name in names), "told in English"
    with pytest.raises(DefinitionError) as refused:
        refuse_unpublishable(survey, "2024")
    said = refused.value.texts["fr"].splitlines()
    assert any(line.strip().startswith("survey.yaml\u00a0: title, description") for line in said)
    assert "  questionnaire.yaml, questions.q1\u00a0: wording" in said
    assert any(line.strip().startswith("waves/2024.yaml\u00a0: parts") for line in said)
