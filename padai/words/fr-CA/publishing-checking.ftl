# padai, publishing-checking

publishing-checking-a-year =  par an
publishing-checking-alternative-text = texte de rechange
publishing-checking-endnote = note de fin
publishing-checking-footer = pied de page
publishing-checking-footnote = note de bas de page
publishing-checking-header = en-tête
publishing-checking-is-not-read-give-a-docx-pptx-html-or-txt = « { $suffix } » n’est pas lu; donnez un .docx, .pptx, .html ou .txt.
publishing-checking-there-is-no-such-document-check-the-path = ce document est introuvable; vérifiez le chemin.
publishing-checking-this-document-holds-macros-save-it = ce document contient des macros; enregistrez-le sans macros (.docx, .pptx).
publishing-checking-this-document-is-encrypted-save-it = ce document est chiffré; enregistrez-le sans mot de passe.
publishing-checking-this-document-is-protected-by-a-password = ce document est protégé par un mot de passe ou d’un ancien format (.doc, .ppt); enregistrez-le sans mot de passe, en .docx ou .pptx.
publishing-checking-this-document-may-hold-macros-save-it-as = ce document peut contenir des macros; enregistrez-le en .docx ou .pptx.
publishing-checking-this-file-is-larger-than-100-mb-save-it = ce fichier dépasse 100 Mo; enregistrez-le sans ses images, ou par chapitre.
publishing-checking-this-file-is-no-office-document-that-can = ce fichier n’est pas un document Office lisible; ouvrez-le et enregistrez-le de nouveau.
publishing-checking-this-file-is-no-text-give-a-docx-pptx = ce fichier n’est pas un texte; donnez un .docx, .pptx, .html ou .txt.
publishing-checking-this-file-unpacks-to-more-than-a = ce fichier se déballe en plus que ce que contient un document; il n’a pas été lu.
