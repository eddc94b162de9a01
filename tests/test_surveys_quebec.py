"""The Quebec tracker's definition: whole, bilingual, short enough, and what the issue asks."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from pathlib import Path

import pytest

from padai.survey import Question, Survey, estimated_minutes, load_survey
from padai.survey.following import load_following
from padai.survey.releases import RELEASES_FILE
from padai.survey.yaml_files import read_yaml

FOLDER = Path(__file__).parents[1] / "surveys" / "quebec"
INSTITUTIONS = (
    *("gov", "municipality", "health", "schools", "police", "courts"),
    *("federal", "companies", "universities", "nonprofits"),
)
USES = ("chatbot", "triage", "welfare", "fraud", "child", "traffic", "hiring", "translation")
WAVES = ("2021", "2022", "2023", "2024", "2025")
MENTIONS_AI = {"fr": re.compile(r"\bIA\b|intelligence artificielle"), "en": re.compile(r"\bAI\b")}


@pytest.fixture(scope="module")
def survey() -> Survey:
    return load_survey(FOLDER)


def _asked(survey: Survey) -> list[Question]:
    return [q for q in survey.questions.values() if "administrative" not in q.tags]


def _words(question: Question, lang: str) -> str:
    return " ".join(question.wording.get(lang, mode) for mode in ("online", "phone"))


def test_the_definition_is_complete_in_both_languages(survey: Survey) -> None:
    assert survey.waves == WAVES
    assert survey.languages == ("fr", "en")
    assert survey.en is not None
    assert survey.en.basis.fr == "démonstration"
    assert survey.synthetic
    assert survey.to_complete() == ()
    for wave_id in WAVES:
        assert [k for k, v in survey.disclosure_items(wave_id).items() if v is None] == []
        release = survey.wave(wave_id).release
        assert release is not None
        assert release.status == "demonstration"


def test_every_question_has_words_in_both_languages_and_modes(survey: Survey) -> None:
    for question in survey.questions.values():
        for lang in ("fr", "en"):
            for mode in ("online", "phone"):
                assert question.wording.get(lang, mode).strip(), (question.id, lang, mode)
        assert question.wording.en is not None, question.id
        for earlier in question.earlier_wordings:
            assert earlier.wording.en is not None, question.id


def test_it_has_between_70_and_90_items(survey: Survey) -> None:
    assert 70 <= len(_asked(survey)) <= 90


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("wave_id", WAVES)
def test_the_interview_is_short_enough_in_each_mode(
    survey: Survey, wave_id: str, lang: str
) -> None:
    assert survey.minutes == {"online": 15, "phone": 20}
    for mode, minutes in estimated_minutes(survey, wave_id, lang).items():
        assert 5 < minutes <= survey.minutes[mode]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_general_trust_comes_before_any_mention_of_ai(survey: Survey, lang: str) -> None:
    order = [q.id for q in _asked(survey)]
    assert order[:10] == [f"gen_{name}" for name in INSTITUTIONS]
    mentions = [q.id for q in _asked(survey) if MENTIONS_AI[lang].search(_words(q, lang))]
    assert order.index(mentions[0]) == 10


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_ai_is_defined_in_two_sentences_before_the_first_item_on_it(
    survey: Survey, lang: str
) -> None:
    first = next(q for q in _asked(survey) if MENTIONS_AI[lang].search(_words(q, lang)))
    assert first.instruction is not None
    definition = first.instruction.get(lang)
    assert MENTIONS_AI[lang].search(definition)
    assert len(re.findall(r"[.](?:\s|$)", definition)) == 2


def test_no_question_asks_to_agree_or_disagree(survey: Survey) -> None:
    forbidden = re.compile(r"d’accord|désaccord|\bagree|\bdisagree", re.IGNORECASE)
    for question in survey.questions.values():
        codes = question.scale.codes if question.scale else ()
        for lang in ("fr", "en"):
            texts = [_words(question, lang), *(c.label.get(lang) for c in codes)]
            assert not any(forbidden.search(text) for text in texts), question.id


def test_institutions_share_one_scale_of_four_points(survey: Survey) -> None:
    scale = survey.scales["confidence"]
    assert [c.label.fr for c in scale.codes] == [
        "Tout à fait confiance",
        "Plutôt confiance",
        "Plutôt pas confiance",
        "Pas du tout confiance",
    ]
    assert {m.label.fr: m.in_base for m in scale.missing} == {
        "Je ne sais pas": True,
        "Je préfère ne pas répondre": False,
        "Question non posée": False,
        "Sans réponse": False,
    }
    assert {m.kind for m in scale.missing} == {"dont_know", "refused", "not_asked", "skipped"}
    nets = {net.id: net for net in scale.nets}
    assert nets["trust"].label.fr == "Total confiance"
    assert nets["balance"].codes == nets["trust"].codes
    assert nets["balance"].minus == nets["distrust"].codes
    for name in INSTITUTIONS:
        for prefix in ("gen_", "trust_"):
            question = survey.question(prefix + name)
            assert question.scale == scale
            assert question.source is not None
            assert "CIRANO" in question.source.fr


def test_ratings_run_from_0_to_10_with_both_ends_labelled(survey: Survey) -> None:
    for name in ("trust_scale", "effect_society", "effect_me"):
        question = survey.question(name)
        assert question.type == "rating"
        assert list(question.scores.values()) == [float(p) for p in range(11)]
        assert question.scale is not None
        assert question.scale.ends is not None


def test_each_use_has_benefit_concern_and_role_with_fictitious_labels(survey: Survey) -> None:
    categories = set()
    for use in USES:
        rows = [survey.question(f"use_{use}_{what}") for what in ("benefit", "concern", "role")]
        for question in rows:
            assert question.scenario is not None
            title = survey.scenarios[question.scenario].title
            assert "fictif" in title.fr
            assert "ictitious" in title.get("en")
            assert question.inventory_category is not None
            assert question.inventory_category.startswith("FICTIF-")
        assert len({q.inventory_category for q in rows}) == 1
        categories.add(rows[0].inventory_category)
    assert len(categories) == len(USES)


def test_who_knows_of_each_category_is_asked_between_trust_and_the_uses(survey: Survey) -> None:
    inventory = load_following(survey).inventory
    assert inventory is not None
    known = survey.question("uses_known")
    assert inventory.awareness.question == known.id
    assert list(inventory.awareness.options) == [c.id for c in inventory.categories]
    assert [*inventory.awareness.options.values(), "none"] == list(known.codes)
    assert [w for w in WAVES if known.asked_in(w)] == ["2025"]
    order = [q.id for q in _asked(survey)]
    assert order.index("trust_reliable") + 1 == order.index(known.id)
    assert order.index(known.id) + 1 == order.index("use_chatbot_benefit")


def test_half_of_the_uses_are_split_between_two_forms(survey: Survey) -> None:
    forms: dict[str, list[str]] = {}
    for use in USES:
        base = survey.question(f"use_{use}_benefit").base
        forms.setdefault("all" if base is None else "".join(base.codes), []).append(use)
    assert {k: len(v) for k, v in forms.items()} == {"all": 4, "A": 2, "B": 2}
    assert survey.question("form").codes == ("A", "B")


def test_the_subjects_of_the_tracker_are_all_asked(survey: Survey) -> None:
    assert len([q for q in survey.questions if q.startswith("bias_")]) == 4
    assert len([q for q in survey.questions if q.startswith("control_")]) == 3
    named = ("opacity", "data_security", "told", "know_complain", "heard", "human_review")
    assert set(named) <= set(survey.questions)
    assert survey.question("word").type == "open"
    assert survey.question("part_format").type == "multiple"
    assert survey.question("part_barriers").type == "multiple"
    assert {"in_person", "online", "workshop", "drawn"} <= set(survey.question("part_format").codes)
    assert len(survey.roles["institution_trust"]) == 10
    assert len(survey.roles["use_benefit"]) == 8


def test_items_carry_the_principle_that_they_inform(survey: Survey) -> None:
    expected = {
        "trust_rights": "Respect des personnes et de la règle de droit",
        "trust_fair": "Inclusion et équité",
        "trust_reliable": "Fiabilité et robustesse",
        "bias_origin": "Inclusion et équité",
        "opacity": "Transparence",
        "told": "Transparence",
        "data_security": "Sécurité",
        "human_review": "Respect des personnes et de la règle de droit",
    }
    for question_id, name in expected.items():
        principle = survey.question(question_id).principle
        assert principle is not None, question_id
        assert principle.fr == name
    # Five principles have a verified name; no other name may appear.
    names = {q.principle.fr for q in survey.questions.values() if q.principle}
    assert names == set(expected.values())


def test_the_demographics_are_coded_as_the_targets_are(survey: Survey) -> None:
    regions = survey.question("region")
    assert regions.codes == tuple(f"{i:02d}" for i in range(1, 18))
    assert regions.values["05"] == 5
    assert survey.question("gender").codes == ("F", "M", "X")
    assert "99" in survey.question("gender").excluded
    sensitive = {q.id for q in survey.questions.values() if q.sensitive}
    assert sensitive == {"gender", "minority", "indigenous", "disability", "income"}


@pytest.mark.parametrize("wave_id", WAVES)
def test_parts_have_their_own_population_mode_and_weighting(survey: Survey, wave_id: str) -> None:
    main, phone = survey.part(wave_id, "main"), survey.part(wave_id, "phone")
    assert (main.mode, phone.mode) == ("online", "phone")
    assert main.sample_type == phone.sample_type == "probability"
    assert main.population != phone.population
    assert main.n is not None
    assert phone.n is not None
    assert abs(main.n - 2000) <= 50
    assert abs(phone.n - 200) <= 20
    assert phone.weighting is not None
    assert phone.weighting.method == "none"
    assert phone.weighting.reason is not None


@pytest.mark.parametrize("wave_id", WAVES)
def test_targets_add_up_and_say_how_good_they_are(survey: Survey, wave_id: str) -> None:
    margins = {m.id: m for m in survey.targets(wave_id).margins}
    totals = {round(m.total) for m in margins.values()}
    assert len(totals) == 1
    between = wave_id not in ("2021", "2025")
    for name in ("region", "age_group"):
        assert margins[name].status == ("interpolated" if between else "given")
        assert "MSSS" in margins[name].source
    for name in ("language", "education_level"):
        assert margins[name].status == "approximation"
        assert "données de démonstration seulement" in margins[name].source
    assert set(margins["gender"].cells) == {"F", "M"}
    assert "X" in margins["gender"].untargeted


def test_the_first_and_last_targets_are_those_published(survey: Survey) -> None:
    first, last = (survey.targets(w).margin("region").cells for w in ("2021", "2025"))
    assert first["06"] == 1_669_731
    assert (first["05"], first["16"]) == (415_119, 1_164_554)
    assert sum(first.values()) == 7_003_040
    assert (last["05"], last["16"]) == (438_193, 1_219_447)
    assert sum(last.values()) == 7_248_056
    middle = survey.targets("2023").margin("region").cells
    assert middle["06"] == round((1_669_731 + 1_697_316) / 2)


def test_only_the_wave_in_the_old_limits_is_weighted_to_estrie_and_monteregie_as_one(
    survey: Survey,
) -> None:
    for wave_id in WAVES:
        merged = {rule.cells for rule in survey.targets(wave_id).collapse}
        assert (("05", "16") in merged) == (wave_id == "2021")
        assert {("09", "10"), ("01", "11")} <= merged


def test_three_breaks_have_their_scopes(survey: Survey) -> None:
    breaks = {b.id: b for b in survey.breaks}
    assert set(breaks) == {"estrie-2021", "wording-2023", "supplier-2024"}
    assert breaks["estrie-2021"].date == dt.date(2021, 7, 8)
    assert breaks["estrie-2021"].scope.breakdowns == {"region": ("05", "16")}
    assert breaks["wording-2023"].scope.questions == ("trust_companies",)
    in_scope = set(breaks["supplier-2024"].scope.questions or ())
    assert in_scope == {
        *("trust_scale", "effect_society", "effect_me", "part_format", "part_barriers", "word")
    }
    assert not in_scope & {c.question for f in survey.families for c in f.comparisons}
    for brk in breaks.values():
        between = [
            (a, b)
            for a, b in pairwise(survey.waves)
            if survey.wave(a).fieldwork.end < brk.date < survey.wave(b).fieldwork.start
        ]
        assert len(between) == 1, brk.id


def test_the_words_that_changed_are_kept(survey: Survey) -> None:
    question = survey.question("trust_companies")
    before = question.wording_at("2022", survey.waves).get("fr", "online")
    since = question.wording_at("2023", survey.waves).get("fr", "online")
    assert before != since
    assert "services numériques" in since


def test_headline_and_key_results_have_margins_declared_before_the_first_wave(
    survey: Survey,
) -> None:
    first = survey.wave("2021").fieldwork.start
    assert [f.id for f in survey.families] == ["headline"]
    assert 5 <= len(survey.key_results) <= 10
    followed = [c.question for c in survey.families[0].comparisons]
    for question_id in (*followed, *(k.question for k in survey.key_results)):
        margin = survey.question(question_id).margin
        assert margin is not None, question_id
        assert margin.date < first
    assert all(k.declared < first for k in survey.key_results)


def test_every_opinion_question_says_what_is_followed_in_it(survey: Survey) -> None:
    for question in _asked(survey):
        if question.section != "demographics" and question.type != "open":
            assert question.headline_net, question.id


def test_each_chapter_has_a_title_and_two_to_five_exhibits(survey: Survey) -> None:
    ids = [s.id for s in survey.sections]
    assert {"trust", "groups", "uses", "risks", "recourse", "phone", "participation"} <= set(ids)
    for section in survey.sections:
        assert 2 <= len(section.blocks) <= 5, section.id


def test_what_is_planted_names_every_item(survey: Survey) -> None:
    planted = read_yaml(FOLDER / "truth.yaml").content["items"]
    opinions = {q.id for q in survey.questions.values() if q.section != "demographics"}
    assert opinions | {"form"} == set(planted)


def test_french_texts_are_set_as_french_is() -> None:
    written = [path for path in sorted(FOLDER.rglob("*.yaml")) if path.name != RELEASES_FILE]
    for path in written:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.lstrip().startswith("#"):
                continue
            assert "'" not in line, (path.name, number)
            assert not re.search(r"« | »| [;!?]", line), (path.name, number)


def test_the_covariate_of_the_regions_is_the_size_that_targets_give(survey: Survey) -> None:
    """What the regional model calls its source is what the file was made of."""
    import math

    (model,) = survey.small_areas
    assert model.covariates is not None
    lines = (survey.path / model.covariates.file).read_text(encoding="utf-8").split()
    given = dict(line.split(",") for line in lines[1:])
    cells = survey.targets("2025").margin("region").cells
    assert lines[0] == "region,log_adults"
    assert given == {region: f"{math.log(size / 1000):.4f}" for region, size in cells.items()}
    assert model.declared < survey.wave("2025").fieldwork.start
