# padai, witness

witness-holds-something-else-name-a-folder-that = '{ $folder_name }' holds something else. Name a folder that is absent or empty.
witness-lonely-domain-has-no-equal-in-rs-totals = lonely_domain has no equal in R's totals over the whole design. Without it the witness can be written: Design(lonely_domain=False).
witness-stata-has-no-lonely-psu-write-the = Stata has no lonely_psu='{ $lonely_psu }'. Write the witness for R: witness('r').
witness-the-calls-for-know-no-standard-error-of = the calls for { $program } know no standard error of { $what_en }. Write the witness for R: witness('r').
witness-witness-there-is-no-such-witness-choose = witness({ $kind }): there is no such witness; choose { $kinds }.{ $hint }
