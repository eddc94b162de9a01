# A side of a comparison: a design, and the wave where it holds several.
side <- function(name, design, tolerance, wave = NULL, lonely = "fail", before = design, degf = Inf)
  list(name = name, design = design, tolerance = tolerance, wave = wave, lonely = lonely, before = before,
       degf = degf)

number <- function(x) as.numeric(x)
score <- function(x, scores) unname(scores[x])
values <- function(side, what) {
  found <- as.numeric(eval(what, side$design$variables, globalenv()))
  found[is.na(found)] <- 0
  if (!is.null(side$wave)) found <- found * (side$design$variables$wave == side$wave)
  found
}
weights_of <- function(side) weights(side$design, "sampling")

# Degrees of freedom of those who answer: their units minus their strata, or the rank of their
# replicate weights minus one.
degrees <- function(side, on) {
  if (!inherits(side$design, "svyrep.design"))
    return(length(unique(side$design$cluster[on, 1])) - length(unique(side$design$strata[on, 1])))
  if (is.finite(side$degf) && sum(on) == sum(weights_of(side) > 0)) return(side$degf)
  min(side$degf, qr(as.matrix(weights(side$before, "analysis"))[on, , drop = FALSE], tol = 1e-5)$rank - 1)
}

# Where "average" fills in for single units, a domain counts the strata that it reaches, as subset()
# has it; a calibrated design keeps them all.
reaching <- function(design, lonely, on) {
  if (lonely != "average" || !is.null(design$postStrata)) return(design)
  strata <- design$strata[, 1]
  design[strata %in% strata[on], ]
}

interval <- function(method, p, se, df, n, n_kish) {
  if (is.na(df) || df <= 0) return(c(NA, NA))
  tail <- (1 - confidence) / 2
  t <- qt(1 - tail, df)
  if (method == "t") return(p + c(-1, 1) * t * se)
  if (p <= 0 || p >= 1) {                                         # Clopper and Pearson
    far <- tail^(1 / min(n, n_kish))
    return(if (p <= 0) c(0, 1 - far) else c(far, 1))
  }
  if (method == "logit") return(plogis(qlogis(p) + c(-1, 1) * t * se / (p * (1 - p))))
  if (method == "beta") {                                         # Korn and Graubard
    m <- min(n, p * (1 - p) / se^2 * (qt(1 - tail, n - 1) / t)^2)
    return(c(qbeta(tail, m * p, m * (1 - p) + 1), qbeta(1 - tail, m * p + 1, m * (1 - p))))
  }
  if (method == "asin") {                                         # ended where its scale ends
    half <- t * se / (2 * sqrt(p * (1 - p)))
    return(sin(c(max(asin(sqrt(p)) - half, 0), min(asin(sqrt(p)) + half, pi / 2)))^2)
  }
  if (method == "likelihood") {                                   # Rao and Scott's deviance, solved
    allowed <- (t * se)^2 / (2 * p * (1 - p)) * n / (n - 1)
    beyond <- function(q) p * (log(p) - plogis(q, log.p = TRUE)) +
      (1 - p) * (log1p(-p) - plogis(-q, log.p = TRUE)) - allowed
    ends <- lapply(c(-1, 1), function(way)
      uniroot(beyond, qlogis(p) + c(0, way), extendInt = if (way > 0) "upX" else "downX", tol = 1e-14))
    return(plogis(sapply(ends, `[[`, "root")))
  }
  stopifnot(method == "wilson")
  m <- p * (1 - p) / se^2 / t^2                                   # Wilson
  (p + 1 / (2 * m) + c(-1, 1) * sqrt(p * (1 - p) / m + 1 / (4 * m^2))) / (1 + 1 / m)
}

found <- list()
keep <- function(key, estimate, se, df, ends, tolerance)
  found[[key]] <<- c(estimate = estimate, std_error = se, df = df, conf_low = ends[1], conf_high = ends[2],
                     tolerance = tolerance)

with_columns <- function(.design, ...) {
  .design$variables <- data.frame(...)
  .design
}

# Estimate, standard error, degrees of freedom and interval of one figure of one wave.
level <- function(key, side, y, d, on = d != 0, method = "t") {
  options(survey.lonely.psu = side$lonely)
  y <- values(side, substitute(y))
  total <- missing(d)
  on <- if (missing(on) && !total) values(side, substitute(d)) != 0 else values(side, substitute(on)) != 0
  d <- if (total) rep(1, length(y)) else values(side, substitute(d))
  design <- with_columns(side$design, y = y, d = d)
  w <- weights_of(side)
  on <- on & w > 0
  if (inherits(design, "svyrep.design")) {
    theta <- if (total) function(w, data) sum(w * data$y) else function(w, data) sum(w * data$y) / sum(w * data$d)
    stat <- withReplicates(design, theta)
    p <- as.numeric(stat); se <- sqrt(as.numeric(attr(stat, "var")))
  } else {
    design <- reaching(design, side$lonely, on)
    stat <- if (total) svytotal(~ y, design) else svycontrast(svytotal(~ y + d, design), quote(y / d))
    p <- as.numeric(coef(stat)); se <- as.numeric(SE(stat))
  }
  df <- degrees(side, on)
  keep(key, p, se, df, interval(method, p, se, df, sum(on), sum(w[on])^2 / sum(w[on]^2)), side$tolerance)
}

# The totals y1, d1, y2, d2... of several sides, with their covariance: one design, or samples of other
# people, which have none between them.
totals_of <- function(sides, parts, on) {
  columns_of <- function(k, columns, on)
    reaching(with_columns(sides[[k]]$design, columns), sides[[k]]$lonely, on)
  if (length(unique(sapply(sides, `[[`, "name"))) == 1) {
    columns <- do.call(cbind, lapply(seq_along(parts), function(k)
      setNames(data.frame(parts[[k]]$y, parts[[k]]$d), paste0(c("y", "d"), k))))
    return(svytotal(reformulate(names(columns)), columns_of(1, columns, Reduce(`|`, on))))
  }
  each <- lapply(seq_along(sides), function(k)
    svytotal(~ y + d, columns_of(k, data.frame(y = parts[[k]]$y, d = parts[[k]]$d), on[[k]])))
  sums <- setNames(unlist(lapply(each, coef)), paste0(c("y", "d"), rep(seq_along(sides), each = 2)))
  covariance <- matrix(0, length(sums), length(sums))
  for (k in seq_along(each)) covariance[2 * k - 1:0, 2 * k - 1:0] <- vcov(each[[k]])
  attr(sums, "var") <- covariance
  class(sums) <- "svystat"
  sums
}

# A figure of one wave less that of an earlier one.
change <- function(key, later, earlier, y, d, y_before = y, d_before = d) {
  options(survey.lonely.psu = later$lonely)
  one <- list(y = values(later, substitute(y)), d = values(later, substitute(d)))
  y0 <- if (missing(y_before)) substitute(y) else substitute(y_before)
  d0 <- if (missing(d_before)) substitute(d) else substitute(d_before)
  two <- list(y = values(earlier, y0), d = values(earlier, d0))
  together <- later$name == earlier$name
  on <- list(one$d != 0 & weights_of(later) > 0, two$d != 0 & weights_of(earlier) > 0)
  if (inherits(later$design, "svyrep.design")) {
    ratio <- function(w, data) sum(w * data$y) / sum(w * data$d)
    if (together) {
      stat <- withReplicates(with_columns(later$design, y = one$y, d = one$d, y0 = two$y, d0 = two$d),
                             function(w, data) ratio(w, data) - sum(w * data$y0) / sum(w * data$d0))
      p <- as.numeric(stat); se <- sqrt(as.numeric(attr(stat, "var")))
    } else {
      stats <- lapply(list(list(later, one), list(earlier, two)), function(s)
        withReplicates(with_columns(s[[1]]$design, y = s[[2]]$y, d = s[[2]]$d), ratio))
      p <- as.numeric(stats[[1]]) - as.numeric(stats[[2]])
      se <- sqrt(sum(sapply(stats, function(s) as.numeric(attr(s, "var")))))
    }
  } else {
    sums <- totals_of(list(later, earlier), list(one, two), on)
    stat <- svycontrast(sums, quote(y1 / d1 - y2 / d2))
    p <- as.numeric(coef(stat)); se <- as.numeric(SE(stat))
  }
  if (together) df <- degrees(later, on[[1]] | on[[2]]) else {
    each <- c(degrees(later, on[[1]]), degrees(earlier, on[[2]]))
    df <- if (all(each > 0)) sum(each) else 0   # of a side without any, the variance is not known
  }
  keep(key, p, se, df, interval("t", p, se, df), max(later$tolerance, earlier$tolerance))
}

# The yearly slope of the figures of dated waves, by least squares.
slope <- function(key, sides, dates, y, d) {
  options(survey.lonely.psu = sides[[1]]$lonely)
  of_each <- function(what) if (is.call(what) && identical(what[[1]], quote(alist))) as.list(what)[-1] else
    rep(list(what), length(sides))
  y <- of_each(substitute(y)); d <- of_each(substitute(d))
  parts <- lapply(seq_along(sides), function(k)
    list(y = values(sides[[k]], y[[k]]), d = values(sides[[k]], d[[k]])))
  years <- as.numeric(as.Date(dates)) / 365.25
  factor <- (years - mean(years)) / sum((years - mean(years))^2)
  on <- lapply(seq_along(sides), function(k) parts[[k]]$d != 0 & weights_of(sides[[k]]) > 0)
  together <- length(unique(sapply(sides, `[[`, "name"))) == 1
  if (inherits(sides[[1]]$design, "svyrep.design")) {
    columns <- function(side, parts) with_columns(side$design, data.frame(
      y = I(do.call(cbind, lapply(parts, `[[`, "y"))), d = I(do.call(cbind, lapply(parts, `[[`, "d")))))
    combined <- function(factor) function(w, data) sum(factor * colSums(w * data$y) / colSums(w * data$d))
    if (together) stats <- list(withReplicates(columns(sides[[1]], parts), combined(factor))) else
      stats <- lapply(seq_along(sides), function(k)
        withReplicates(columns(sides[[k]], parts[k]), combined(factor[k])))
    p <- sum(sapply(stats, as.numeric)); se <- sqrt(sum(sapply(stats, function(s) as.numeric(attr(s, "var")))))
  } else {
    terms <- sprintf("(%.17g) * y%d / d%d", factor, seq_along(sides), seq_along(sides))
    stat <- svycontrast(totals_of(sides, parts, on), str2lang(paste(terms, collapse = " + ")))
    p <- as.numeric(coef(stat)); se <- as.numeric(SE(stat))
  }
  if (together) df <- degrees(sides[[1]], Reduce(`|`, on)) else {
    each <- mapply(degrees, sides, on)
    df <- if (all(each > 0)) sum(each) else 0
  }
  keep(key, p, se, df, interval("t", p, se, df), max(sapply(sides, `[[`, "tolerance")))
}

# The population totals of a formula's columns, from the targets of each margin.
totals <- function(total, ...) c("(Intercept)" = total, unlist(unname(list(...))))
cells <- function(margin, targets) setNames(targets[-1], paste0(margin, names(targets)[-1]))
shares <- function(margin, targets)
  setNames(targets[-1], paste0(margin, "_", seq_along(targets)[-1]))
# Who takes no part in a margin counts as its target shares: it then holds among the others.
with_shares <- function(data, margin, targets) {
  for (k in seq_along(targets)[-1])
    data[[paste0(margin, "_", k)]] <-
      ifelse(is.na(data[[margin]]), targets[[k]] / sum(targets), as.numeric(data[[margin]] == names(targets)[k]))
  data
}
# Rows of weight zero stay in the design; R's residuals of a calibration would divide by their weight.
with_zeros <- function(design) {
  for (k in seq_along(design$postStrata)) {
    none <- design$postStrata[[k]]$w == 0
    design$postStrata[[k]]$w[none] <- 1
  }
  design
}
# Margins of one wave of several that are one design: columns that are 0 in the other waves.
only_in <- function(data, wave, columns, prefix) {
  for (name in columns) data[[paste0(prefix, name)]] <- ifelse(data$wave == wave, data[[name]], 0)
  data
}
