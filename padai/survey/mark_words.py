"""What labels say of the options of a multiple-response question: chosen, or not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from padai.survey.answer_words import normal
from padai.survey.marks import Marks

_UNMARKED = re.compile(
    r"(not|un) ?(mentioned|selected|chosen|checked|marked|quoted|ticked)|no (menciona(do|da)?|"
    r"marcad[oa]|seleccionad[oa]|cita|elegid[oa])|"
    r"non (mentionnee?|citee?|cochee?|choisie?|selectionnee?)|"
    r"pas (mentionnee?|citee?|cochee?|choisie?)|nicht (genannt|ausgewahlt|gewahlt|angekreuzt)|"
    r"nao (mencionad[oa]|citad[oa]|marcad[oa]|selecionad[oa]|escolhid[oa])|"
    r"non (citat[oa]|menzionat[oa]|selezionat[oa])|niet (genoemd|gekozen|aangekruist)|"
    r"nie (wybran[oe]|wskazan[oe]|zaznaczon[oe])|не (выбрано|отмечено)"
)
"""What says of an option that it was not chosen."""
_NO = re.compile(r"no|non|nein|nao|nee|nie|nej|nei|ei|нет|いいえ|아니오|لا")
_YES = re.compile(r"yes|oui|si|ja|sim|tak|kylla|да|はい|예|نعم")


def says_not_chosen(label: str) -> bool:
    """Whether a label says of an option that it was not chosen.

    Examples
    --------
    >>> says_not_chosen("Not selected"), says_not_chosen("Non coché"), says_not_chosen("No")
    (True, True, False)
    """
    return _UNMARKED.fullmatch(normal(label)) is not None


def marks_of_labels(labels: Mapping[Any, str], *, yes_and_no: bool = True) -> Marks | None:
    """Return what marks an option by the labels of two values; None where they do not say it.

    Parameters
    ----------
    labels
        Those of the answers; the other label may be the option's own name.
    yes_and_no
        Whether yes and no tell it too.

    Examples
    --------
    >>> marks_of_labels({1: "Not selected", 2: "Selected"})
    Marks(chosen=2, not_chosen=1)
    >>> marks_of_labels({1: "Yes", 2: "No"}), marks_of_labels({1: "Good", 2: "Bad"})
    (Marks(chosen=1, not_chosen=2), None)
    """
    unmarked = [v for v, text in labels.items() if says_not_chosen(text)]
    if not unmarked and yes_and_no and any(_YES.fullmatch(normal(t)) for t in labels.values()):
        unmarked = [v for v, text in labels.items() if _NO.fullmatch(normal(text))]
    if len(labels) != 2 or len(unmarked) != 1:
        return None
    chosen = next(v for v in labels if v != unmarked[0])
    return Marks(chosen=chosen, not_chosen=unmarked[0])
