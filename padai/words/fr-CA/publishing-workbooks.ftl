# padai, publishing-workbooks

publishing-workbooks-above = Plus élevé que
publishing-workbooks-answer = Réponse
publishing-workbooks-areas-sheet = modele
publishing-workbooks-body = Organisme
publishing-workbooks-bounds-n-is-unweighted-effective-n-n = Bornes : { $interval }. n est non pondéré ; n effectif = n divisé par l’{ -design-effect } de l’estimation. Les lettres et les cotes sont expliquées dans la feuille Notes.
publishing-workbooks-breakdown = Répartition
publishing-workbooks-contact = Personne-ressource
publishing-workbooks-contents-0856 = Contenu
publishing-workbooks-contents-3533 = Table des matières
publishing-workbooks-cover = Couverture
publishing-workbooks-data-tables = Tableaux de données
publishing-workbooks-data-tables-are-written-as-not = les tableaux de données s’écrivent en { $suffixes }, et non en { $suffix }.
publishing-workbooks-each-group-of-a-breakdown-has-a-letter = Chaque groupe d’une répartition a une lettre. La colonne « Plus élevé que » donne les groupes de la même répartition dont l’estimation est plus basse, au seuil de 5 %, les valeurs p étant corrigées dans le tableau (Benjamini-Hochberg). Lecture exploratoire : elle ne remplace pas les verdicts du rapport.
publishing-workbooks-effective-n = n effectif
publishing-workbooks-estimate = Estimation
publishing-workbooks-flag = Cote
publishing-workbooks-group = Groupe
publishing-workbooks-language = Langue
publishing-workbooks-letter = Lettre
publishing-workbooks-letter-above = Lettre, plus élevé que
publishing-workbooks-licence-of-the-data = Licence des données
publishing-workbooks-lower-bound = Borne inférieure
publishing-workbooks-meaning = Sens
publishing-workbooks-n = n
publishing-workbooks-n-is-unweighted = n est non pondéré.
publishing-workbooks-notes = Notes
publishing-workbooks-one-table-a-sheet = Un tableau par feuille. Sur papier, chaque feuille prend une page ou plus : imprimez celles qu’il vous faut.
publishing-workbooks-question = Question
publishing-workbooks-remark = Remarque
publishing-workbooks-sheet = Feuille
publishing-workbooks-sign-or-notion = Signe ou notion
publishing-workbooks-survey-conducted = Enquête menée { $dates }.
publishing-workbooks-upper-bound = Borne supérieure
publishing-workbooks-wording = Libellé
