# padai, nonrandom

nonrandom-model-blank-in-the-sample = «{ $name }» falta en { $lost } personas encuestadas, y el modelo lee cada variable de cada una. Retirarla de `variables`, o dejar a esas personas fuera del modelo: blank: outside
nonrandom-model-codes-differ = Los códigos de «{ $name }» difieren: { $here } está solo en la muestra, { $there } solo en la referencia. Traducir los de la referencia en `codes`, o unirlos en un desglose.
nonrandom-model-everyone-took-part = Según la referencia, la categoría { $label } de «{ $name }» no tiene más personas que la muestra: todo el mundo habría participado. Corregir los pesos de la referencia, o unir la categoría.
nonrandom-model-few-of-the-reference = En la referencia, la categoría { $label } de «{ $name }» tiene menos de { $least } filas: no dice nada de su proporción. Unirla en un desglose.
nonrandom-model-few-of-the-sample = En la muestra, la categoría { $label } de «{ $name }» tiene menos de { $least } personas: el modelo hablaría de ellas. Unirla en un desglose.
nonrandom-model-few-rows = La referencia tiene solo { $n } filas; hacen falta { $least } para decir quién es la población. Dar una muestra mayor, o totales.
nonrandom-model-separated = Ningún modelo de participación se ajusta: { $names } separan la muestra de la referencia. Retirar una variable, o unir sus categorías en un desglose.
nonrandom-model-weights-too-small = La referencia representa a { $total } personas, y la muestra tiene { $people }. Dar pesos que sumen la población, o su tamaño: size: ...
nonrandom-nonprob-a-logit-interval-is-of-a-share = nonprob: ci="logit" es el intervalo de una proporción; dé en `net` los códigos que cuentan como sí, o tome ci="mean".
nonrandom-nonprob-a-seed-is-a-whole-number = nonprob: seed={ $seed }; una semilla es un entero de 0 o más.
nonrandom-nonprob-category-of-is-in-only-one-of = nonprob: la categoría { $alone } de «{ $name }» solo está en la muestra o en la referencia, donde no es posible ningún modelo de participación. Fusionarla con otra.
nonrandom-nonprob-draws-the-bootstrap-needs-or = nonprob: draws={ $draws }; el bootstrap requiere { $least_draws } o más.
nonrandom-nonprob-has-no-code-it-has = nonprob: «{ $variable }» no tiene el código { $lost }; tiene { $labels }.{ $hint }
nonrandom-nonprob-imputation-has-no-analytic = nonprob: imputation="{ $imputation }" no tiene varianza analítica; usar variance="bootstrap".
nonrandom-nonprob-is-blank-in-rows-both-samples = nonprob: «{ $name }» está vacía en { $lost } filas; las dos muestras necesitan todas las variables del modelo. Asignar una categoría a los valores vacíos, o retirar la variable.
nonrandom-nonprob-name-the-variables-that-the = nonprob: nombrar las variables que la muestra comparte con su referencia: variables=["age_group", "region"].
nonrandom-nonprob-reference-is-a-wave-with-its = nonprob: `reference` es una Wave con su diseño, o totales por variable; se ha recibido { $found }. Convertirla en una ola: padai.Wave(reference, padai.Design(weight=...)).
nonrandom-nonprob-the-outcome-has-one-value = nonprob: todas las personas que participaron dieron la misma respuesta a «{ $name }»; nada dice en qué diferirían las demás. Indicar el número de participantes.
nonrandom-nonprob-the-reference-has-no-name = nonprob: la referencia no tiene «{ $name }».{ $hint } Nombrar variables que estén en ambas.
nonrandom-nonprob-the-sample-is-of-its-reference = nonprob: la muestra es de { $year } y su referencia de { $year_2 }. Usar una del mismo año, o indicar other_year=True.
nonrandom-nonprob-the-share-is-out-of-range = nonprob: la proporción de «{ $name }» sería { $share } %, porque los pesos modelados no suman la población. Indicar participation="calibrated" o method="mass".
nonrandom-nonprob-the-totals-of-add-up-to-the = nonprob: los totales de «{ $name }» suman { $sizes } y la población es de { $size }. Indicar los totales de una sola población.
nonrandom-nonprob-this-part-is-its-figures-are = nonprob: esta parte es «{ $kind }»: sus cifras se refieren a las personas que participaron en ella, y ningún modelo las convierte en una población. Mostrar los recuentos y proporciones de los participantes.
nonrandom-nonprob-with-totals-give-the-size-of = nonprob: con totales, indicar el tamaño de su población: population=...
nonrandom-validation-errors-needs-an-official = validation_errors: «{ $item }», { $item_2 } requiere un valor oficial de 0 a 1 para la ola { $wave }; se ha recibido { $given }.
nonrandom-validation-errors-wave-has-no-estimate = validation_errors: la ola { $wave } no tiene estimación de «{ $item }», { $item_2 }. Estimarla primero, sin desglose.
