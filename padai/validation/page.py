"""The findings as one page: sentences, a picture of each drift, what passed, what was not run."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from padai.validation.findings import Bar, Finding, Findings

_ROW, _BAR, _LEFT, _WIDTH, _TOP = 38, 13, 230, 640, 26
_SCALE = _WIDTH - _LEFT - 70
_STYLE = """\
body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;
color:#1b1b1b}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}li{margin:.6rem 0}
.banner{border:2px solid #8a4b00;background:#fff6e5;padding:.5rem 1rem}
.check{color:#595959;font-size:.85rem}svg{display:block;max-width:100%;height:auto;margin:.5rem 0}
"""


def page_of(findings: Findings, lang: str = "fr") -> str:
    """Write the findings of one validation as a self-contained, accessible HTML page."""
    words = _WORDS[lang]
    errors = [f for f in findings.items if f.severity == "error" and not f.accepted]
    warnings = [f for f in findings.items if f.severity == "warning" and not f.accepted]
    accepted = [f for f in findings.items if f.accepted]
    place = f"{findings.survey}, {findings.wave}, {findings.part}"
    title = f"{words['title']}{words['colon']}{place}"
    verdict = words["ok"] if findings.ok else words["stopped"].format(count=len(errors))
    banner = f'<p class="banner">{escape(words["synthetic"])}</p>' if findings.synthetic else ""
    return f"""<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{escape(title)}</title>
<style>
{_STYLE}</style>
</head>
<body>
<main>
<h1>{escape(title)}</h1>
{banner}
<p><strong>{escape(verdict)}</strong> {escape(words[findings.stage])}</p>
{_section(words["errors"], errors, lang)}
{_section(words["warnings"], warnings, lang)}
{_section(words["accepted"], accepted, lang)}
{_not_run(findings, lang)}
{_passed(findings, lang)}
<p>{escape(words["counts"])}</p>
</main>
</body>
</html>
"""


def _section(title: str, items: list[Finding], lang: str) -> str:
    if not items:
        return ""
    rows = "\n".join(_item(item, lang) for item in items)
    return f"<h2>{escape(title)} ({len(items)})</h2>\n<ul>\n{rows}\n</ul>"


def _item(item: Finding, lang: str) -> str:
    words = _WORDS[lang]
    note = item.accepted.get(lang) or item.accepted.get("fr", "")
    because = f"<br>{escape(words['because'] + note)}" if note else ""
    sentence = item.messages[lang][:1].upper() + item.messages[lang][1:]
    return (
        f'<li>{escape(sentence)} <span class="check">({escape(item.check)})</span>'
        f"{because}{_picture(item, lang)}</li>"
    )


def _picture(item: Finding, lang: str) -> str:
    """Draw the shares of each answer, now and before, as pairs of bars."""
    if not item.picture:
        return ""
    words = _WORDS[lang]
    height = _TOP + _ROW * len(item.picture)
    told = "; ".join(
        f"{bar.labels[lang]} {_percent(bar.before, lang)} → {_percent(bar.now, lang)}"
        for bar in item.picture
    )
    pairs = "\n".join(_pair(bar, _TOP + _ROW * k, lang) for k, bar in enumerate(item.picture))
    legend = "".join(
        f'<rect x="{x}" y="4" width="12" height="12" fill="{colour}"/>'
        f'<text x="{x + 18}" y="15" font-size="13">{escape(text)}</text>'
        for x, colour, text in (
            (_LEFT, _BEFORE, words["before"]),
            (_LEFT + 170, _NOW, words["now"]),
        )
    )
    return (
        f'\n<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(told)}" '
        f'font-family="system-ui, sans-serif">\n{legend}\n{pairs}\n</svg>'
    )


_BEFORE, _NOW = "#9a9a9a", "#00557f"


def _pair(bar: Bar, top: int, lang: str) -> str:
    label = bar.labels[lang]
    short = label if len(label) <= 30 else label[:29] + "…"
    parts = [
        f'<text x="{_LEFT - 8}" y="{top + 18}" text-anchor="end" font-size="13">'
        f"{escape(short)}</text>"
    ]
    for k, (share, colour) in enumerate(((bar.before, _BEFORE), (bar.now, _NOW))):
        y, width = top + k * (_BAR + 1), max(share * _SCALE, 1)
        parts.append(
            f'<rect x="{_LEFT}" y="{y}" width="{width:.1f}" height="{_BAR}" fill="{colour}"/>'
            f'<text x="{_LEFT + width + 6:.1f}" y="{y + 11}" font-size="12">'
            f"{_percent(share, lang)}</text>"
        )
    return "".join(parts)


def _not_run(findings: Findings, lang: str) -> str:
    if not findings.not_run:
        return ""
    colon = _WORDS[lang]["colon"]
    rows = (f"{n.titles[lang]}{colon}{n.reasons[lang]}" for n in findings.not_run)
    return _list(_WORDS[lang]["not_run"], rows)


def _passed(findings: Findings, lang: str) -> str:
    from padai.validation.registry import CHECKS

    rows = (CHECKS[check].titles[lang] for check in findings.passed)
    return _list(_WORDS[lang]["passed"], rows)


def _list(title: str, rows: Iterable[str]) -> str:
    items = "\n".join(f"<li>{escape(row)}</li>" for row in rows)
    return f"<h2>{escape(title)}</h2>\n<ul>\n{items}\n</ul>"


def _percent(share: float, lang: str) -> str:
    number = f"{100 * share:.1f}"
    return number.replace(".", ",") + "\u00a0%" if lang == "fr" else number + "%"


_WORDS = {
    "fr": {
        "title": "Constats de validation",
        "colon": "\u00a0: ",
        "synthetic": "Données fictives",
        "ok": "Rien n’empêche la publication.",
        "stopped": "{count} constat(s) empêchent la publication.",
        "delivered": "Données telles que livrées.",
        "weighted": "Données pondérées.",
        "errors": "Erreurs",
        "warnings": "Avertissements",
        "accepted": "Constats acceptés",
        "because": "Accepté\u00a0: ",
        "before": "vague antérieure",
        "now": "cette vague",
        "not_run": "Vérifications non faites",
        "passed": "Vérifications réussies",
        "counts": "Cette page ne contient que des nombres de personnes et des proportions\u00a0: "
        "aucune réponse ni aucun identifiant. Document de travail, à ne pas publier.",
    },
    "en": {
        "title": "Validation findings",
        "colon": ": ",
        "synthetic": "Synthetic data",
        "ok": "Nothing stops publication.",
        "stopped": "{count} finding(s) stop publication.",
        "delivered": "Data as delivered.",
        "weighted": "Weighted data.",
        "errors": "Errors",
        "warnings": "Warnings",
        "accepted": "Accepted findings",
        "because": "Accepted: ",
        "before": "earlier wave",
        "now": "this wave",
        "not_run": "Checks that were not made",
        "passed": "Checks that passed",
        "counts": "This page holds numbers of people and proportions only: no answer and no "
        "identifier. A working document, not to be published.",
    },
}
