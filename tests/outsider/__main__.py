"""Print what an outsider finds in a release: ``python -m tests.outsider RELEASE --questionnaire S``."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.outsider.attacking import Attack, attacked
from tests.outsider.claims import Claim
from tests.outsider.judge import Judge, Verdict
from tests.outsider.questionnaire import read_questionnaire


def main(arguments: Sequence[str]) -> int:
    """Attack a release, let the judge look, and say what was found; 1 where something was."""
    given = _given(arguments)
    asked = read_questionnaire(given.questionnaire)
    gone = tuple(tuple(address.split("/")) for address in given.withdrawn)
    how = Attack(
        pages=not given.no_pages,
        most_extras=given.extras,
        every_wave=given.every_wave,
        withdrawn=gone,
    )  # type: ignore[arg-type]
    claims = attacked(given.release, asked, how, others=given.other)
    sys.stdout.write(f"{len(claims)} claims: {_counted(claims)}\n")
    if given.blind:
        for claim in claims[: given.show]:
            sys.stdout.write(f"  {claim}\n")
        return 1 if claims else 0
    verdict = Judge(asked, given.data).judged(claims)
    _tell(verdict, given.show)
    return 1 if verdict.breaches else 0


def _given(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.outsider", description=__doc__)
    parser.add_argument("release", type=Path, help="releases/<survey>/<wave>/v<version>")
    parser.add_argument("--questionnaire", type=Path, required=True, help="surveys/<survey>")
    parser.add_argument("--other", type=Path, action="append", default=[], help="another version")
    parser.add_argument("--data", type=Path, help="the data files, for the judge")
    parser.add_argument(
        "--extras", type=int, default=12, help="further variables tried with each pair"
    )
    parser.add_argument("--every-wave", action="store_true", help="attack earlier waves too")
    parser.add_argument("--no-pages", action="store_true", help="leave pages and documents unread")
    parser.add_argument(
        "--withdrawn",
        action="append",
        default=[],
        help="a withdrawn cell: part/question/response/breakdown/group",
    )
    parser.add_argument("--blind", action="store_true", help="without the judge")
    parser.add_argument("--show", type=int, default=20, help="how many of each kind are printed")
    return parser.parse_args(arguments)


def _counted(claims: Sequence[Claim]) -> str:
    return ", ".join(
        f"{n} {kind}" for kind, n in Counter(claim.kind for claim in claims).most_common()
    )


def _tell(verdict: Verdict, most: int) -> None:
    for title, found in (
        ("breaches", verdict.breaches),
        ("true and harmless", verdict.harmless),
        ("false", verdict.false),
    ):
        sys.stdout.write(f"{title}: {len(found)}: {_counted([claim for claim, _ in found])}\n")
        shown: Counter[str] = Counter()
        for claim, true in found if title != "true and harmless" else []:
            shown[claim.kind] += 1
            if shown[claim.kind] <= most:
                sys.stdout.write(f"  {claim} True: {true:g}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
