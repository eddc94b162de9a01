# padai, publishing-checking

publishing-checking-a-year =  al año
publishing-checking-alternative-text = texto alternativo
publishing-checking-endnote = nota final
publishing-checking-footer = pie de página
publishing-checking-footnote = nota al pie
publishing-checking-header = encabezado
publishing-checking-is-not-read-give-a-docx-pptx-html-or-txt = «{ $suffix }» no se lee; dar un .docx, .pptx, .html o .txt.
publishing-checking-there-is-no-such-document-check-the-path = no se encuentra este documento; comprobar la ruta.
publishing-checking-this-document-holds-macros-save-it = este documento contiene macros; guardarlo sin macros (.docx, .pptx).
publishing-checking-this-document-is-encrypted-save-it = este documento está cifrado; guardarlo sin contraseña.
publishing-checking-this-document-is-protected-by-a-password = este documento está protegido con contraseña o tiene un formato antiguo (.doc, .ppt); guardarlo sin contraseña, en .docx o .pptx.
publishing-checking-this-document-may-hold-macros-save-it-as = este documento puede contener macros; guardarlo en .docx o .pptx.
publishing-checking-this-file-is-larger-than-100-mb-save-it = este archivo supera los 100 MB; guardarlo sin sus imágenes o por capítulos.
publishing-checking-this-file-is-no-office-document-that-can = este archivo no es un documento de Office legible; abrirlo y guardarlo de nuevo.
publishing-checking-this-file-is-no-text-give-a-docx-pptx = este archivo no es un texto; dar un .docx, .pptx, .html o .txt.
publishing-checking-this-file-unpacks-to-more-than-a = este archivo ocupa, descomprimido, más de lo que contiene un documento; no se ha leído.
