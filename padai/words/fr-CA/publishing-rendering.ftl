# padai, publishing-rendering

publishing-rendering-a-cell-left-which-is-a-link-or-no-file = une cellule a laissé `{ $folder }/{ $found_name }`, qui est un lien ou n’est pas un fichier. Les cellules y laissent des images et rien d’autre.
publishing-rendering-a-fenced-code-block-is-never-closed = un bloc de code n’est jamais fermé.
publishing-rendering-a-line-starts-metadata-draw-a-rule-with = une ligne `---` ouvre des métadonnées; tracez un filet avec `***`.
publishing-rendering-a-row-has-cells = une ligne d’un tableau n’a pas autant de cellules ({ $cells }) que le tableau a de colonnes ({ $columns }).
publishing-rendering-an-attribute-is-empty = un attribut d’un rapport, par exemple un texte de rechange, est vide.
publishing-rendering-an-include-stands-alone-on-its-line = une inclusion est seule sur sa ligne : `{"{{"}< include _nom.qmd >{"}}"}`.
publishing-rendering-an-included-file-may-not-have-a-front = un fichier inclus n’a pas d’en-tête.
publishing-rendering-and-more-problems = {" "}et { $rest } de plus
publishing-rendering-cannot-be-included-an-included-file-is = `{ $target }` ne s’inclut pas; un fichier inclus se nomme `_….qmd`.
publishing-rendering-cannot-be-read = { $name } ne peut être lu ({ $why }).
publishing-rendering-cell = la cellule `{ $step_label }`
publishing-rendering-cell-is-no-python-that-can-be-read-it-is = la cellule `{ $cell_label }` n’est pas du Python lisible : elle est imbriquée trop profond, ou contient un signe invisible.
publishing-rendering-cell-is-not-valid-python = la cellule `{ $cell_label }` n’est pas du Python valable : { $msg }.
publishing-rendering-cell-option-cannot-be = l’option de cellule `{ $key }` ne peut être `{ $value }`.
publishing-rendering-cell-option-is-not-supported = l’option de cellule `{ $key }` n’est pas admise{ $near }.
publishing-rendering-cell-prints-a-fenced-block-that-is-never = la cellule `{ $cell_label }` imprime un bloc qui n’est jamais fermé.
publishing-rendering-cell-prints-a-shortcode = la cellule `{ $cell_label }` imprime un raccourci (shortcode).
publishing-rendering-cell-prints-html-outside-of-a-html-block = la cellule `{ $cell_label }` imprime du HTML (`{ $tag }`) hors d’un bloc `{"{"}=html{"}"}`. Passez par une fonction de padai.publishing.
publishing-rendering-cell-shows-a-figure-give-it-label-fig = la cellule `{ $cell_label }` montre une figure; donnez-lui `label: fig-…`, `fig-cap` et `fig-alt`.
publishing-rendering-cell-shows-an-object-that-is-not = la cellule `{ $cell_label }` montre un objet qui n’est pas admis ({ $kinds }). Passez par une fonction de padai.publishing pour un tableau ou une figure.
publishing-rendering-cell-shows-it-must-show-exactly-one = la cellule `{ $cell_label }` { $count ->
       [0] ne montre aucune figure
      *[other] montre { $count } figures
    }; elle doit en montrer une seule.
publishing-rendering-cells-of-are-not-supported-use = les cellules `{"{"}{ $kind }{"}"}` ne sont pas admises; employez `{ $python }`.
publishing-rendering-column = , colonne { $column }
publishing-rendering-contents = Table des matières
publishing-rendering-could-not-end = { $name } n’a pas abouti : { $no_memory }.
publishing-rendering-did-you-mean = ; vouliez-vous dire `{ $close }` ?
publishing-rendering-ended-its-python-process = { $name } a mis fin à son processus Python{ $perhaps }.
publishing-rendering-ends-python-instead-of-the-cell = { $name } met fin à Python et non à la cellule.
publishing-rendering-engine-is-unknown-use-auto-embedded-or = le moteur « { $engine } » est inconnu : employez auto, embedded ou quarto.
publishing-rendering-error = {" "}({ $error })
publishing-rendering-error-true-is-not-supported-a-cell-that = `error: true` n’est pas admis : une cellule qui échoue arrête le rapport.
publishing-rendering-expected-key-value-lines-a-yaml-mapping = des lignes `clé: valeur` sont attendues (YAML).
publishing-rendering-failed = { $name } a échoué : { $kind } : { $first }
publishing-rendering-fig-alt-repeats-the-caption-say-in-words = `fig-alt` répète la légende. Dites en mots ce que l’image montre.
publishing-rendering-files-include-one-another-in-a-row = { $max_depth } fichiers s’incluent déjà l’un l’autre. Incluez celui-ci depuis un fichier plus proche du document.
publishing-rendering-front-matter-key-is-not-supported = la clé d’en-tête `{ $key }` n’est pas admise{ $near }.
publishing-rendering-holds-no-such-value = contient une valeur impossible
publishing-rendering-html-holds-a-fence = le HTML d’un rapport ne peut pas contenir de ligne d’accents graves ou de tildes.
publishing-rendering-html-tag-in-prose-is-not-supported-use = la balise HTML `{ $tag }` n’est pas admise dans le texte. Employez Markdown.
publishing-rendering-image-is-not-a-file-of-the-project = l’image `{ $source }` n’est pas un fichier du projet.
publishing-rendering-image-only-svg-and-png-are-supported = image `{ $source }` : seuls .svg et .png sont admis.
publishing-rendering-include-cycle = les inclusions tournent en rond : { $way }.
publishing-rendering-inline = `{ $expression }`
publishing-rendering-inline-is-no-python-that-can-be-read-it = `{ $shown }…` n’est pas du Python lisible : c’est imbriqué trop profond, ou cela contient un signe invisible.
publishing-rendering-inline-is-not-supported-only = `{"{"}{ $language }{"}"}` dans une ligne n’est pas admis, seulement `{ $python }`.
publishing-rendering-inline-is-not-valid-python = `{ $expression }` n’est pas du Python valable : { $msg }.
publishing-rendering-is-larger-than-mb-which-no-text-of-a = { $name } dépasse { $max_bytes } Mo, ce qu’aucun texte de rapport n’atteint. Retirez-en ce qui n’est pas du texte.
publishing-rendering-is-nested-too-deep = est imbriqué trop profond
publishing-rendering-is-not-a-callout-supported = `{ $name }` n’est pas un encadré (admis : { $kinds }).
publishing-rendering-is-not-a-format-or-a-language-that-can = `{ $wrong }` n’est ni un format ni une langue du rendu.
publishing-rendering-is-not-a-qmd-file-of = { $document } n’est pas un fichier .qmd de { $project_dir }.
publishing-rendering-is-not-supported = `::: {"{"}.{ $name }{"}"}` n’est pas admis.
publishing-rendering-is-not-utf-8-text-save-it-as-utf-8 = n’est pas du texte UTF-8. Enregistrez-le en UTF-8.
publishing-rendering-is-the-name-of-no-file-it-is-too-long-or = « { $shown } » n’est le nom d’aucun fichier : il est trop long, ou contient un signe invisible.
publishing-rendering-its-script-holds-signs-that-could-end-it = son script contient des signes qui pourraient y mettre fin.
publishing-rendering-key-is-not-supported = la clé `{ $key }` n’est pas admise{ $near }.
publishing-rendering-label-begins = étiquette `{ $label }` : elle doit commencer par `{ $prefix }`, puis n’avoir que des minuscules, des chiffres et des traits d’union.
publishing-rendering-label-is-used-already-at = l’étiquette `{ $label }` sert déjà, à { $seen }.
publishing-rendering-label-use-small-letters-digits-and = étiquette `{ $value }` : employez seulement des minuscules, des chiffres et des traits d’union.
publishing-rendering-layout-and-style-attributes-are-not = les attributs de mise en page et de style ne sont pas admis.
publishing-rendering-lies-outside-the-project-only-its-own = `{ $target }` est hors du projet; seuls ses propres fichiers s’incluent.
publishing-rendering-memory-ran-out-give-it-more-2-gb-are = la mémoire a manqué. Donnez-en davantage (2 Go suffisent à un rapport), ou demandez moins de formats
publishing-rendering-name-en = { $name } : { $why }
publishing-rendering-name-line-column-problem = { $name }:{ $line }{ $column } : ce n’est pas du YAML valable ({ $problem }).
publishing-rendering-pandoc-the-document-0a36 = pandoc a échoué { $aim ->
       [reading] à lire
       [writing] à écrire
      *[preparing] à préparer
    } le document : { $first }
publishing-rendering-pandoc-the-document-3659 = pandoc, { $aim ->
       [reading] en lisant
       [writing] en écrivant
      *[preparing] en préparant
    } le document : { $no_memory }.
publishing-rendering-picture-is-neither-svg-nor-png = l’image `{ $source }` n’est ni .svg ni .png.
publishing-rendering-picture-is-not-a-file-of-the-project = l’image `{ $source }` n’est pas un fichier du projet.
publishing-rendering-printed-text-holds-a-line-of-six-back = le texte imprimé contient une ligne de six accents graves ou plus.
publishing-rendering-quarto-at-is-too-old-1-10-or-later-is = quarto { $found } ({ $program }) est trop ancien : il faut 1.10 ou plus récent. Prenez-le sur https://quarto.org/docs/download/, ou employez `--engine embedded`.
publishing-rendering-quarto-ended-without-writing = quarto a fini sans écrire { $beside_name }.
publishing-rendering-quarto-failed = quarto a échoué : { $told }
publishing-rendering-raw-is-not-allowed-in-prose-a-cells = le brut `{ $raw }` n’est pas admis dans le texte; la sortie d’une cellule peut en contenir.
publishing-rendering-rendering-a-report = Produire un rapport
publishing-rendering-rendering-a-report-pandoc = Produire un rapport (pandoc)
publishing-rendering-say-in-words-what-the-picture-shows = {" "}Dites en mots ce que l’image montre.
publishing-rendering-setting-a-pdf = Composer un PDF
publishing-rendering-shortcode-is-not-supported-only-include = le raccourci `{ $match }` n’est pas admis, seulement `include`.
publishing-rendering-signal-a-lack-of-memory-may-be-the-cause = {" "}(signal { $code }; un manque de mémoire peut en être la cause)
publishing-rendering-skip-to-content = Aller au contenu
publishing-rendering-stands-for-another-value-which-metadata = `*{ $alias_value }` renvoie à une autre valeur, ce qu’un en-tête ne peut faire. Écrivez la valeur, ou mettez le texte entre guillemets.
publishing-rendering-summary = Résumé
publishing-rendering-supported = {" "}(admis : { $listed })
publishing-rendering-the-document-and-what-it-includes-have = le document et ce qu’il inclut dépassent { $most } lignes. Faites-en plusieurs documents.
publishing-rendering-the-document-includes-files-times = le document inclut déjà des fichiers { $max_includes } fois : des inclusions qui en contiennent d’autres se multiplient. Retirez-en.
publishing-rendering-the-figure-of-cell-has-no = la figure de la cellule `{ $label }` n’a pas de `{ $key }`.{ $more }
publishing-rendering-the-finished-page-holds = la page finie contient ce qu’elle ne peut contenir : { $first }{ $more }.
publishing-rendering-the-fonts-of-the-pdf-have-no-letter-for = les polices du PDF n’ont pas de lettre pour « { $lacking } » ({ $signs }). Elle se trouve dans « { $passage } ». Retirez-la de là, ou publiez sans PDF.
publishing-rendering-the-front-matter-is-never-closed-by-a = l’en-tête n’est jamais fermé par une ligne `---`.
publishing-rendering-the-jupyter-kernel-that-runs-the-cells-615c = le noyau Jupyter qui exécute les cellules n’a pas démarré ({ $last }). Essayez : { $check }
publishing-rendering-the-jupyter-kernel-that-runs-the-cells-9e5e = le noyau Jupyter qui exécute les cellules n’a pas démarré : { $no_memory }.
publishing-rendering-the-line-has-more-than-letters-break-it = la ligne dépasse { $most } lettres. Coupez-la.
publishing-rendering-the-metadata-correct-the-value-or-put-it = l’en-tête { $fault }{ $more }. Corrigez la valeur, ou mettez-la entre guillemets.
publishing-rendering-the-metadata-have-more-than-letters-put = l’en-tête dépasse { $most } lettres. Mettez les textes dans le document.
publishing-rendering-the-page-has-no-style-sheet-to-add-to = la page n’a pas de feuille de style à compléter.
publishing-rendering-the-system-stopped-the-python-process-of = le système a arrêté le processus Python de { $name } : le plus souvent, { $no_memory }.
publishing-rendering-the-table-of-cell-has-no-tbl-cap = le tableau de la cellule `{ $label }` n’a pas de `tbl-cap`.
publishing-rendering-the-time-limit-for-rendering-passed = le temps accordé au rendu est écoulé. Si la machine est occupée, réessayez plus tard, ou accordez-en davantage : PADAI_TIME_LIMIT=1200 padai build …
publishing-rendering-there-is-no-document-in = il n’y a pas de document { $document } dans { $project_dir }.
publishing-rendering-there-is-no-file-in-the-project = le projet n’a pas de fichier { $name }.
publishing-rendering-there-is-no-folder = il n’y a pas de dossier { $project_dir }.
publishing-rendering-there-is-no-quarto-on-the-path-get-it = il n’y a pas de `quarto` dans le PATH. Prenez-le sur https://quarto.org/docs/download/ (version 1.10 ou plus récente), ou employez `--engine embedded`, qui ne demande rien de plus.
publishing-rendering-there-is-no-release-store-at = il n’y a pas de dépôt dans { $store }.
publishing-rendering-this-cell-is-never-closed = cette cellule n’est jamais fermée.
publishing-rendering-this-figure-has-no-fig-alt-say-in-words = cette figure n’a pas de `fig-alt`. Dites en mots ce que l’image montre.
publishing-rendering-time-limit-is-no-number = PADAI_TIME_LIMIT={ $said } : ce n’est pas un nombre entier de secondes. Par exemple : PADAI_TIME_LIMIT=1200.
publishing-rendering-title-holds-markdown-which-quarto-would = le titre { $title } contient du Markdown, que Quarto lirait : écrivez le titre comme un titre de section dans l’encadré.
publishing-rendering-toc-depth-is-a-level-of-headings-1-to = `toc-depth` est un niveau de titre, de 1 à { $deepest }.
publishing-rendering-took-more-than-s-and-was-stopped = { $what } a pris plus de { $timeout } s et a été arrêté. Si la machine est occupée, réessayez plus tard, ou accordez plus de temps : PADAI_TIME_LIMIT=1200 padai build …
publishing-rendering-two-documents-would-be-written-to-the = deux documents s’écriraient dans le même fichier.
publishing-rendering-typst-c88b = typst : { $no_memory }.
publishing-rendering-typst-da10 = typst : { $told }
publishing-rendering-unlabelled = sans étiquette
publishing-rendering-uses-a-field-that-does-not-exist = { $name } emploie un champ qui n’existe pas : { $field }.
publishing-rendering-uses-a-name-that-is-not-defined = { $name } emploie un nom qui n’est pas défini : { $message }.
publishing-rendering-was-still-running-when-the-time-limit-of = { $name } courait encore au bout de la limite de { $limit } s; l’exécution a été arrêtée. Si la machine est occupée, réessayez plus tard, ou accordez plus de temps : PADAI_TIME_LIMIT=1200 padai build …
publishing-rendering-writes-a-warning-which-a-report-does-not = { $name } écrit un avertissement, qu’un rapport ne montre pas : { $last } Corrigez-en la cause, ou mettez `warning: false`.
