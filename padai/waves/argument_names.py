"""What other programs and earlier versions call arguments, and what stands in their place."""

from __future__ import annotations

from padai.words import Said

#: Arguments of earlier versions, and what stands in their place.
OLD = {
    "alpha": "level=1 - alpha", "lesser": "lesser_level=1 - lesser", "conf_level": "level",
    "confidence": "level", "ci_level": "level", "group": "by", "groups": "by", "groupby": "by",
    "group_by": "by", "domain": "where", "subset": "where", "filter": "where", "subpop": "where",
    "response": "net", "q": "probs", "quantiles": "probs", "newdata": "at", "data": "wave",
    "design": "wave", "method_ci": "ci", "p_adjust": "adjust", "correction": "adjust",
    "test": "scores", "R": "n", "B": "n", "reps": "n", "replicates": "n", "n_boot": "n",
    "random_state": "seed", "X": "covariates", "x": "covariates", "covars": "covariates",
    "auxiliary": "covariates", "popsize": "population", "N": "population", "pop": "population",
    "reference_sample": "reference",
}  # fmt: skip
#: Arguments of other programs, of which nothing is needed here.
NEEDLESS = {
    **dict.fromkeys(("na_rm", "dropna", "skipna"), Said("waves-blanks-leave-by-themselves")),
    **dict.fromkeys(("deff", "se", "vartype", "cv"), Said("waves-always-in-the-frame")),
    "paired": Said("waves-the-same-people-twice"),
    **dict.fromkeys(
        ("weights", "weight", "strata", "stratum", "cluster", "psu", "fpc"),
        Said("waves-weights-stand-in-the-design"),
    ),
}
