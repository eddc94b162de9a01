# padai, witness

witness-holds-something-else-name-a-folder-that = « { $folder_name } » contient autre chose. Nommez un dossier absent ou vide.
witness-lonely-domain-has-no-equal-in-rs-totals = lonely_domain n’a pas d’équivalent dans les totaux de R sur le plan entier. Sans cette option, le témoin peut s’écrire : Design(lonely_domain=False).
witness-stata-has-no-lonely-psu-write-the = Stata n’a pas de lonely_psu='{ $lonely_psu }'. Écrivez le témoin pour R : witness('r').
witness-the-calls-for-know-no-standard-error-of = les appels pour { $program } ne connaissent pas l’erreur type { $what_fr }. Écrivez le témoin pour R : witness('r').
witness-witness-there-is-no-such-witness-choose = witness({ $kind }) : ce témoin n’existe pas; choisissez { $kinds }.{ $hint }
