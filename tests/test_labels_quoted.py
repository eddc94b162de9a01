"""Where a code has another label in the other wave, both are quoted: a person sees a respelling."""

from __future__ import annotations

from padai.errors import Said
from padai.interchange.draft import DraftCode, DraftQuestion
from padai.interchange.linking import clash_of


def _question(*labels: str) -> DraftQuestion:
    codes = tuple(DraftCode(str(n), n, {"es": label}) for n, label in enumerate(labels, 1))
    return DraftQuestion("p1", "single", {"es": "Satisfacción"}, codes=codes)


def test_both_labels_are_quoted() -> None:
    why = clash_of(
        _question("Muy satisfecho", "Bastante satisfecho", "Nada"),
        _question("Muy satisfecho", "Bastante satisfecho(a)", "Nada"),
    )
    assert isinstance(why, Said)
    assert (
        why.en == "code 2 is “Bastante satisfecho” in one wave and “Bastante satisfecho(a)” in "
        "the other"
    )


def test_a_long_label_is_cut_to_a_line() -> None:
    long = "de acuerdo con lo que dice la frase anterior " * 4
    why = clash_of(_question(long, "No"), _question(f"No {long}", "No"))
    assert max(len(part) for part in why.en.split("“")[1:]) < 100
    assert "…” in one wave" in why.en
