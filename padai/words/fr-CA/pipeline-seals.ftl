# padai, pipeline-seals

pipeline-seals-line-this-is-not-a-text-that-padai-seal = { $folder }/{ $path_name }, ligne { $line } : ce n’est pas un texte écrit par padai seal; une espace suffit. Remettez ce fichier depuis votre dépôt de code. Ce qui a changé depuis se déclare sous `seal: {"{"}changes: [...]{"}"}` de la vague, avec sa date et sa raison.
pipeline-seals-only-a-survey-in-waves-has-comparisons = seule une enquête par vagues a des comparaisons à déclarer; un panel scelle son tirage par `announced:`.
pipeline-seals-seal-is-missing-put-there = `seal: {"{"}{ $kind }: { $name }{"}"}` : { $folder }/{ $name } manque. Placez-y { $wanted }.
pipeline-seals-seals-and-not-wave-of-put-back-the-seal = { $folder }/{ $path_name } scelle « { $told } » et non la vague « { $wave } » de { $survey }. Remettez le sceau de cette vague depuis votre dépôt de code.
pipeline-seals-the-certificate-pem-of-the-time-stamping = le certificat (PEM) de l’autorité d’horodatage
pipeline-seals-the-ssh-keys-of-who-signs-allowed = les clés SSH de qui signe (allowed signers)
