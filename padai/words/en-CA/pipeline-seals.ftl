# padai, pipeline-seals

pipeline-seals-line-this-is-not-a-text-that-padai-seal = { $folder }/{ $path_name }, line { $line }: this is not a text that padai seal wrote; a space is enough. Put the file back from your repository. What changed since belongs under `seal: {"{"}changes: [...]{"}"}` of the wave, with its date and reason.
pipeline-seals-only-a-survey-in-waves-has-comparisons = only a survey in waves has comparisons to be declared; panels seal their draw with `announced:`.
pipeline-seals-seal-authority-is-missing-put-the = `seal: {"{"}authority: { $authority }{"}"}`: { $folder }/{ $authority } is missing. Put the certificate (PEM) of the time-stamping authority there.
pipeline-seals-seals-and-not-wave-of-put-back-the-seal = { $folder }/{ $path_name } seals '{ $told }' and not wave '{ $wave }' of { $survey }. Put back the seal of this wave from your repository.
