# Predictive margins of R 4.5's svypredmeans, which adds the variance of the average of the fitted
# values to that of the coefficients as if the two were independent, and the variance of both taken
# together: the linearised values of the margin. Run in this folder: Rscript predmeans.R [LIBRARY]
place <- commandArgs(TRUE)
suppressPackageStartupMessages(if (length(place)) library(survey, lib.loc = place[1]) else library(survey))
library(jsonlite)
stopifnot(packageVersion("survey") == "4.5")
options(digits = 17)
data(api)
apistrat$high <- as.numeric(apistrat$api00 > 650)
apiclus1$high <- as.numeric(apiclus1$api00 > 650)
designs <- list(
  dstrat = svydesign(id = ~1, strata = ~stype, weights = ~pw, data = apistrat, fpc = ~fpc),
  dclus1 = svydesign(id = ~dnum, weights = ~pw, data = apiclus1, fpc = ~fpc)
)
together <- function(model, design, code) {
  data <- design$variables
  data$stype[] <- code
  w <- weights(design, "sampling")
  X <- model.matrix(model)
  mu <- predict(model, newdata = data, type = "response", se.fit = FALSE)
  eta <- predict(model, newdata = data, type = "link", se.fit = FALSE)
  mm <- model.matrix(delete.response(terms(model)), data)
  slope <- colSums(w * model$family$mu.eta(eta) * mm) / sum(w)
  fit <- fitted(model)
  bread <- solve(crossprod(X, w * model$family$mu.eta(model$linear.predictors)^2 / model$family$variance(fit) * X))
  residual <- (model$y - fit) * model$family$mu.eta(model$linear.predictors) / model$family$variance(fit)
  linear <- (mu - sum(w * mu) / sum(w)) / sum(w) + (residual * X) %*% bread %*% slope
  as.numeric(SE(svytotal(as.numeric(linear), design)))
}
margins <- function(found, model, design) {
  codes <- names(coef(found))
  list(codes = codes, estimate = as.numeric(coef(found)), se = as.numeric(SE(found)),
       se_together = unname(vapply(codes, function(code) together(model, design, code), 0)))
}
refs <- list()
for (name in names(designs)) {
  design <- designs[[name]]
  refs[[paste0(name, ".line")]] <- margins(
    svypredmeans(svyglm(api00 ~ ell + meals, design), ~stype), svyglm(api00 ~ ell + meals + stype, design), design)
  refs[[paste0(name, ".logit")]] <- margins(
    svypredmeans(svyglm(high ~ ell, design, family = quasibinomial(), epsilon = 1e-14, maxit = 100), ~stype),
    svyglm(high ~ ell + stype, design, family = quasibinomial(), epsilon = 1e-14, maxit = 100), design)
}
text <- toJSON(list(meta = list(R = R.version.string, survey = as.character(packageVersion("survey"))), refs = refs),
               digits = I(17), auto_unbox = TRUE, pretty = 1)
writeLines(text, "predmeans.json")
