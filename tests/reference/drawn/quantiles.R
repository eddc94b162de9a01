# Makes quantiles.json: drawn samples in which strata fix some shares, and what svyquantile says of them.
# Rscript quantiles.R
suppressMessages({library(survey); library(jsonlite)})
set.seed(20)
one <- function(h, y, w, probs) {
  d <- svydesign(ids = ~1, strata = ~h, weights = ~w, data = data.frame(h, y, w))
  found <- list()
  for (type in c("mean", "xlogit", "asin", "beta")) for (rule in if (type == "mean") c("math", "hf7") else "math") {
    rows <- lapply(probs, function(p) {
      got <- try(suppressWarnings(svyquantile(~y, d, p, ci = TRUE, interval.type = type, qrule = rule, df = degf(d))[["y"]]), silent = TRUE)
      if (inherits(got, "try-error")) rep(NA, 4) else unname(got[1, c("quantile", "ci.2.5", "ci.97.5", "se")])
    })
    found[[paste(type, rule, sep = ".")]] <- rows
  }
  share <- sapply(probs, function(p) {
    q <- svyquantile(~y, d, p, ci = FALSE, qrule = "math")[["y"]][1, 1]
    SE(svymean(~I(as.numeric(y <= q)), d))
  })
  list(h = h, y = y, w = w, probs = probs, values = found, share_se = unname(share))
}
cases <- list(one(rep(1:2, each = 3), 1:6, rep(c(10.5, 19.8), each = 3), c(.1, .25, .34, .5, .75, 1)))
for (i in 1:39) {
  strata <- sample(2:4, 1)
  sizes <- sample(2:6, strata, replace = TRUE)
  h <- rep(seq_len(strata), sizes)
  w <- rep(round(runif(strata, 1, 30), sample(0:3, 1)), sizes)
  if (i %% 3 == 0) w <- w * round(runif(length(h), .5, 1.5), 2)          # weights of their own
  y <- if (i %% 2) seq_along(h) else h * 10 + round(rnorm(length(h)), 1)  # strata follow one another
  if (i %% 5 == 0) y <- sample(1:4, length(h), replace = TRUE)            # ties, strata mixed
  cases[[i + 1]] <- one(h, y, w, c(.1, .25, .5, .75, .9, 1))
}
write(toJSON(list(meta = list(R = R.version.string, survey = as.character(packageVersion("survey"))), cases = cases),
             digits = NA, auto_unbox = TRUE, na = "string"), "quantiles.json")
