# padai, witness

witness-bounds-are-on-the-final-weight-over-this = Los límites se aplican al peso final dividido por este.
witness-calls-written-by-padai-which-has-not-run = { $title }: llamadas escritas por padai, que no las ha ejecutado.
witness-compared-with-padais-figures = Comparadas con las cifras de padai
witness-holds-something-else-name-a-folder-that-4990 = «{ $name }» contiene otra cosa. Nombrar una carpeta que no exista o esté vacía.
witness-lonely-domain-has-no-equal-in-rs-totals = lonely_domain no tiene equivalente en los totales de R sobre el diseño completo. Sin esta opción, el testigo se puede escribir: Design(lonely_domain=False).
witness-of-calibrated-weights = pesos calibrados
witness-of-replicate-weights = pesos de réplica
witness-of-stages-or-lonely-units = varias etapas o unidades únicas
witness-of-waves-that-share = olas que comparten personas o unidades
witness-one-figure-a-line = Una cifra por línea
witness-padais-figures-worked-out-again-by-rs = { $title }: las cifras de padai recalculadas por el paquete survey de R. Ejecutar en esta carpeta: Rscript witness.R. data.csv contiene respuestas individuales: conservarlo donde se conservan los datos de la encuesta.
witness-shown = <Witness en { $language }: { $figures } cifras, { $rows } filas>
witness-stata-has-no-lonely-psu-write-the = Stata no tiene lonely_psu='{ $lonely_psu }'. Escribir el testigo para R: witness('r').
witness-the-calls-for-know-no-standard-error-of = las llamadas para { $program } no conocen el error estándar de { $what }. Escribir el testigo para R: witness('r').
witness-the-waves-their-designs-and-their = Las olas, sus diseños y su calibración
witness-witness-there-is-no-such-witness-choose = witness({ $kind }): no existe ese testigo; elegir { $kinds }.{ $hint }
