"""What every exhibit works with: the store's numbers, one language, and the words allowed."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from padai.publishing.basis.lookup import Lookup
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.vocabulary import SYNTHETIC, UNREVIEWED, status_words
from padai.store import Store, outside


@dataclass(frozen=True, init=False, kw_only=True)
class Context(Readout):
    """A store seen in one language.

    Attributes
    ----------
    store
        The open release store.
    lang
        The tag of one of the survey's languages.
    drawn
        Whether figures are drawn; a document of tables alone has none.
    """

    store: Store
    drawn: bool
    _labels: dict[str, int] = field(repr=False)

    def __init__(self, store: Store, lang: str, *, drawn: bool = True) -> None:
        # whatever is written of a store is at its printed precision
        kept = outside(store)
        confidence = float(kept.facts.get("level", 0.95))
        survey, languages = kept.survey, tuple(kept.survey.languages)
        super().__init__(
            lang,
            languages,
            survey=survey,
            wave=kept.wave,
            confidence=confidence,
            lookup=Lookup(kept),
        )
        object.__setattr__(self, "store", kept)
        object.__setattr__(self, "drawn", drawn)
        object.__setattr__(self, "_labels", {})

    @property
    def marks(self) -> tuple[str, ...]:
        """What every page, picture and sheet must say: synthetic, status, sample type."""
        release = self.store.release
        when = self.numbers.date(dt.date.fromisoformat(str(release["publish_on"])))
        banners = dict.fromkeys(self.words(p).banner for p in self.parts)
        status = UNREVIEWED if self.unreviewed else str(release["status"])
        marks = [
            SYNTHETIC[self.lang] if self.survey.synthetic else "",
            status_words(status, self.lang, when),
            *banners,
        ]
        return tuple(m for m in marks if m)

    @property
    def unreviewed(self) -> bool:
        """Whether this is the draft of an unfinished definition, beside which nothing else lies."""
        return bool(self.store.release.get("unreviewed"))

    def new_label(self, prefix: str, stem: str) -> str:
        """Return a label for cross references that no other exhibit of the report has."""
        clean = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "x"
        key = f"{prefix}-{clean}"
        self._labels[key] = self._labels.get(key, 0) + 1
        count = self._labels[key]
        return key if count == 1 else f"{key}-{count}"
