# padai, witness

witness-bounds-are-on-the-final-weight-over-this = Bounds are on the final weight over this one.
witness-calls-written-by-padai-which-has-not-run = { $title }: calls written by padai, which has not run them.
witness-compared-with-padais-figures = Compared with padai's figures
witness-holds-something-else-name-a-folder-that-4990 = '{ $name }' holds something else. Name a folder that is absent or empty.
witness-lonely-domain-has-no-equal-in-rs-totals = lonely_domain has no equal in R's totals over the whole design. Without it the witness can be written: Design(lonely_domain=False).
witness-of-calibrated-weights = calibrated weights
witness-of-replicate-weights = replicate weights
witness-of-stages-or-lonely-units = several stages or lonely units
witness-of-waves-that-share = waves that share people or units
witness-one-figure-a-line = One figure a line
witness-padais-figures-worked-out-again-by-rs = { $title }: padai's figures worked out again by R's survey package. Run in this folder: Rscript witness.R. data.csv holds answers of single people: keep it where the survey's data are kept.
witness-shown = <Witness in { $language }: { $figures } figures, { $rows } rows>
witness-stata-has-no-lonely-psu-write-the = Stata has no lonely_psu='{ $lonely_psu }'. Write the witness for R: witness('r').
witness-the-calls-for-know-no-standard-error-of = the calls for { $program } know no standard error of { $what }. Write the witness for R: witness('r').
witness-the-waves-their-designs-and-their = The waves, their designs and their calibration
witness-witness-there-is-no-such-witness-choose = witness({ $kind }): there is no such witness; choose { $kinds }.{ $hint }
