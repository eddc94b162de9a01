# padai, pipeline-seals

pipeline-seals-line-this-is-not-a-text-that-padai-seal = { $folder }/{ $path_name }, línea { $line }: no es un texto escrito por padai seal; basta un espacio. Reponer este archivo desde el repositorio de código. Lo que ha cambiado desde entonces se declara en `seal: {"{"}changes: [...]{"}"}` de la ola, con su fecha y su motivo.
pipeline-seals-only-a-survey-in-waves-has-comparisons = solo una encuesta por olas tiene comparaciones que declarar; un panel sella su sorteo con `announced:`.
pipeline-seals-seal-is-missing-put-there = `seal: {"{"}{ $kind }: { $name }{"}"}`: falta { $folder }/{ $name }. Poner ahí { $wanted }.
pipeline-seals-seals-and-not-wave-of-put-back-the-seal = { $folder }/{ $path_name } sella «{ $told }» y no la ola «{ $wave }» de { $survey }. Reponer el sello de esta ola desde el repositorio de código.
pipeline-seals-the-certificate-pem-of-the-time-stamping = el certificado (PEM) de la autoridad de sellado de tiempo
pipeline-seals-the-ssh-keys-of-who-signs-allowed = las claves SSH de quien firma (allowed signers)
