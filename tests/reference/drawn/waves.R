# Makes waves.json: what R says of waves that share psus or people, each raked to totals of its own, and of what a
# single design has had no comparison for: models, tests and quantiles after calibration; panels. Rscript waves.R
suppressMessages({library(survey); library(jsonlite)})
RNGversion("4.5.0"); set.seed(17)
numbers <- function(x) unname(as.numeric(x))
# Three waves: the psus are common, one is missing in the second wave, where "r" is no answer and weights sum to a hundred times more.
people <- do.call(rbind, lapply(0:2, function(t) do.call(rbind, lapply(1:3, function(h) do.call(rbind, lapply(1:4, function(k) {
  if (t == 1 && h == 3 && k == 4) return(NULL)
  n <- sample(4:8, 1)
  data.frame(wave = 2020 + t, h = h, c = 10 * h + k, pid = sprintf("p%d%d%02d", h, k, seq_len(n)), u = sin(5 * h + 3 * k))
}))))))
n <- nrow(people)
people <- within(people, {
  w <- round(runif(n, 1, 8) * ifelse(wave == 2021, 100, 1), 2)
  w[sample(n, 8)] <- 0
  y <- round(u + rnorm(n) + .2 * (wave - 2020), 3); y[sample(n, 9)] <- NA
  x <- round(rnorm(n), 3)
  z <- rbinom(n, 1, plogis(u)); z[sample(n, 7)] <- NA
  k <- sample(c("p", "q", "r"), n, TRUE); k[wave == 2021 & k == "r"] <- "q"; k[sample(n, 6)] <- NA
  g <- sample(c("a", "b"), n, TRUE); s <- sample(c("F", "M"), n, TRUE); o <- sample(1:5, n, TRUE)
  u <- NULL
})
size <- c("2020" = 1000, "2021" = 777, "2022" = 1234)
raked <- function(ids, strata) {
  # `calibrate` divides by the weights: 1e-13 stands for zero, and weights begin near the totals.
  d <- within(people, {w[w == 0] <- 1e-13; w <- w * size[as.character(wave)] / ave(w, wave, FUN = sum); wf <- factor(wave)})
  d <- svydesign(ids = ids, strata = strata, weights = ~w, data = d, nest = TRUE)
  terms <- colnames(model.matrix(~0 + wf + wf:g + wf:s, d$variables))
  calibrate(d, ~0 + wf + wf:g + wf:s, setNames(c(size, .45 * size, .5 * size), terms), calfun = "raking", epsilon = 1e-11, maxit = 500)
}
# Degrees of freedom are those of the people who answer.
of_answers <- function(d, name, kept = TRUE) {
  m <- people$w > 0 & !is.na(people[[name]]) & kept
  length(unique(d$cluster[m, 1])) - length(unique(d$strata[m, 1]))
}
told <- function(d) {
  d <- update(d, wf = factor(wave), y0 = ifelse(is.na(y), 0, y), z0 = ifelse(is.na(z), 0, z))
  weighing <- subset(d, people$w > 0)
  z <- svyby(~z, ~wf, d, svymean, na.rm = TRUE, covmat = TRUE)
  groups <- svyby(~z, ~wf + g, d, svymean, na.rm = TRUE, covmat = TRUE)
  shares <- svyby(~factor(k, levels = c("p", "q", "r")), ~wf, d, svymean, na.rm = TRUE)
  totals <- svyby(~y, ~wf, d, svytotal, na.rm = TRUE, covmat = TRUE)
  two <- function(q) c(numbers(coef(q)), numbers(SE(q)))
  C <- rbind(c(-1, 1, 0), c(-1, 0, 1)); e <- C %*% coef(z); df <- of_answers(d, "z")
  W <- (df - 1) / (2 * df) * numbers(t(e) %*% solve(C %*% vcov(z) %*% t(C)) %*% e)
  table <- svychisq(~z0 + wf, subset(d, people$w > 0 & !is.na(people$z)), statistic = "F")
  wald <- svychisq(~z0 + wf, subset(d, people$w > 0 & !is.na(people$z)), statistic = "adjWald")
  t <- svyttest(y ~ g, weighing); ranks <- svyranktest(y ~ g, weighing)
  logit <- svyglm(z ~ wf * g + x, weighing, family = quasibinomial(), epsilon = 1e-14)
  line <- svyglm(y ~ wf + x + factor(o), weighing)
  quartiles <- lapply(2020:2022, function(year) {
    one <- people$wave == year
    svyquantile(~y0, subset(d, one & people$w > 0 & !is.na(people$y)), c(.25, .5), interval.type = "xlogit", df = of_answers(d, "y", one))$y0[, 1:3]
  })
  list(share = list(estimate = numbers(coef(z)), vcov = unname(vcov(z))), total = list(estimate = numbers(coef(totals)), vcov = unname(vcov(totals))),
       codes = c(numbers(coef(shares)), numbers(unlist(SE(shares)))),
       change = c(two(svycontrast(z, c(-1, 0, 1))), of_answers(d, "z", people$wave != 2021)),
       did = c(two(svycontrast(groups, c(1, 0, -1, -1, 0, 1))), of_answers(d, "z", people$wave != 2021)),
       slope = c(two(svycontrast(z, c(-.5, 0, .5))), df),
       logit_slope = c(two(svycontrast(z, quote((log(`2022` / (1 - `2022`)) - log(`2020` / (1 - `2020`))) / 2))), df),
       joint = c(W, 2, df - 1, pf(W, 2, df - 1, lower.tail = FALSE)),
       crosstab = numbers(c(table$statistic, table$parameter, table$p.value)), crosstab_wald = numbers(c(wald$statistic, wald$parameter, wald$p.value)),
       ttest = numbers(c(t$statistic, t$parameter, t$p.value, t$estimate)), ranktest = numbers(c(ranks$statistic, ranks$parameter, ranks$p.value)),
       logit = list(coef = numbers(coef(logit)), se = numbers(SE(logit)), df = logit$df.residual),
       line = list(coef = numbers(coef(line)), se = numbers(SE(line)), df = line$df.residual),
       term = numbers(c(regTermTest(line, ~factor(o))$Ftest, regTermTest(line, ~factor(o), method = "WorkingWald")$p)),
       quartiles = lapply(quartiles, function(one) unname(one)))
}
plain <- function(ids, strata) svydesign(ids = ids, strata = strata, weights = ~w, data = people, nest = TRUE)
shared <- list(psu = list(~c, ~h), none = list(~interaction(wave, c), ~interaction(wave, h)), respondent = list(~pid, ~h))
found <- list()
for (name in names(shared)) {
  found[[name]] <- list(weighted = told(do.call(plain, shared[[name]])), raked = told(do.call(raked, shared[[name]])))
}
# A panel: who answered in 2020, and the same people in 2022.
first <- subset(people, wave == 2020); last <- subset(people, wave == 2022)
panel <- svydesign(ids = ~c, strata = ~h, weights = ~w, data = first, nest = TRUE)
at <- match(first$pid, last$pid)
panel <- update(panel, after = last$y[at], back = as.numeric(!is.na(at) & last$w[at] > 0))
both <- subset(panel, back == 1 & w > 0 & !is.na(y) & !is.na(after))
change <- svymean(~I(after - y), both)
kept <- svyby(~back, ~g, subset(panel, w > 0), svymean)
follow <- list(paired = c(numbers(coef(change)), numbers(SE(change)), length(unique(both$cluster[, 1])) - length(unique(both$strata[, 1]))),
               attrition = c(numbers(coef(kept)), numbers(SE(kept))))
p <- list(c(.01, .04, .03, .04, NA, 1, 0), round(runif(9)^3, 2), .2)
methods <- c("holm", "hochberg", "hommel", "bonferroni", "BH", "BY", "none")
adjusted <- lapply(p, function(one) list(p = one, adjusted = lapply(setNames(methods, methods), function(m) p.adjust(one, m))))
write(toJSON(list(meta = list(R = R.version.string, survey = as.character(packageVersion("survey"))), frame = people, found = found, panel = follow,
  adjusted = adjusted), digits = NA, auto_unbox = TRUE, na = "string", dataframe = "columns"), "waves.json")
