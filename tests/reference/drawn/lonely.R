# Makes lonely.json: strata with a single psu in a wave, in all waves, or among the members of a domain, in waves that share
# psus and in independent ones, under each rule of R's. Rscript lonely.R
suppressMessages({library(survey); library(jsonlite)})
stopifnot(packageVersion("survey") == "4.5")
RNGversion("4.5.0"); set.seed(5)
rows <- NULL
for (year in 2020:2022) for (h in 1:6) for (p in seq_len(if (h == 6 || (h == 5 && year == 2021)) 1 else 3)) {
  n <- 4
  rows <- rbind(rows, data.frame(wave = year, h = h, c = h * 10 + p, x = round(rnorm(n, h + p / 3 + (year - 2020) * .3), 3),
                                 g = sample(c("a", "b"), n, TRUE), q = sample(0:1, n, TRUE), w = round(runif(n, 1, 3), 2)))
}
rows$g[rows$h == 3 | (rows$h == 4 & rows$c %% 10 > 1)] <- "a"
rows$N <- c(10, 10, 12, 12, 9, 7)[rows$h]
two <- function(found) c(as.numeric(coef(found)), as.numeric(SE(found)))
# A difference is of the subset that holds both waves, each a variable of it.
difference <- function(design, name, later, earlier, of = 1) {
  design <- update(design, one = as.numeric(wave == later), other = as.numeric(wave == earlier))
  design <- update(design, top = one * get(name), lower = other * get(name))
  sums <- svytotal(~top + lower + one + other, subset(design, wave %in% c(later, earlier)))
  two(svycontrast(svycontrast(sums, quote(top / one - lower / other)), of))
}
# The difference of two groups' differences, of the subset that holds all four.
twice <- function(design) {
  design <- subset(update(design, l = as.numeric(wave == 2021), b = as.numeric(g == "b")), wave %in% c(2020, 2021))
  design <- update(design, n1 = l * b, n2 = (1 - l) * b, n3 = l * (1 - b), n4 = (1 - l) * (1 - b))
  sums <- svytotal(~I(x * n1) + I(x * n2) + I(x * n3) + I(x * n4) + n1 + n2 + n3 + n4, design)
  names(sums) <- c("t1", "t2", "t3", "t4", "n1", "n2", "n3", "n4")
  two(svycontrast(sums, quote((t1 / n1 - t2 / n2) - (t3 / n3 - t4 / n4))))
}
told <- function(design) list(
  levels = lapply(2020:2022, function(year) two(svymean(~x + q, subset(design, wave == year)))),
  total = lapply(2020:2022, function(year) two(svytotal(~x, subset(design, wave == year)))),
  change = difference(design, "x", 2021, 2020), next_change = difference(design, "x", 2022, 2021),
  share = difference(design, "q", 2022, 2020),
  slope = difference(design, "x", 2022, 2020, .5),
  group = difference(subset(design, g == "b"), "x", 2021, 2020),
  twice = twice(design),
  model = two(svyglm(x ~ factor(wave) + g, design))
)
alone <- function(years) lapply(years, function(design) list(
  level = two(svymean(~x + q, design)), total = two(svytotal(~x, design)),
  group = two(svymean(~x, subset(design, g == "b")))))
found <- list()
for (rule in c("certainty", "remove", "adjust", "average")) for (domain in c(FALSE, TRUE)) for (size in c("none", "N")) {
  options(survey.lonely.psu = rule, survey.adjust.domain.lonely = domain)
  drawn <- function(data) suppressWarnings(svydesign(id = ~c, strata = ~h, weights = ~w, data = data, nest = TRUE,
                                                     fpc = if (size == "N") ~N else NULL))
  found[[paste(rule, domain, size)]] <- suppressWarnings(list(
    psu = told(drawn(rows)), none = alone(lapply(split(rows, rows$wave), drawn))))
}
meta <- list(R = R.version.string, survey = as.character(packageVersion("survey")))
writeLines(toJSON(list(meta = meta, rows = rows, found = found), digits = I(17), auto_unbox = TRUE, dataframe = "columns"), "lonely.json")
