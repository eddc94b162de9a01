# padai, publishing-workbooks

publishing-workbooks-above = Más alta que
publishing-workbooks-answer = Respuesta
publishing-workbooks-areas-sheet = modelo
publishing-workbooks-body = Organismo
publishing-workbooks-bounds-n-is-unweighted-effective-n-n = Límites: { $interval }. n es sin ponderar; n efectivo = n dividido por el { -design-effect } de la estimación. Las letras y las marcas se explican en la hoja Notas.
publishing-workbooks-breakdown = Desglose
publishing-workbooks-contact = Contacto
publishing-workbooks-contents-0856 = Contenido
publishing-workbooks-contents-3533 = Índice
publishing-workbooks-cover = Portada
publishing-workbooks-data-tables = Tablas de datos
publishing-workbooks-data-tables-are-written-as-not = las tablas de datos se escriben en { $suffixes }, y no en { $suffix }.
publishing-workbooks-each-group-of-a-breakdown-has-a-letter = Cada grupo de un desglose tiene una letra. La columna «Más alta que» da los grupos del mismo desglose cuya estimación es más baja, al nivel del 5 %, con los valores p corregidos dentro de la tabla (Benjamini-Hochberg). Lectura exploratoria: no sustituye a los veredictos del informe.
publishing-workbooks-effective-n = n efectivo
publishing-workbooks-estimate = Estimación
publishing-workbooks-flag = Marca
publishing-workbooks-group = Grupo
publishing-workbooks-language = Idioma
publishing-workbooks-letter = Letra
publishing-workbooks-letter-above = Letra, más alta que
publishing-workbooks-licence-of-the-data = Licencia de los datos
publishing-workbooks-lower-bound = Límite inferior
publishing-workbooks-meaning = Significado
publishing-workbooks-n = n
publishing-workbooks-n-is-unweighted = n es sin ponderar.
publishing-workbooks-notes = Notas
publishing-workbooks-one-table-a-sheet = Una tabla por hoja. En papel, cada hoja ocupa una página o más: imprima las que necesite.
publishing-workbooks-question = Pregunta
publishing-workbooks-remark = Observación
publishing-workbooks-sheet = Hoja
publishing-workbooks-sign-or-notion = Signo o noción
publishing-workbooks-survey-conducted = Encuesta realizada { $dates }.
publishing-workbooks-upper-bound = Límite superior
publishing-workbooks-wording = Redacción
