# padai, witness

witness-bounds-are-on-the-final-weight-over-this = Les bornes portent sur le poids final rapporté à celui-ci.
witness-calls-written-by-padai-which-has-not-run = { $title } : appels écrits par padai, qui ne les a pas exécutés.
witness-compared-with-padais-figures = Comparés aux chiffres de padai
witness-holds-something-else-name-a-folder-that-4990 = « { $name } » contient autre chose. Nommez un dossier absent ou vide.
witness-lonely-domain-has-no-equal-in-rs-totals = lonely_domain n’a pas d’équivalent dans les totaux de R sur le plan entier. Sans cette option, le témoin peut s’écrire : Design(lonely_domain=False).
witness-of-calibrated-weights = de poids calés
witness-of-replicate-weights = de poids de réplication
witness-of-stages-or-lonely-units = de plusieurs degrés ou d’unités seules
witness-of-waves-that-share = de vagues qui partagent personnes ou unités
witness-one-figure-a-line = Un chiffre par ligne
witness-padais-figures-worked-out-again-by-rs = { $title } : les chiffres de padai recalculés par le paquet survey de R. Lancer dans ce dossier : Rscript witness.R. data.csv contient des réponses individuelles : à garder où sont gardées les données de l’enquête.
witness-shown = <Witness en { $language } : { $figures } chiffres, { $rows } lignes>
witness-stata-has-no-lonely-psu-write-the = Stata n’a pas de lonely_psu='{ $lonely_psu }'. Écrivez le témoin pour R : witness('r').
witness-the-calls-for-know-no-standard-error-of = les appels pour { $program } ne connaissent pas l’erreur type { $what }. Écrivez le témoin pour R : witness('r').
witness-the-waves-their-designs-and-their = Les vagues, leur plan et leur calage
witness-witness-there-is-no-such-witness-choose = witness({ $kind }) : ce témoin n’existe pas; choisissez { $kinds }.{ $hint }
