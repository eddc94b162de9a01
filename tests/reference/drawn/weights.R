# Makes weights.json: what R says of samples with weights of zero, of rows without weight, and of bounds
# on g after the design weights are scaled to the population. Rscript weights.R
suppressMessages({library(survey); library(jsonlite)})
set.seed(7)
n <- 60
frame <- data.frame(h = rep(1:3, each = 20), c = rep(1:15, each = 4), w = round(runif(n, 1, 9), 2), y = round(rnorm(n, 5, 2), 3),
                    z = rbinom(n, 1, .4), g = sample(c("a", "b"), n, TRUE), k = sample(c("p", "q", "r"), n, TRUE))
frame$w[c(3, 9, 17, 33, 34, 35, 36, 50)] <- 0        # 33 to 36: a whole cluster
pop <- list(g = c(a = 300, b = 200), k = c(p = 150, q = 150, r = 200))
told <- function(d, df = degf(d)) {
  by <- svyby(~y, ~g, d, svymean)
  fit <- svyglm(z ~ y, d, family = quasibinomial())
  share <- svymean(~factor(k), d)
  q <- svyquantile(~y, d, .4, interval.type = "mean", df = df)[["y"]]
  list(mean = unname(c(coef(svymean(~y, d)), SE(svymean(~y, d)))), degf = df, by = unname(cbind(coef(by), SE(by))),
       total = unname(c(coef(svytotal(~y, d)), SE(svytotal(~y, d)))), share = unname(cbind(coef(share), SE(share))),
       glm = unname(cbind(coef(fit), SE(fit))), glm_df = df - 1, quantile = unname(q[1, ]),
       chisq = {t <- svychisq(~g + k, d); unname(c(t$statistic, t$parameter, t$p.value))})
}
designs <- list(
  strata = svydesign(ids = ~1, strata = ~h, weights = ~w, data = frame),
  clusters = svydesign(ids = ~c, strata = ~h, weights = ~w, data = frame),
  plain = svydesign(ids = ~1, weights = ~w, data = frame))
found <- lapply(designs, told)
margins <- c("(Intercept)" = 500, gb = 200, kq = 150, kr = 200)
# `calibrate` divides by the weights: a weight of 1e-13 stands for zero there, and the df are those of zero.
tiny <- within(frame, w[w == 0] <- 1e-13)
near <- list(strata = svydesign(ids = ~1, strata = ~h, weights = ~w, data = tiny),
  clusters = svydesign(ids = ~c, strata = ~h, weights = ~w, data = tiny), plain = svydesign(ids = ~1, weights = ~w, data = tiny))
raked <- lapply(names(designs), function(name) {
  d <- near[[name]]
  r <- calibrate(d, ~g + k, margins, calfun = "raking", epsilon = 1e-12, maxit = 200)
  c(told(r, degf(designs[[name]])), list(weights = unname(weights(r))))
})
names(raked) <- names(designs)
jk <- as.svrepdesign(designs$clusters, type = "JKn", compress = FALSE)
replicated <- list(mean = unname(c(coef(svymean(~y, jk)), SE(svymean(~y, jk)))))
# Bounds on g = w/d after d is scaled to the total of the targets.
scaled <- frame[frame$w > 0, ]
scaled$w <- scaled$w * 500 / sum(scaled$w)
ds <- svydesign(ids = ~1, strata = ~h, weights = ~w, data = scaled)
# R's steps do not always settle between tight bounds: those kept are where they do and some g lie on a bound.
bounded <- Filter(function(x) !is.null(x), lapply(seq(1.05, 2, by = .05), function(u) {
  b <- c(2 - u, u)
  r <- try(calibrate(ds, ~g + k, margins, calfun = "raking", bounds = b, epsilon = 1e-11, maxit = 500), silent = TRUE)
  if (inherits(r, "try-error")) return(NULL)
  g <- weights(r) / scaled$w
  if (all(g > b[1] + 1e-6 & g < b[2] - 1e-6)) return(NULL)
  list(bounds = b, weights = unname(weights(r)))
}))
write(toJSON(list(meta = list(R = R.version.string, survey = as.character(packageVersion("survey"))), frame = frame,
  found = found, raked = raked, replicated = replicated, bounded = bounded), digits = NA, auto_unbox = TRUE), "weights.json")
