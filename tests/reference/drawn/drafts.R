# Makes drafts.json: two waves of each of eight designs as files that `padai init` drafts (replicate weights as
# the factors of each psu, six rows a psu), and what R says of them: the share of trust, by sex too, a mean, and the change of the share. Rscript drafts.R
`%||%` <- function(a, b) if (is.null(a)) b else a
suppressMessages({library(survey); library(jsonlite)})
set.seed(26)
wave <- function(place) {
  n <- 96
  frame <- data.frame(respid = 1000 * place + sample(500, n), stratum = rep(1:8, each = 12), psu = rep(1:16, each = 6), sex = sample(1:2, n, TRUE))
  frame$trust <- pmin(4, pmax(1, round(rnorm(n, 2.2 + .2 * place + .1 * (frame$psu %% 3), 1))))
  frame$score <- round(50 + 5 * frame$trust + rnorm(n, 0, 8))
  frame$wt <- round(exp(rnorm(n, 0, .4)), 4)
  frame$wt <- frame$wt / mean(frame$wt)
  frame$popn <- c(140, 95, 210, 60, 180, 75, 120, 99)[frame$stratum]
  frame
}
waves <- lapply(1:2, wave)
clustered <- function(f) svydesign(ids = ~psu, strata = ~stratum, weights = ~wt, data = f, nest = TRUE)
replicated <- function(f, ...) as.svrepdesign(clustered(f), ...)
loose <- function(f, ...) as.svrepdesign(svydesign(ids = ~psu, weights = ~wt, data = f), ...)
made <- list(
  weights = function(f) svydesign(ids = ~1, weights = ~wt, data = f),
  strata_psu = clustered,
  fpc = function(f) svydesign(ids = ~1, strata = ~stratum, fpc = ~popn, weights = ~I(popn / 12), data = f),
  jk1 = function(f) loose(f, type = "JK1"),
  jkn = function(f) replicated(f, type = "JKn"),
  brr = function(f) replicated(f, type = "BRR"),
  fay = function(f) replicated(f, type = "Fay", fay.rho = .3),
  bootstrap = function(f) replicated(f, type = "subbootstrap", replicates = 16))
pair <- function(x) unname(cbind(coef(x), SE(x)))
told <- function(d) {
  d <- update(d, yes = as.numeric(trust <= 2))
  list(share = pair(svymean(~yes, d))[1, ], by = pair(svyby(~yes, ~sex, d, svymean)), mean = pair(svymean(~score, d))[1, ])
}
columns <- list(weights = "wt", strata_psu = c("wt", "stratum", "psu"), fpc = c("wt", "stratum", "popn"))
found <- lapply(names(made), function(name) {
  designs <- lapply(waves, made[[name]])
  files <- Map(function(f, d) {
    if (!inherits(d, "svyrep.design")) f$wt <- unname(weights(d))
    f[c("respid", "sex", "trust", "score", columns[[name]] %||% "wt")]
  }, waves, designs)
  factors <- lapply(designs, function(d) if (inherits(d, "svyrep.design")) unname(as.matrix(d$repweights))[seq(1, 96, 6), ])
  answers <- lapply(designs, told)
  share <- sapply(answers, function(a) a$share)
  list(files = files, factors = factors, answers = answers, change = c(share[1, 2] - share[1, 1], sqrt(sum(share[2, ]^2))),
       scale = if (inherits(designs[[1]], "svyrep.design")) designs[[1]]$scale, rscales = if (name == "jkn") designs[[1]]$rscales)
})
names(found) <- names(made)
writeLines(toJSON(found, digits = NA, auto_unbox = TRUE, dataframe = "columns", null = "null"), "drafts.json")
