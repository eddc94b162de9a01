# The moments of R's rescaled multistage bootstrap over many replicates, of the sample of
# tests/spec/test_multistage_bootstrap.py. Run in this folder: Rscript moments.R [LIBRARY]
place <- commandArgs(TRUE)
suppressPackageStartupMessages(if (length(place)) library(survey, lib.loc = place[1]) else library(survey))
library(jsonlite)
stopifnot(packageVersion("survey") == "4.5")
sizes <- c(3, 2, 2, 4, 2)
psu <- rep(0:4, sizes)
units <- data.frame(psu, h = ifelse(psu < 3, "a", "b"), id = seq_along(psu),
                    psus = ifelse(psu < 3, 7, 5), people = sizes[psu + 1] * 3 - 1)
own <- svydesign(id = ~psu + id, strata = ~h, fpc = ~psus + people, data = units)
set.seed(20260224)
made <- survey:::mrbweights(own$cluster, own$strata, own$fpc, replicates = 20000, multicore = FALSE)$repweights
text <- toJSON(list(
  meta = list(R = R.version.string, survey = as.character(packageVersion("survey"))),
  refs = list(replicates = ncol(made), mean = rowMeans(made), about_one = tcrossprod(made - 1) / ncol(made))
), digits = I(17), auto_unbox = TRUE, pretty = 1)
writeLines(text, "moments.json")
