"""Texts that would like to be more than texts, and files that would like to be more than files.

`LABELS` go into every label, wording and paragraph of a survey that is then published: each must
come out of every format as the text that it is. `REFUSED_LABELS` hold signs that no reader sees
and that change what is read; a definition that holds one is refused with its place.
"""

from __future__ import annotations

from typing import NamedTuple


class Payload(NamedTuple):
    """A hostile text: a token that is searched for, what it attacks, and the text."""

    token: str
    against: str
    text: str


_TEXTS: tuple[tuple[str, str], ...] = (
    # html
    ("html", "<script>alert(1)</script>"),
    ("html", "<img src=x onerror=alert(1)>"),
    ("html", "<svg/onload=alert(1)>"),
    ("html", "<b onmouseover=alert(1)>gras</b>"),
    ("html", '"><script>alert(1)</script>'),
    ("html", "' onfocus='alert(1)' autofocus='"),
    ("html", '<a href="javascript:alert(1)">lien</a>'),
    ("html", '<a href="java&#9;script:alert(1)">lien</a>'),
    ("html", "<iframe src=//exemple.invalid></iframe>"),
    ("html", '<meta http-equiv="refresh" content="0;url=//exemple.invalid">'),
    ("html", "<base href=//exemple.invalid>"),
    ("html", "<form action=//exemple.invalid><input name=a></form>"),
    ("html", "</title><script>alert(1)</script>"),
    ("html", "</style><script>alert(1)</script>"),
    ("html", "</script><script>alert(1)</script>"),
    ("html", "--><script>alert(1)</script><!--"),
    ("html", "<!--[if IE]><script>alert(1)</script><![endif]-->"),
    ("html", "<style>*{background:url(//exemple.invalid)}</style>"),
    ("html", "<math><mtext><script>alert(1)</script></mtext></math>"),
    ("html", "<object data=//exemple.invalid></object>"),
    ("html", "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#60;b&#62;"),
    ("html", "]]><script>alert(1)</script>"),
    ("html", "<details open ontoggle=alert(1)>"),
    ("html", '<p style="position:fixed;inset:0">'),
    # what the explorer or a template could take for its own
    ("script", "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e"),
    ("script", "${alert(1)} `${alert(1)}` {{alert(1)}} {% raw %}"),
    ("script", "__proto__ constructor toString"),
    ("script", "@PADAI-POLICY@ @PADAI-STYLE@"),
    ("script", "{0} {name} %s %(a)s $title$ $body$"),
    # Markdown, pandoc and Quarto
    ("markdown", "`<b onmouseover=alert(1)>`{=html}"),
    ("markdown", "``` {=html}"),
    ("markdown", "~~~~~~ {=html}"),
    ("markdown", "[lien](javascript:alert(1)){onclick=alert(1)}"),
    ("markdown", "![image](//exemple.invalid/a.png){onerror=alert(1)}"),
    ("markdown", "![image](/etc/passwd)"),
    ("markdown", "::: {.callout-note onclick=alert(1)}"),
    ("markdown", "{{< include /etc/passwd >}}"),
    ("markdown", "`{python} open('/etc/passwd').read()`"),
    ("markdown", "```{python}"),
    ("markdown", "---"),
    ("markdown", "# titre {#sec-who onclick=alert(1)}"),
    ("markdown", "[^1] @fig-trust [@cle] ^[note]"),
    ("markdown", "| a | b |"),
    ("markdown", "**gras** _italique_ ~~barré~~ `code`"),
    ("markdown", "[[padai-refused\tx\ty]] ```{=padai-place}"),
    ("markdown", "[" * 60 + "x" + "]" * 60),
    # LaTeX, mathtext, typst
    ("latex", "\\input{/etc/passwd}"),
    ("latex", "\\write18{touch /tmp/x} \\immediate"),
    ("latex", "$$\\frac{1}{0}$$ \\(x\\) \\[y\\]"),
    ("mathtext", "$\\frac{a}{b$ 5 $ et 6 $"),
    ("mathtext", "$x_{"),
    ("typst", '#read("/etc/passwd")'),
    ("typst", '#image("/etc/passwd") #import "@preview/x:0.1.0"'),
    ("typst", "#link(\"javascript:alert(1)\")[x] #sys.version"),
    ("typst", "= titre <etiquette> @cite $ x $ // reste /* reste"),
    ("typst", "] #panic() ["),
    # spreadsheets
    ("formula", "=1+1"),
    ("formula", "=cmd|' /C calc'!A0"),
    ("formula", '=HYPERLINK("http://exemple.invalid","x")'),
    ("formula", "=WEBSERVICE(\"http://exemple.invalid\")"),
    ("formula", "+1+1"),
    ("formula", "-1+1"),
    ("formula", "@SUM(1,1)"),
    ("formula", "http://exemple.invalid/"),
    ("formula", "mailto:a@exemple.invalid"),
    ("formula", "internal:'Notes'!A1"),
    ("formula", '"a","b"\t;c'),
    # what is merely odd
    ("unicode", "\u200f\u05e9\u05dc\u05d5\u05dd\u200e fin"),
    ("unicode", "e\u0301" * 40),
    ("unicode", "\u200b\u00ad\u2060invisible"),
    ("unicode", "\ufeffmarque"),
    ("unicode", "\U0001f9e8\U0001f468\u200d\U0001f469\u200d\U0001f467"),
    ("unicode", "\u2028ligne\u2029paragraphe"),
    ("long", "mot " * 300),
    ("long", "x" * 600),
    ("path", "../../../../etc/passwd"),
    ("path", "file:///etc/passwd"),
    ("path", "CON NUL C:\\Windows\\System32"),
    ("yaml", "&a [*a, *a]"),
    ("yaml", "!!python/object/apply:os.system [id]"),
)  # fmt: skip

LABELS: tuple[Payload, ...] = tuple(
    Payload(f"Zq{place:02}k", against, text) for place, (against, text) in enumerate(_TEXTS)
)

NO_LETTER = frozenset(
    p.token
    for p in LABELS
    if any(ord(sign) > 0xFFFF or "\u0590" <= sign < "\u0600" for sign in p.text)
)
"""Those with letters that the fonts of the PDF lack: a PDF is refused, the other formats are not."""

REFUSED_LABELS: tuple[tuple[str, str], ...] = (
    ("null", "a\\0b"),
    ("bell", "a\\ab"),
    ("escape", "a\\e[31mb"),
    ("backspace", "a\\bb"),
    ("vertical", "a\\vb"),
    ("delete", "a\\x7fb"),
    ("next line control", "a\\x9bb"),
    ("override", "a\\u202Eb"),
    ("embedding", "a\\u202Ab"),
    ("isolate", "a\\u2067b"),
    ("lone surrogate", "a\\uD800b"),
    ("no character", "a\\uFFFEb"),
    ("no character of a row", "a\\uFDD0b"),
    ("annotation", "a\\uFFF9b\\uFFFAc\\uFFFB"),
    ("hidden tags", "a\\U000E0041\\U000E0042b"),
)
"""What a definition may not hold, as YAML writes it between double quotes."""
