# padai, dialogue

dialogue-a-draw-is-a-definitions = draw_panel : le tirage est celui d’une définition : padai.draw_panel(enquete.panel.draw, volontaires); { $found } a été donné.
dialogue-cells-under-headings-correct-the-line-or = { $count_line } cellules sous { $count_header } en-têtes. Corriger la ligne, ou le `delimiter:` d’inventory.yaml.
dialogue-coder-s-that-are-not-declared-there-are = personne(s) non déclarée(s) pour coder : { $lacking }; il y a : { $known }
dialogue-contribution-s-coded-are-not-in-the-data = { $count_strangers } contribution(s) codée(s) ne sont pas dans les données
dialogue-contribution-s-were-coded-by-nobody-code = { $none } contribution(s) n’ont été codées par personne. Codez-les toutes.
dialogue-contribution-s-were-coded-twice-and = { $open_cases } contribution(s) codées deux fois n’ont pas été réglées par « { $settled } »; { $odd } ont été réglées sans avoir été codées deux fois.
dialogue-correct-the-codings = Corrigez le codage.
dialogue-correct-the-records = Corrigez les registres.
dialogue-did-you-mean = Peut-être « { $close } » ?
dialogue-entry-cites-the-which-no-release-has = l’inscription « { $entry_id } » cite { $source_kind ->
       [finding] le constat
       [recommendation] la recommandation
      *[theme] le thème
    } « { $name } », qu’aucune publication ne contient. { $hint }
dialogue-entry-replied-on-to-the-which-was = l’inscription « { $entry_id } » répond le { $date } { $source_kind ->
       [finding] au constat « { $source_id } », qui a été publié
       [recommendation] à la recommandation « { $source_id } », qui a été publiée
      *[theme] au thème « { $source_id } », qui a été publié
    } le { $published }. Corriger `date:`, ou citer la publication antérieure à laquelle elle répond.
dialogue-first-member-s-are-not-those-whom-the = { $count_extra } premier(s) membre(s) ne sont pas ceux que la loterie a désignés
dialogue-it-has-other-columns-than = elle n’a pas pour colonnes { $lottery_columns }
dialogue-it-is-not-a-valid-csv-file = ce n’est pas un fichier CSV valide ({ $error }).
dialogue-it-is-not-utf-8-text-byte-save-it-as-utf = ce n’est pas du texte UTF-8 (octet { $start }). L’enregistrer en UTF-8.
dialogue-it-lists-no-use-a-header-and-nothing = il ne liste aucun usage : un en-tête, et rien dessous. Prendre le fichier publié.
dialogue-its-tickets-do-not-run-from-1-to = ses billets ne vont pas de 1 à { $tickets }
dialogue-line-a-date-is-written-yyyy-mm-dd = ligne { $at } : une date s’écrit AAAA-MM-JJ.
dialogue-line-entree-the-first-day-in-office-is = ligne { $at } : `entree`, le premier jour de mandat, est absent.
dialogue-line-renouvele-is-oui-non-or-empty = ligne { $at } : `renouvele` est oui, non ou vide.
dialogue-mandates-were-renewed-and-mandate-says = des mandats sont renouvelés, et `mandate:` dit `renewable: 0`
dialogue-margin-group-at-least-and-volunteers = marge « { $quota_id } », groupe « { $group } » : { $low } au moins, et { $there } volontaires
dialogue-margin-group-together-with-the-other = marge « { $quota_id } », groupe « { $group } » : avec les autres marges, { $why }
dialogue-margin-its-max-add-up-to-under-seats = marge « { $quota_id } » : ses `max` font { $high }, moins que { $size } sièges
dialogue-margin-its-min-add-up-to-over-seats = marge « { $quota_id } » : ses `min` font { $low }, plus que { $size } sièges
dialogue-member-s-are-in-office-for-longer-than = { $count_long } membre(s) sont en mandat plus longtemps que `mandate:` ne le permet ({ $months } mois, renouvelable { $renewable } fois)
dialogue-member-s-are-not-among-the-volunteers-of = { $count_stranger } membre(s) ne sont pas parmi les volontaires de { $pool } : ils n’ont jamais été invités
dialogue-member-s-left-before-they-came = { $count_before } membre(s) sont partis avant d’arriver
dialogue-member-s-left-for-a-reason-that-mandate = { $count_odd } membre(s) sont partis pour un motif que `mandate:` ne liste pas ({ $known })
dialogue-member-s-stand-twice-or-have-no-number = { $twice } membre(s) figurent deux fois ou n’ont pas de numéro
dialogue-member-s-were-renewed-and-yet-have-a = { $count_kept } membre(s) ont un mandat renouvelé et pourtant un dernier jour
dialogue-no-panel-of-meets-the-quotas = aucun panel de { $size } ne respecte les quotas. { $said }
dialogue-number-s-stand-twice-in-column-of-the = { $twice } numéro(s) en double dans la colonne « { $definition_id } » de { $pool }. Chaque volontaire figure une fois.
dialogue-of-its-panels-do-not-meet-the-quotas = { $bad } de ses panels ne respectent pas les quotas
dialogue-on-people-are-in-office-for-seats = le { $day }, { $n } personnes sont en mandat pour { $size } sièges
dialogue-person-s-drawn-have-no-seat-enter-them = { $count_absent } personne(s) tirées n’ont pas de siège; inscrivez-les, même si elles ont décliné
dialogue-present-never-drawn = présentes, volontaires mais jamais tirées au sort
dialogue-present-never-invited = présentes sans avoir jamais été invitées
dialogue-present-not-in-office = présentes sans être en mandat le { $date }
dialogue-published-in = Publié dans : { $editions }.
dialogue-recommendation-its-dissent-counts-more = recommandation « { $found_id } » : ses dissidences comptent plus de personnes que les { $present } présentes
dialogue-recommendation-votes-at-session-where = recommandation « { $found_id } » : { $votes } votes à la séance « { $session } », où { $present } personnes étaient présentes
dialogue-replacement-s-had-been-drawn-already = { $count_again } remplaçant(s) avaient déjà été tirés
dialogue-row-s-are-of-people-who-never-held-a = { $count_strangers } ligne(s) viennent de personnes qui n’ont jamais eu de siège. Les réponses d’un panel sont celles de ses membres.
dialogue-row-s-name-a-cell-without-volunteers = { $unknown } ligne(s) nomment une cellule sans volontaire
dialogue-row-s-stand-twice = { $twice } ligne(s) en double
dialogue-row-s-stand-twice-a-presence-is-noted = { $twice } ligne(s) en double. Une présence se note une fois.
dialogue-row-s-without-a-contribution-a-coder-or = { $blank } ligne(s) sans contribution, sans codeur ou sans thème
dialogue-seats-cannot-be-filled = il manque { $n } personne(s)
dialogue-seats-more-are-needed = il faudrait { $n } siège(s) de plus
dialogue-session = séance « { $session_id } » : { $count_people } personne(s) { $why }
dialogue-session-nobody-is-noted-as-present = séance « { $session_id } » : personne n’est noté présent
dialogue-session-s-are-not-declared-in-panel-yaml = séance(s) { $odd } non déclarée(s) dans panel.yaml; il y a : { $declared }.
dialogue-the-codebook-has-no-theme-there-are = la grille n’a pas de thème { $lacking }; il y a : { $known }
dialogue-the-column-s-are-missing = colonne(s) absente(s) : { $lacking }.
dialogue-the-column-s-are-missing-wanted = colonne(s) absente(s) : { $lacking }. Attendues : { $wanted }.
dialogue-the-header-is-not-the-one-that-inventory = l’en-tête n’est pas celui que décrit inventory.yaml. Absents ou en double : { $lacking }. Trouvés : { $shown }. Corriger `columns:` (ou `delimiter:`) d’inventory.yaml.
dialogue-the-inventorys-file-is-missing-from-the = le fichier de l’inventaire manque dans le dossier de l’enquête.
dialogue-the-lottery-is-not-one-of-these = la loterie n’est pas celle de ces volontaires et de ces quotas : { $said }. Refaites le tirage.
dialogue-the-person-who-came-on-replaces-somebody = la personne arrivée le { $start } en remplace une qui n’est pas membre, ou qui n’était pas encore partie
dialogue-the-pool-has-blanks-complete-them = { $pool } a des cellules vides ({ $said }). Complétez-les.
dialogue-the-pool-lacks-the-column-s-name-the = il manque à { $pool } la ou les colonnes { $lacking }. Nommez les colonnes du fichier sous `id:` et `quotas:`.
dialogue-there-are = Publiés : { $listed }.
dialogue-tickets-and-people-are-whole-numbers = billets et personnes sont des nombres entiers
dialogue-value-s-of-the-column-have-no-place-in = { $count_unknown } valeur(s) de la colonne « { $name } » n’ont pas de place dans inventory.yaml : { $listed }. Les ajouter sous `{ $key }:`.
dialogue-volunteer-s-have-in-column-a-value-that = { $odd } volontaire(s) ont dans la colonne « { $column } » une valeur qui n’est aucun groupe du quota « { $quota_id } ». Groupes : { $groups }.
dialogue-volunteers-for-seats = { $n } volontaires pour { $size } sièges
dialogue-widen-min-and-max-or-invite-more-people = Élargissez `min` et `max`, ou invitez plus de personnes de ces groupes.
