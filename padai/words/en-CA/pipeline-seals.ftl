# padai, pipeline-seals

pipeline-seals-line-this-is-not-a-text-that-padai-seal = { $folder }/{ $path_name }, line { $line }: this is not a text that padai seal wrote; a space is enough. Put the file back from your repository. What changed since belongs under `seal: {"{"}changes: [...]{"}"}` of the wave, with its date and reason.
pipeline-seals-only-a-survey-in-waves-has-comparisons = only a survey in waves has comparisons to be declared; panels seal their draw with `announced:`.
pipeline-seals-seal-is-missing-put-there = `seal: {"{"}{ $kind }: { $name }{"}"}`: { $folder }/{ $name } is missing. Put { $wanted } there.
pipeline-seals-seals-and-not-wave-of-put-back-the-seal = { $folder }/{ $path_name } seals '{ $told }' and not wave '{ $wave }' of { $survey }. Put back the seal of this wave from your repository.
pipeline-seals-the-certificate-pem-of-the-time-stamping = the certificate (PEM) of the time-stamping authority
pipeline-seals-the-ssh-keys-of-who-signs-allowed = the SSH keys of who signs (allowed signers)
