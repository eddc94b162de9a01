# padai, dialogue

dialogue-a-draw-is-a-definitions = draw_panel : le tirage est celui d’une définition : padai.draw_panel(enquete.panel.draw, volontaires); { $found } a été donné.
dialogue-cells-under-headings-correct-the-line-or = { $count_line } cellules sous { $count_header } en-têtes. Corriger la ligne, ou le `delimiter:` d’inventory.yaml.
dialogue-coder-s-that-are-not-declared-there-are = { $count ->
       [one] personne non déclarée
       *[other] personnes non déclarées
    } pour coder : { $lacking }; il y a : { $known }
dialogue-contribution-s-coded-are-not-in-the-data = { $count_strangers ->
       [one] { $count_strangers } contribution codée n’est pas
       *[other] { $count_strangers } contributions codées ne sont pas
    } dans les données
dialogue-contribution-s-were-coded-by-nobody-code = { $none ->
       [one] { $none } contribution n’a été codée
       *[other] { $none } contributions n’ont été codées
    } par personne. Codez-les toutes.
dialogue-contribution-s-were-coded-twice-and = { $open_cases ->
       [one] { $open_cases } contribution codée deux fois n’a pas été réglée
       *[other] { $open_cases } contributions codées deux fois n’ont pas été réglées
    } par « { $settled } »; { $odd ->
       [one] { $odd } a été réglée
       *[other] { $odd } ont été réglées
    } sans avoir été { $odd ->
       [one] codée
       *[other] codées
    } deux fois.
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
dialogue-first-member-s-are-not-those-whom-the = { $count_extra ->
       [one] { $count_extra } premier membre n’est pas de ceux
       *[other] { $count_extra } premiers membres ne sont pas de ceux
    } que la loterie a désignés
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
dialogue-member-s-are-in-office-for-longer-than = { $count_long ->
       [one] { $count_long } membre est
       *[other] { $count_long } membres sont
    } en mandat plus longtemps que `mandate:` ne le permet ({ $months } mois, renouvelable { $renewable } fois)
dialogue-member-s-are-not-among-the-volunteers-of = { $count_stranger ->
       [one] { $count_stranger } membre n’est pas
       *[other] { $count_stranger } membres ne sont pas
    } parmi les volontaires de { $pool } : { $count_stranger ->
       [one] cette personne n’a jamais été invitée
       *[other] ces personnes n’ont jamais été invitées
    }
dialogue-member-s-left-before-they-came = { $count_before ->
       [one] { $count_before } membre est parti
       *[other] { $count_before } membres sont partis
    } avant d’arriver
dialogue-member-s-left-for-a-reason-that-mandate = { $count_odd ->
       [one] { $count_odd } membre est parti
       *[other] { $count_odd } membres sont partis
    } pour un motif que `mandate:` ne liste pas ({ $known })
dialogue-member-s-stand-twice-or-have-no-number = { $twice ->
       [one] { $twice } membre figure deux fois ou n’a
       *[other] { $twice } membres figurent deux fois ou n’ont
    } pas de numéro
dialogue-member-s-were-renewed-and-yet-have-a = { $count_kept ->
       [one] { $count_kept } membre a
       *[other] { $count_kept } membres ont
    } un mandat renouvelé et pourtant un dernier jour
dialogue-no-panel-of-meets-the-quotas = aucun panel de { $size } ne respecte les quotas. { $said }
dialogue-number-s-stand-twice-in-column-of-the = { $twice ->
       [one] { $twice } numéro
       *[other] { $twice } numéros
    } en double dans la colonne « { $definition_id } » de { $pool }. Chaque volontaire figure une fois.
dialogue-of-its-panels-do-not-meet-the-quotas = { $bad } de ses panels ne respectent pas les quotas
dialogue-on-people-are-in-office-for-seats = le { $day }, { $n } personnes sont en mandat pour { $size } sièges
dialogue-person-s-drawn-have-no-seat-enter-them = { $count_absent ->
       [one] { $count_absent } personne tirée au sort n’a pas de siège; inscrivez-la, même si elle a décliné
       *[other] { $count_absent } personnes tirées au sort n’ont pas de siège; inscrivez-les, même si elles ont décliné
    }
dialogue-present-never-drawn = { $count ->
       [one] présente, volontaire mais jamais tirée
       *[other] présentes, volontaires mais jamais tirées
    } au sort
dialogue-present-never-invited = { $count ->
       [one] présente sans avoir jamais été invitée
       *[other] présentes sans avoir jamais été invitées
    }
dialogue-present-not-in-office = { $count ->
       [one] présente
       *[other] présentes
    } sans être en mandat le { $date }
dialogue-published-in = Publié dans : { $editions }.
dialogue-put-to-the-vote-and-not-adopted = { $title } (mise aux voix et non adoptée par le panel : { $favour } pour, { $against } contre)
dialogue-recommendation-its-dissent-counts-more = recommandation « { $found_id } » : ses dissidences comptent plus de personnes que les { $present } présentes
dialogue-recommendation-votes-at-session-where = recommandation « { $found_id } » : { $votes } votes à la séance « { $session } », où { $present } personnes étaient présentes
dialogue-replacement-s-had-been-drawn-already = { $count_again ->
       [one] { $count_again } remplaçant avait déjà été tiré
       *[other] { $count_again } remplaçants avaient déjà été tirés
    } au sort
dialogue-row-s-are-of-people-who-never-held-a = { $count_strangers ->
       [one] { $count_strangers } ligne vient d’une personne qui n’a
       *[other] { $count_strangers } lignes viennent de personnes qui n’ont
    } jamais eu de siège. Les réponses d’un panel sont celles de ses membres.
dialogue-row-s-name-a-cell-without-volunteers = { $unknown ->
       [one] { $unknown } ligne nomme
       *[other] { $unknown } lignes nomment
    } une cellule sans volontaire
dialogue-row-s-stand-twice = { $twice ->
       [one] { $twice } ligne
       *[other] { $twice } lignes
    } en double
dialogue-row-s-stand-twice-a-presence-is-noted = { $twice ->
       [one] { $twice } ligne
       *[other] { $twice } lignes
    } en double. Une présence se note une fois.
dialogue-row-s-without-a-contribution-a-coder-or = { $blank ->
       [one] { $blank } ligne
       *[other] { $blank } lignes
    } sans contribution, sans codeur ou sans thème
dialogue-seats-cannot-be-filled = il manque { $n ->
       [one] { $n } personne
       *[other] { $n } personnes
    }
dialogue-seats-more-are-needed = il faudrait { $n ->
       [one] { $n } siège
       *[other] { $n } sièges
    } de plus
dialogue-session = séance « { $session_id } » : { $count_people ->
       [one] { $count_people } personne
       *[other] { $count_people } personnes
    } { $why }
dialogue-session-nobody-is-noted-as-present = séance « { $session_id } » : personne n’est noté présent
dialogue-session-s-are-not-declared-in-panel-yaml = { $count ->
       [one] séance non déclarée
       *[other] séances non déclarées
    } dans panel.yaml : { $odd }; il y a : { $declared }.
dialogue-the-codebook-has-no-theme-there-are = la grille n’a pas de thème { $lacking }; il y a : { $known }
dialogue-the-column-s-are-missing = { $count ->
       [one] colonne absente
       *[other] colonnes absentes
    } : { $lacking }.
dialogue-the-column-s-are-missing-wanted = { $count ->
       [one] colonne absente
       *[other] colonnes absentes
    } : { $lacking }. Attendues : { $wanted }.
dialogue-the-header-is-not-the-one-that-inventory = l’en-tête n’est pas celui que décrit inventory.yaml. Absents ou en double : { $lacking }. Trouvés : { $shown }. Corriger `columns:` (ou `delimiter:`) d’inventory.yaml.
dialogue-the-inventorys-file-is-missing-from-the = le fichier de l’inventaire manque dans le dossier de l’enquête.
dialogue-the-lottery-is-not-one-of-these = la loterie n’est pas celle de ces volontaires et de ces quotas : { $said }. Refaites le tirage.
dialogue-the-numbers-stand-by-the-groups-of = { $pool } : les lignes, ou les numéros de « { $id } », suivent les groupes de { $quota_id }, un quota sensible. La liste des numéros est publiée dans cet ordre et dirait le groupe de chaque personne. Mélangez les lignes au hasard et numérotez-les de nouveau, avant toute annonce.
dialogue-the-person-who-came-on-replaces-somebody = la personne arrivée le { $start } en remplace une qui n’est pas membre, ou qui n’était pas encore partie
dialogue-the-pool-has-blanks-complete-them = { $pool } a des cellules vides ({ $said }). Complétez-les.
dialogue-the-pool-lacks-the-column-s-name-the = { $count ->
       [one] la colonne { $lacking } manque
       *[other] les colonnes { $lacking } manquent
    } à { $pool }. Nommez les colonnes du fichier sous `id:` et `quotas:`.
dialogue-there-are = Publiés : { $listed }.
dialogue-ticket = 
    { $ticket ->
        [0] personne de tiré
       *[other] billet { $ticket }
    }
dialogue-tickets-and-people-are-whole-numbers = billets et personnes sont des nombres entiers
dialogue-value-s-of-the-column-have-no-place-in = { $count_unknown ->
       [one] { $count_unknown } valeur de la colonne « { $name } » n’a
       *[other] { $count_unknown } valeurs de la colonne « { $name } » n’ont
    } pas de place dans inventory.yaml : { $listed }. { $count_unknown ->
       [one] L’ajouter
       *[other] Les ajouter
    } sous `{ $key }:`.
dialogue-volunteer-s-have-in-column-a-value-that = { $odd ->
       [one] { $odd } volontaire a
       *[other] { $odd } volontaires ont
    } dans la colonne « { $column } » une valeur qui n’est aucun groupe du quota « { $quota_id } ». Groupes : { $groups }.
dialogue-volunteers-for-seats = { $n } volontaires pour { $size } sièges
dialogue-widen-min-and-max-or-invite-more-people = Élargissez `min` et `max`, ou invitez plus de personnes de ces groupes.
