# Figures are set beside each other relative to their own size, or to their standard error where
# that is larger. A figure that only one side has is infinitely far.
compare <- function(file) {
  expected <- read.csv(file, colClasses = "character", na.strings = "", check.names = FALSE, encoding = "UTF-8")
  numbers <- c("estimate", "std_error", "df", "conf_low", "conf_high")
  expected[numbers] <- lapply(expected[numbers], number)
  rows <- lapply(union(expected$key, names(found)), function(key) {
    padai <- unlist(expected[expected$key == key, numbers][1, ])
    r <- if (key %in% names(found)) found[[key]] else c(rep(NA, 5), tolerance = NA)
    scale <- abs(padai)
    at <- c("estimate", "conf_low", "conf_high")
    scale[at] <- pmax(scale[at], padai[["std_error"]], na.rm = TRUE)
    scale[is.na(scale) | scale == 0] <- 1
    far <- abs(r[numbers] - padai) / scale
    far[is.na(r[numbers]) & is.na(padai)] <- 0
    far[is.na(far)] <- Inf
    if (!key %in% names(found)) far[] <- NA
    if (!key %in% expected$key) far[] <- Inf
    data.frame(key = key, figure = numbers, padai = padai, r = as.numeric(r[numbers]), difference = far,
               tolerance = r[["tolerance"]], row.names = NULL)
  })
  table <- do.call(rbind, rows)
  lacking <- sum(!expected$key %in% names(found))
  twice <- anyDuplicated(expected$key) > 0
  list(table = table, largest = max(0, table$difference, na.rm = TRUE), compared = nrow(expected) - lacking,
       lacking = lacking,
       ok = nrow(expected) > lacking && lacking <= may_lack * nrow(expected) && !twice &&
         all(table$difference <= table$tolerance, na.rm = TRUE))
}

files <- commandArgs(trailingOnly = TRUE)
if (length(files) == 0) files <- "expected.csv"
verdicts <- lapply(files, compare)
for (i in seq_along(files))
  cat(sprintf("%s: %s, %d compared, %d not, largest difference %.1e\n", files[i],
              if (verdicts[[i]]$ok) "same" else "DIFFERENT", verdicts[[i]]$compared,
              verdicts[[i]]$lacking, verdicts[[i]]$largest))
first <- verdicts[[1]]
write.csv(first$table, "comparison.csv", row.names = FALSE, na = "")
write.dcf(list(verdict = if (first$ok) "same" else "different", compared = first$compared,
               lacking = first$lacking, largest = format(first$largest, digits = 3, scientific = TRUE),
               R = paste(R.version$major, R.version$minor, sep = "."),
               survey = as.character(packageVersion("survey"))), "verdict.dcf")
if (!interactive()) quit(status = if (all(sapply(verdicts, function(v) v$ok))) 0 else 1)
