# padai, simulation

simulation-a-base-depends-on-which-is-not-asked = { $survey_id }, { $id }, { $part } : une base dépend de « { $question_id } », qui n’y est pas posée. Corrigez la base, ou l’endroit où cette question est posée.
simulation-a-finite-population-correction-cannot-be = { $survey_id }, { $model_id }, { $part } : une correction pour population finie ne se simule pas. Retirez `fpc` du plan de ce volet.
simulation-a-simulation-needs-a-seed-give-seed-or = { $survey_id } : une simulation demande un germe. Donnez `seed=`, ou `seed:` dans truth.yaml.
simulation-a-simulation-writes-sav-files-and-the = { $survey_id }, { $wave_id }, { $part } : une simulation écrit des fichiers .sav, et la définition nomme { $file }.
simulation-cannot-have-a-mean-of = { $where } : « { $name } » ne peut avoir une moyenne de { $mean }.
simulation-chosen = Choisi
simulation-first-of-gives-a-mean-but-its-codes-have = { $where } : `first` de « { $name } » donne une moyenne, mais ses codes n’ont pas de valeurs.
simulation-first-of-lists-shares-for-answers = { $where } : `first` de « { $name } » donne { $count_listed } parts pour { $count } réponses.
simulation-first-of-needs-positive-percentages = { $where } : `first` de « { $name } » demande des pourcentages positifs.
simulation-no-line-file-stands-alone-so-the = { $where } : aucune ligne `file: { $name }` n’est seule, et l’empreinte n’a pas où aller. Écrivez les clés du volet une par ligne.
simulation-nobody-can-be-asked-correct-its-base = { $survey_id }, { $id }, { $part } : « { $name } » ne peut être posée à personne; corrigez sa base.
simulation-not-chosen = Non choisi
simulation-question-has-no-codes-to-divide-people = { $survey_id } : la question « { $name } » n’a pas de codes qui répartissent les gens; nommez-en une répartition.
simulation-question-mixes-numbers-and-texts-as = La question « { $question_id } » mêle des nombres et des textes comme valeurs; une colonne de fichier n’en tient qu’une sorte. Donnez à chaque code une `value:` de même sorte.
simulation-synthetic-data-made-by-simulation-nobody = Données fictives, simulées : personne n’a été interrogé.
simulation-the-margin-divides-people-by-which-is-no = { $where } : la marge « { $names } » répartit les gens par « { $name } », qui n’est ni une répartition ni une question.
simulation-the-margin-has-the-cell-which-is-no = { $where } : la marge « { $names } » a la case « { $cell } », qui n’est pas un groupe de « { $name } ». Groupes : { $known }.
simulation-the-survey-is-not-declared-synthetic = { $survey_id } : l’enquête n’est pas déclarée `synthetic: true`, et ses fichiers ne sont donc pas remplacés par des fichiers simulés. Nommez un autre dossier où écrire.
simulation-thing-s-named-here-are-not-in-the = { $where } : { $count_faults ->
       [one] { $count_faults } chose nommée ici n’est pas
       *[other] { $count_faults } choses nommées ici ne sont pas
    } dans la définition.{"\u000A"}{ $lines }
simulation-truth-yaml-an-artefact-of-cannot-be = { $survey_id }, truth.yaml : un artefact de { $offset } ne peut être ajouté à « { $question_id } » en { $id }. Plantez-en un plus petit.
simulation-truth-yaml-an-effect-divides-people-by = { $survey_id }, truth.yaml : un effet répartit les gens par « { $question } », dont la composition n’est ni dans les { -calibration-targets } ni sous `people`. Ajoutez-la.
simulation-truth-yaml-cannot-reach-the-level = { $survey_id }, truth.yaml : « { $name } » ne peut atteindre le niveau planté pour { $id } ({ $level }). Plantez un changement plus petit.
simulation-truth-yaml-loads-and-effects-of-explain = { $survey_id }, truth.yaml : les poids et les effets de « { $name } » expliquent { $explained } de sa variance en { $id }; restez sous 95 %.
simulation-truth-yaml-option-of-would-have-a-share = { $survey_id }, truth.yaml : le choix « { $code } » de « { $question_id } » aurait une part de { $levels } en { $id }, ce qui ne se peut.
simulation-truth-yaml-strata-of-at-least-interviews = { $where }, truth.yaml : { $count_counts } strates d’au moins { $minimum } entrevues en demandent plus que les { $size } prévues.
simulation-truth-yaml-the-correlations-of-the = { $survey_id }, truth.yaml : les corrélations des traits se contredisent. Diminuez-les.
simulation-truth-yaml-the-mean-of-is-planted-but = { $survey_id }, truth.yaml : la moyenne de « { $question_id } » est plantée, mais ses codes n’ont pas de valeurs.
simulation-truth-yaml-under-samples-given-these = { $survey_id }, truth.yaml : sous samples.{ $part }.given, ceux-ci dépendent l’un de l’autre ou de ce qui n’est pas décrit : { $stuck }.
