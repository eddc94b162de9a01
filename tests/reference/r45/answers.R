# R's answers of survey 4.5, on the api data beside this folder. Run in this folder:
#   Rscript answers.R [LIBRARY]
# where LIBRARY holds survey 4.5 if the usual one does not. Each file names the versions in it.
library <- function(...) suppressPackageStartupMessages(base::library(...))
place <- commandArgs(TRUE)
if (length(place)) library(survey, lib.loc = place[1]) else library(survey)
library(jsonlite)
stopifnot(packageVersion("survey") == "4.5")

versions <- list(R = R.version.string, survey = as.character(packageVersion("survey")))
written <- function(name, refs) {
  text <- toJSON(list(meta = versions, refs = refs), digits = I(17), auto_unbox = TRUE, pretty = 1,
                 na = "string")
  writeLines(text, paste0(name, ".json"))
}
csv <- function(name) read.csv(file.path("..", paste0(name, ".csv")), na.strings = "")

strat <- csv("apistrat"); clus1 <- csv("apiclus1"); clus2 <- csv("apiclus2"); pairs <- csv("apipairs")
designs <- list(
  dstrat = svydesign(id = ~1, strata = ~stype, weights = ~pw, data = strat, fpc = ~fpc),
  dstrat0 = svydesign(id = ~1, strata = ~stype, weights = ~pw, data = strat),
  dclus1 = svydesign(id = ~dnum, weights = ~pw, data = clus1, fpc = ~fpc),
  dclus1_0 = svydesign(id = ~dnum, weights = ~pw, data = clus1),
  dclus2 = svydesign(id = ~dnum + snum, fpc = ~fpc1 + fpc2, data = clus2),
  dpairs = svydesign(id = ~dnum, strata = ~pstr, weights = ~pw, data = pairs)
)
types <- data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018))
wide <- data.frame(sch.wide = c("No", "Yes"), Freq = c(1072, 5122))

# Adjusted p-values: ties, nothing, one, two, a missing one.
families <- list(
  ten = c(0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216),
  ties = c(0.02, 0.02, 0.5, 0.01, 0.5, 1, 0), two = c(0.03, 0.04), one = 0.2,
  missing = c(0.01, NA, 0.04, 0.03, NA)
)
refs <- list()
for (name in names(families)) for (method in p.adjust.methods[p.adjust.methods != "fdr"])
  refs[[paste(method, name, sep = ".")]] <-
    list(p = families[[name]], adjusted = p.adjust(families[[name]], method))
written("multiplicity", lapply(refs, lapply, I))

# R ends a likelihood interval on a spline through some points of the profile; the same ends by a
# root of the same deviance, of the same fit.
profiled <- function(share, design, level, df) {
  found <- eval(bquote(svyglm(.(share[[2]]) ~ 1, design, family = quasibinomial, epsilon = 1e-14)))
  w <- weights(design) / mean(weights(design)); y <- as.numeric(found$y); p <- sum(w * y) / sum(w)
  deviance <- function(eta) -2 * sum(w * (y * plogis(eta, log.p = TRUE) +
                                            (1 - y) * plogis(-eta, log.p = TRUE)))
  dispersion <- sum(w * (y - p)^2 / (p * (1 - p))) / (length(y) - 1)
  stretched <- as.numeric(vcov(found) / found$naive.cov)
  allowed <- qt((1 - level) / 2, df)^2 * stretched * dispersion
  beyond <- function(eta) deviance(eta) - deviance(qlogis(p)) - allowed
  plogis(c(uniroot(beyond, c(-30, qlogis(p)), tol = 1e-13)$root,
           uniroot(beyond, c(qlogis(p), 30), tol = 1e-13)$root))
}

# Intervals of shares: common, rare, at other levels, with other degrees of freedom.
shares <- list(awards = ~I(awards == "Yes"), high = ~I(stype == "H"), rare = ~I(api00 > 880))
refs <- list()
for (design in c("dstrat0", "dclus1", "dclus1_0", "dclus2")) for (share in names(shares))
  for (method in c("wilson", "likelihood", "asin", "logit", "beta", "mean")) {
    own <- designs[[design]]
    for (given in list(c(0.95, degf(own)), c(0.8, degf(own)), c(0.95, Inf))) {
      if (method == "likelihood" && is.infinite(given[2])) next
      found <- tryCatch(svyciprop(shares[[share]], own, method = method, level = given[1],
                                  df = given[2]), error = function(e) NULL)
      if (is.null(found)) next
      if (design == "dstrat0" && share == "high") next  # the strata fix it: no error
      key <- paste(method, share, design, given[1], given[2], sep = "/")
      refs[[key]] <- list(estimate = as.numeric(coef(found)), se = as.numeric(sqrt(vcov(found))),
                          ci = as.numeric(confint(found)))
      if (method == "likelihood")
        refs[[key]]$profiled <- profiled(shares[[share]], own, given[1], given[2])
    }
  }
written("intervals", refs)

# Bell-McCaffrey errors and degrees of freedom: the models, on designs of one stage.
models <- list(
  line = list(api00 ~ ell + meals, gaussian()),
  factor = list(api00 ~ stype * sch.wide + meals, gaussian()),
  binomial = list(I(awards == "Yes") ~ ell + meals, quasibinomial()),
  poisson = list(api.stu ~ stype + meals, quasipoisson()),
  mean = list(api00 ~ 1, gaussian()),
  share = list(I(awards == "Yes") ~ 1, quasibinomial())
)
modelled <- function(design, model, ...) {
  found <- svyglm(model[[1]], design = design, family = model[[2]], std.errors = "Bell-McCaffrey",
                  degf = TRUE, epsilon = 1e-14, maxit = 100, ...)
  list(names = I(names(coef(found))), coef = I(as.numeric(coef(found))),
       se = I(as.numeric(SE(found))), vcov = unname(vcov(found)), df = I(unname(found$df.coef)),
       df_residual = found$df.residual, ci = unname(matrix(confint(found), ncol = 2)),
       n = length(found$y))
}
refs <- list()
for (design in c("dstrat", "dstrat0", "dclus1", "dclus1_0", "dpairs")) for (model in names(models))
  refs[[paste(model, design, sep = ".")]] <- modelled(designs[[design]], models[[model]])
refs[["domain.dclus1_0"]] <-
  modelled(subset(designs$dclus1_0, sch.wide == "Yes"), models$line)
raked1 <- calibrate(designs$dclus1_0, list(~stype, ~sch.wide), list(types, wide),
                    calfun = "raking", maxit = 500, epsilon = 1e-13)
refs[["line.raked"]] <- modelled(raked1, models$line)
# The same psus, with or without a second stage that plays no part: R's errors differ, since it takes
# the k-th pair of units for the k-th psu.
refs[["line.dclus2_psus"]] <-
  modelled(svydesign(id = ~dnum, weights = ~pw, data = clus2), models$line)
refs[["two_stages"]] <-
  modelled(svydesign(id = ~dnum + snum, weights = ~pw, data = clus2), models$line)
written("bell_mccaffrey", refs)

# Raked replicates: models, tests of terms, t tests, association, domains.
scales <- fromJSON("../replicates.json", simplifyVector = TRUE)$refs
data_of <- c(JKn = "apistrat", boot = "apistrat", JK1 = "apiclus1", sub_mse = "apiclus1",
             Fay = "apipairs", mrb = "apiclus2")
refs <- list()
for (kind in names(data_of)) {
  own <- csv(data_of[kind]); file <- csv(paste0("repweights_", kind))
  stopifnot(identical(own$snum, file$snum))
  about <- scales[[paste0("design.rep_", kind)]]$value
  plain <- svrepdesign(data = own, weights = file$weight, type = "other", combined.weights = TRUE,
                       repweights = as.matrix(file[grep("^rw[0-9]", names(file))]),
                       scale = about$scale$values, rscales = about$rscales$values,
                       mse = as.logical(about$mse$values))
  shrunk <- sum(file$weight) / 6194
  margins <- lapply(list(types, wide), function(m) transform(m, Freq = Freq * shrunk))
  raked <- calibrate(plain, list(~stype, ~sch.wide), margins, calfun = "raking", maxit = 500,
                     epsilon = 1e-13, compress = FALSE)
  for (state in c("plain", "raked")) {
    rep <- get(state)
    key <- function(what) paste(what, kind, state, sep = "/")
    refs[[key("design")]] <- list(degf = degf(rep), weights = as.numeric(weights(rep, "sampling")))
    for (model in c("line", "factor", "binomial", "poisson")) {
      given <- models[[model]]
      found <- svyglm(given[[1]], design = rep, family = given[[2]], epsilon = 1e-14, maxit = 100)
      refs[[key(model)]] <- list(names = names(coef(found)), coef = as.numeric(coef(found)),
        se = as.numeric(SE(found)), vcov = unname(vcov(found)), df_residual = found$df.residual)
      terms <- switch(model, line = ~ell + meals, factor = ~stype:sch.wide, binomial = ~meals,
                      poisson = ~stype)
      for (method in c("Wald", "LRT", "WorkingWald")) {
        test <- tryCatch(regTermTest(found, terms, method = method), error = function(e) NULL)
        if (is.null(test)) next
        refs[[key(paste0(model, "_", method))]] <- list(
          statistic = as.numeric(if (is.null(test$Ftest)) test$chisq else test$Ftest),
          p = as.numeric(test$p), df = as.numeric(test$df), ddf = as.numeric(test$ddf),
          lambda = I(as.numeric(test$lambda)))
      }
    }
    for (by in c("sch.wide", "awards")) {
      test <- svyttest(as.formula(paste("api00 ~", by)), rep)
      refs[[key(paste0("ttest_", by))]] <- list(
        statistic = as.numeric(test$statistic), df = as.numeric(test$parameter),
        p = as.numeric(test$p.value), estimate = as.numeric(test$estimate),
        ci = as.numeric(test$conf.int))
    }
    for (statistic in c("F", "Chisq", "Wald", "adjWald")) {
      test <- svychisq(~awards + stype, rep, statistic = statistic)
      refs[[key(paste0("association_", statistic))]] <- list(
        statistic = as.numeric(test$statistic), parameter = I(as.numeric(test$parameter)),
        p = as.numeric(test$p.value))
    }
    by <- svyby(~api00, ~stype, rep, svymean, covmat = TRUE)
    refs[[key("by")]] <- list(names = by$stype, estimate = as.numeric(coef(by)),
                              se = as.numeric(SE(by)), vcov = unname(vcov(by)))
  }
}
written("raked_replicates", refs)

# Domains after calibration, with their covariance (survey 4.4 stopped here).
refs <- list()
for (design in c("dstrat0", "dclus1")) {
  for (how in c("linear", "raking", "poststratified")) {
    own <- designs[[design]]
    made <- if (how == "poststratified") postStratify(own, ~stype, types) else
      calibrate(own, list(~stype, ~sch.wide), list(types, wide), calfun = how, maxit = 500,
                epsilon = 1e-13)
    for (by in c("awards", "stype")) {
      found <- svyby(~api00 + meals, as.formula(paste0("~", by)), made, svymean, covmat = TRUE)
      refs[[paste(by, how, design, sep = "/")]] <- list(
        names = names(coef(found)), estimate = as.numeric(coef(found)),
        se = as.numeric(unlist(SE(found))), vcov = unname(vcov(found)))
    }
  }
}
written("calibrated_domains", refs)

# The rescaled multistage bootstrap: R's factors, and the units that each replicate kept.
kept <- list()
weigh <- survey:::mrbweights
environment(weigh) <- list2env(list(sample = function(x, size) {
  found <- if (length(x) == 1) x else base::sample(x, size)
  kept[[length(kept) + 1]] <<- found
  found
}), parent = asNamespace("survey"))
set.seed(20260224)
own <- designs$dclus2
made <- weigh(own$cluster, own$strata, own$fpc, replicates = 5, multicore = FALSE)
written("mrbbootstrap", list(
  factors = made$repweights, scale = made$scale, rscales = made$rscales,
  cluster = lapply(own$cluster, as.character),
  kept = lapply(kept, function(x) I(as.character(x)))
))
