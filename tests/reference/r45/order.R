# R 4.5's Brewer takes the scales of its psus by where they first stand in the file, and their totals
# by label: where the labels are not in order, one unit's (1 - p) meets another's total. Run in this
# folder: Rscript order.R [LIBRARY]
place <- commandArgs(TRUE)
suppressPackageStartupMessages(if (length(place)) library(survey, lib.loc = place[1]) else library(survey))
library(jsonlite)
stopifnot(packageVersion("survey") == "4.5")
units <- data.frame(label = c("h", "c", "f", "a", "g", "b", "e", "d"), y = c(3, 1, 8, 5, 2, 9, 4, 7),
                    p = c(0.2, 0.5, 0.3, 0.8, 0.4, 0.6, 0.25, 0.7))
told <- function(data, id) {
  design <- svydesign(id = id, fpc = ~p, data = data, pps = "brewer")
  list(total = as.numeric(SE(svytotal(~y, design))), mean = as.numeric(SE(svymean(~y, design))))
}
text <- toJSON(list(
  meta = list(R = R.version.string, survey = as.character(packageVersion("survey"))), data = units,
  refs = list(unordered = told(units, ~label), ordered = told(units[order(units$label), ], ~label),
              rows = told(units, ~1))
), digits = I(17), auto_unbox = TRUE, pretty = 1)
writeLines(text, "order.json")
