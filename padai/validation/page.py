"""The findings as one page to send back to whoever delivered the file.

It says which file was checked, what was found and where in the file, draws each drift, and lists
what passed and what was not checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING

from padai.validation.outcomes import told
from padai.validation.page_words import WORDS
from padai.validation.wording import counted, percent
from padai.words import say

if TYPE_CHECKING:
    from padai.validation.findings import Finding, Findings
    from padai.validation.kinds import DriftBar

ROWS_SHOWN = 200
_STYLE = """\
*{box-sizing:border-box}
body{font:16px/1.5 system-ui,sans-serif;max-width:54rem;margin:2rem auto;padding:0 1rem;
color:#1b1b1b;background:#fff;overflow-wrap:anywhere}
h1{font-size:1.5rem;margin-bottom:0}h2{font-size:1.2rem;margin-top:2.5rem}
h3{font-size:1rem;margin:0 0 .25rem}
table{border-collapse:collapse}th{text-align:left;font-weight:600;vertical-align:top}
th,td{padding:.15rem 1rem .15rem 0}
.banner{border:2px solid #8a4b00;background:#fff6e5;padding:.5rem 1rem}
.verdict{border-left:.4rem solid #00557f;background:#eef4f8;padding:.6rem 1rem}
.stopped{border-color:#a4161a;background:#fbeeee}
article{border:1px solid #d0d0d0;border-left:.3rem solid #8a4b00;padding:.75rem 1rem;margin:1rem 0}
article.error{border-left-color:#a4161a}article.accepted{border-left-color:#767676}
article p{margin:.25rem 0}
.check{color:#595959;font-size:.85rem}
figure{margin:.75rem 0 .25rem}figure table{width:100%;table-layout:fixed}
figure thead th{font-size:.85rem;padding-bottom:.3rem}
figure th,figure td{padding:0 .5rem 0 0;vertical-align:middle;width:22%}
figure th:first-child{width:34%}figure th:last-child{width:44%}
figure tbody th{font-weight:400;padding:.2rem .5rem .2rem 0}td:last-child{white-space:nowrap}
figure td:not(:last-child){font-size:.9rem}figure tbody tr:nth-child(even)>*{padding-bottom:.35rem}
.bar{display:inline-block;height:.75rem;min-width:1px;vertical-align:middle;background:#00557f}
.before .bar{background:#8a8a8a}
details{margin-top:.25rem}summary{cursor:pointer}
code{font-size:.85rem}
@media(max-width:36rem){body{margin:1rem auto}.facts th,.facts td{display:block;padding:0}
.facts td{margin-bottom:.4rem}}
@media print{article{break-inside:avoid}}
"""


def page_of(findings: Findings, lang: str = "fr") -> str:
    """Write the findings of one validation as a self-contained, accessible HTML page."""
    words = WORDS[lang]
    errors = [f for f in findings.items if f.severity == "error" and not f.accepted]
    warnings = [f for f in findings.items if f.severity == "warning" and not f.accepted]
    accepted = [f for f in findings.items if f.accepted]
    place = f"{findings.survey}, {findings.wave}, {findings.part}"
    title = f"{words['title']}{words['colon']}{place}"
    verdict = words["ok"] if findings.ok else _stopped(len(errors), lang)
    tally = words["tally"].format(
        errors=len(errors),
        warnings=len(warnings),
        accepted=len(accepted),
        passed=len(findings.passed),
        not_run=len(findings.not_run),
    )
    banner = f'<p class="banner">{escape(words["synthetic"])}</p>' if findings.synthetic else ""
    return f"""<!DOCTYPE html>
<html lang="{lang}">
{_head(title)}
<body>
<main>
<h1>{escape(title)}</h1>
{banner}
{_source(findings, lang)}
<p class="verdict{"" if findings.ok else " stopped"}"><strong>{escape(verdict)}</strong>
{escape(tally)}</p>
{_section(words["errors"], errors, findings.wave, lang)}
{_section(words["warnings"], warnings, findings.wave, lang)}
{_section(words["accepted"], accepted, findings.wave, lang)}
{_not_run(findings, lang)}
{_passed(findings, lang)}
<p class="check">{escape(words["counts"])}</p>
</main>
</body>
</html>
"""


def _stopped(count: int, lang: str) -> str:
    return say("validation-finding-s-stop-publication-0617", lang, count=count)


def _head(title: str) -> str:
    return f"""<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{escape(title)}</title>
<style>
{_STYLE}</style>
</head>"""


def _source(findings: Findings, lang: str) -> str:
    """Say which file was checked, at which stage, how many rows, and against what."""
    words, source = WORDS[lang], findings.source
    facts = [(words["stage"], escape(words[findings.stage]))]
    if source.file:
        facts.append((words["file"], escape(source.file)))
        facts.append(("SHA-256", f"<code>{escape(source.sha256)}</code>"))
        facts.append((words["rows_read"], counted(source.rows_read, lang)))
        facts += [
            (words["excluded"], _excluded(column, reason, count, lang))
            for column, reason, count in source.excluded
        ]
    facts.append((words["rows"], counted(source.rows, lang)))
    if source.earlier:
        facts.append((words["earlier"], escape(", ".join(source.earlier))))
    if findings.rates:
        facts.append((words["rates"], "<br>".join(escape(told(r, lang)) for r in findings.rates)))
    rows = "\n".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{content}</td></tr>' for name, content in facts
    )
    return f'<table class="facts">\n{rows}\n</table>'


def _excluded(column: str, reason: Mapping[str, str], count: int, lang: str) -> str:
    why = reason.get(lang) or reason.get("fr", "")
    return f"{counted(count, lang)} ({escape(column + WORDS[lang]['colon'] + why)})"


def _section(title: str, items: list[Finding], wave: str, lang: str) -> str:
    if not items:
        return ""
    rows = "\n".join(_item(item, wave, lang) for item in items)
    return f"<h2>{escape(title)} ({len(items)})</h2>\n{rows}"


def _item(item: Finding, wave: str, lang: str) -> str:
    from padai.validation.registry import CHECKS

    words = WORDS[lang]
    known = CHECKS.get(item.check)
    what = known.titles[lang] if known else item.check
    label = item.label.get(lang, "")
    named = f"{item.column}{words['colon']}{label}" if label and label != item.column else ""
    head = f"<h3>{escape(named or item.column or what)}</h3>"
    note = item.accepted.get(lang) or item.accepted.get("fr", "")
    because = f"<p><strong>{escape(words['because'] + note)}</strong></p>" if note else ""
    sentence = item.messages[lang][:1].upper() + item.messages[lang][1:]
    kind = "accepted" if item.accepted else item.severity
    return (
        f'<article class="{kind}">{head}\n<p>{escape(sentence)}</p>\n{because}'
        f"{_picture(item, wave, lang)}{_rows(item, lang)}"
        f'<p class="check">{escape(what)} ({escape(item.check)})</p></article>'
    )


def _rows(item: Finding, lang: str) -> str:
    """List where the rows stand in the file: numbers that tell nothing without it."""
    if not item.rows:
        return ""
    words = WORDS[lang]
    shown = ", ".join(map(str, item.rows[:ROWS_SHOWN]))
    rest = item.count - len(item.rows[:ROWS_SHOWN])
    more = words["more"].format(count=rest) if rest > 0 else ""
    title = words["places"].format(count=counted(item.count, lang))
    return f"<details><summary>{escape(title)}</summary><p>{shown}{escape(more)}</p></details>\n"


def _picture(item: Finding, wave: str, lang: str) -> str:
    """Draw the shares of each answer, before and now, as a table of bars."""
    if not item.picture:
        return ""
    words = WORDS[lang]
    heads = "".join(
        f'<th scope="col">{escape(words[name])}</th>' for name in ("answer", "wave", "share")
    )
    rows = "\n".join(_bars(bar, (item.against, wave), lang) for bar in item.picture)
    return (
        f"<figure><table><thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"
        "</figure>\n"
    )


def _bars(bar: DriftBar, waves: tuple[str, str], lang: str) -> str:
    before, now = (
        f'<td>{escape(wave)}</td><td class="{name}"><span class="bar" '
        f'style="width:{70 * share:.1f}%"></span> {_percent(share, lang)}</td>'
        for name, wave, share in zip(("before", "now"), waves, (bar.before, bar.now), strict=True)
    )
    label = escape(bar.labels.get(lang, bar.labels["en"]))
    return f'<tr><th scope="row" rowspan="2">{label}</th>{before}</tr>\n<tr>{now}</tr>'


def _not_run(findings: Findings, lang: str) -> str:
    if not findings.not_run:
        return ""
    colon = WORDS[lang]["colon"]
    rows = (f"{n.titles[lang]}{colon}{n.reasons[lang]}" for n in findings.not_run)
    return _list(WORDS[lang]["not_run"], rows)


def _passed(findings: Findings, lang: str) -> str:
    from padai.validation.registry import CHECKS

    rows = (CHECKS[check].titles[lang] for check in findings.passed)
    return _list(WORDS[lang]["passed"], rows)


def _list(title: str, rows: Iterable[str]) -> str:
    items = "\n".join(f"<li>{escape(row)}</li>" for row in rows)
    return f"<h2>{escape(title)}</h2>\n<ul>\n{items}\n</ul>"


def _percent(share: float, lang: str) -> str:
    return percent(share, lang)
