# R's answers of survey 4.5 for units drawn with unequal probabilities, and for two phases. Run in
# this folder:  Rscript unequal.R [LIBRARY]   (LIBRARY holds survey 4.5 if the usual one does not.)
library <- function(...) suppressPackageStartupMessages(base::library(...))
place <- commandArgs(TRUE)
if (length(place)) library(survey, lib.loc = place[1]) else library(survey)
library(jsonlite)
stopifnot(packageVersion("survey") == "4.5")

versions <- list(R = R.version.string, survey = as.character(packageVersion("survey")))
written <- function(name, refs, ...) {
  text <- toJSON(list(meta = versions, ..., refs = refs), digits = I(17), auto_unbox = TRUE,
                 pretty = 1, na = "string", dataframe = "columns")
  writeLines(text, paste0(name, ".json"))
}
csv <- function(name) read.csv(file.path("..", paste0(name, ".csv")), na.strings = "")
told <- function(found) list(estimate = I(as.numeric(coef(found))), vcov = unname(as.matrix(vcov(found))))

# --- unequal probabilities: R's sample of counties, its joint probabilities -----------------------
data(election)
county <- data.frame(id = as.numeric(rownames(election_pps)), election_pps[c("Bush", "Kerry", "votes", "p")])
county$half <- rep(1:2, 20)          # a number: R makes no counts of a factor here
county$pair <- rep(1:20, each = 2)
county$q <- ave(county$p, county$pair)        # one probability a pair: units of two rows
county$r <- ifelse(county$Bush > 200000, 1, 0.5)   # and of each row within its pair
county$side <- ifelse(county$Bush > county$Kerry, "Bush", "Kerry")
mean_square <- sum(election$p^2) / 40
halves <- c(0.11, 0.13)
exact <- function(joint) ppsmat(joint, tolerance = 0)
drawn <- list(
  brewer = svydesign(id = ~1, fpc = ~p, data = county, pps = "brewer"),
  overton = svydesign(id = ~1, fpc = ~p, data = county, pps = "overton"),
  overton_yg = svydesign(id = ~1, fpc = ~p, data = county, pps = "overton", variance = "YG"),
  hartley_rao = svydesign(id = ~1, fpc = ~p, data = county, pps = HR(mean_square)),
  hartley_rao_yg = svydesign(id = ~1, fpc = ~p, data = county, pps = HR(mean_square), variance = "YG"),
  hartley_rao_estimated = svydesign(id = ~1, fpc = ~p, data = county, pps = HR()),
  joint = svydesign(id = ~1, fpc = ~p, data = county, pps = exact(election_jointprob)),
  joint_yg = svydesign(id = ~1, fpc = ~p, data = county, pps = exact(election_jointprob), variance = "YG"),
  joint_rounded = svydesign(id = ~1, fpc = ~p, data = county, pps = ppsmat(election_jointprob)),
  poisson = svydesign(id = ~1, fpc = ~p, data = county, pps = poisson_sampling(county$p)),
  brewer_strata = svydesign(id = ~1, strata = ~half, fpc = ~p, data = county, pps = "brewer"),
  overton_strata = svydesign(id = ~1, strata = ~half, fpc = ~p, data = county, pps = "overton"),
  hartley_rao_strata = svydesign(id = ~1, strata = ~half, fpc = ~p, data = county,
                                 pps = HR(list(halves), list(1:2))),
  brewer_pairs = svydesign(id = ~pair, fpc = ~q, data = county, pps = "brewer"),
  overton_pairs = svydesign(id = ~pair, fpc = ~q, data = county, pps = "overton"),
  brewer_stages = svydesign(id = ~pair + id, fpc = ~q + r, data = county, pps = "brewer")
)
refs <- list()
for (name in names(drawn)) {
  own <- drawn[[name]]
  key <- function(what) paste(what, name, sep = ".")
  refs[[key("total")]] <- told(svytotal(~Bush + Kerry, own))
  refs[[key("mean")]] <- told(svymean(~Bush + Kerry, own))
  refs[[key("share")]] <- told(svymean(~I(side == "Bush"), own))
  found <- svyratio(~Bush, ~votes, own)
  refs[[key("ratio")]] <- list(estimate = as.numeric(coef(found)), se = as.numeric(SE(found)))
  # a domain as a variable: survey 4.5 exports no `[` of these designs
  for (who in c("Bush", "Kerry")) {
    marked <- update(own, inside = as.numeric(county$side == who), part = votes * inside)
    found <- svyratio(~part, ~inside, marked)
    refs[[key(paste0("mean_", who))]] <- list(estimate = as.numeric(coef(found)), se = as.numeric(SE(found)))
  }
  fit <- svyglm(Bush ~ votes, design = own)
  refs[[key("line")]] <- list(estimate = as.numeric(coef(fit)), se = as.numeric(SE(fit)))
  refs[[key("degf")]] <- degf(own)
}
# Calibrated: linear, to the total of votes and the number of units.
for (name in c("brewer", "overton", "joint_yg")) {
  made <- calibrate(drawn[[name]], ~votes, c(`(Intercept)` = 4600, votes = sum(election$votes)))
  refs[[paste("calibrated", name, sep = ".")]] <- told(svymean(~Bush, made))
}
written("unequal", refs, data = county, joint = election_jointprob,
        mean_square = mean_square, halves = halves, votes = sum(election$votes))

# --- two phases -----------------------------------------------------------------------------------
# In the order of units: with the method "simple" survey 4.5 pairs the sorted totals of units with
# probabilities in the order of the rows.
strat <- csv("apistrat"); strat <- strat[order(strat$snum), ]
clus1 <- csv("apiclus1"); clus1 <- clus1[order(clus1$dnum), ]
strat$followed <- strat$snum %% 3 != 0
strat$p1 <- 1 / strat$pw
strat$whole <- 6194
clus1$followed <- clus1$snum %% 5 != 0
clus1$kept <- clus1$dnum %% 3 != 0
clus1$row <- seq_len(nrow(clus1))
phases <- function(...) suppressWarnings(twophase(...))
designs <- list(
  alone.full = phases(list(~snum, ~snum), strata = list(NULL, ~stype), data = strat, subset = ~followed),
  alone.simple = phases(list(~snum, ~snum), strata = list(NULL, ~stype), data = strat, subset = ~followed,
                        method = "simple"),
  alone.plain_full = phases(list(~snum, ~snum), data = strat, subset = ~followed),
  alone.plain_simple = phases(list(~snum, ~snum), data = strat, subset = ~followed, method = "approx"),
  sizes.full = phases(list(~snum, ~snum), strata = list(NULL, ~stype), fpc = list(~whole, NULL),
                      data = strat, subset = ~followed),
  sizes.simple = phases(list(~snum, ~snum), strata = list(NULL, ~stype), fpc = list(~whole, NULL),
                        data = strat, subset = ~followed, method = "simple"),
  weights.full = phases(list(~snum, ~snum), strata = list(NULL, ~sch.wide), probs = list(~p1, NULL),
                        data = strat, subset = ~followed),
  weights.simple = phases(list(~snum, ~snum), strata = list(~stype, ~sch.wide),
                          weights = list(~pw, NULL), data = strat, subset = ~followed,
                          method = "simple"),
  strata.simple = phases(list(~snum, ~snum), strata = list(~stype, ~sch.wide), fpc = list(~fpc, NULL),
                         data = strat, subset = ~followed, method = "simple"),
  clusters.full = phases(list(~dnum, ~snum), strata = list(NULL, ~stype), fpc = list(~fpc, NULL),
                         data = clus1, subset = ~followed),
  clusters.simple = phases(list(~dnum, ~snum), strata = list(NULL, ~stype), fpc = list(~fpc, NULL),
                           data = clus1, subset = ~followed, method = "simple"),
  whole.full = phases(list(~dnum, ~dnum), fpc = list(~fpc, NULL), data = clus1, subset = ~kept),
  whole.simple = phases(list(~dnum, ~dnum), fpc = list(~fpc, NULL), data = clus1, subset = ~kept,
                        method = "simple")
)
# With strata in the first phase and the method "full", survey 4.5 reads the sizes of strata from rows
# that it has not reduced to the second phase's units. The same function with that line mended:
mended <- function(id, strata, subset, probs, withreplacement, phase1_is_iid) {
  n <- sum(subset)
  rval <- matrix(0, n, n)
  if (phase1_is_iid) return(as(diag(n), "sparseMatrix"))
  for (stage in seq_len(NCOL(id))) {
    uid <- rep(FALSE, NROW(id))
    uid[subset] <- !duplicated(id[subset, stage])
    idx <- match(id[subset, stage], id[subset, stage][uid[subset]])
    sampsize <- ave(as.numeric(id[, stage]), strata[, stage], FUN = function(i) length(unique(i)))
    this_stage <- survey:::Dcheck_subset(strata[uid, stage], probs[uid, stage], sampsize[uid],
                                         withreplacement)[idx, idx]
    rval <- survey:::twophaseDcheck(rval, this_stage)
  }
  rval
}
strata_full <- function() phases(list(~snum, ~snum), strata = list(~stype, ~sch.wide),
                                 fpc = list(~fpc, NULL), data = strat, subset = ~followed)
designs$strata.as_published <- strata_full()
assignInNamespace("Dcheck_multi_subset", mended, ns = "survey")
designs$strata.full <- strata_full()

refs <- list()
for (name in names(designs)) {
  own <- designs[[name]]
  rows <- own$phase1$sample$variables
  key <- function(what) paste(what, name, sep = "/")
  refs[[key("total")]] <- told(svytotal(~api00 + meals, own))
  refs[[key("mean")]] <- told(svymean(~api00 + meals, own))
  found <- svyratio(~api00, ~api99, own)
  refs[[key("ratio")]] <- list(estimate = as.numeric(coef(found)), se = as.numeric(sqrt(vcov(found))))
  here <- rows$awards == "Yes"
  # a domain as a variable: R takes rows out of the method "simple", and counts them otherwise
  marked <- update(own, inside = as.numeric(awards == "Yes"), part = api00 * (awards == "Yes"))
  refs[[key("total_yes")]] <- told(svytotal(~part, marked))
  found <- svyratio(~part, ~inside, marked)
  refs[[key("mean_yes")]] <- list(estimate = as.numeric(coef(found)), se = as.numeric(sqrt(vcov(found))))
  refs[[key("degf")]] <- degf(own)
  refs[[key("n")]] <- nrow(rows)
}
written("twophase", refs)
