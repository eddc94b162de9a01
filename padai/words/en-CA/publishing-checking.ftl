# padai, publishing-checking

publishing-checking-a-year =  a year
publishing-checking-alternative-text = alternative text
publishing-checking-endnote = endnote
publishing-checking-footer = footer
publishing-checking-footnote = footnote
publishing-checking-header = header
publishing-checking-is-not-read-give-a-docx-pptx-html-or-txt = '{ $suffix }' is not read; give a .docx, .pptx, .html or .txt.
publishing-checking-there-is-no-such-document-check-the-path = there is no such document; check the path.
publishing-checking-this-document-holds-macros-save-it = this document holds macros; save it without macros (.docx, .pptx).
publishing-checking-this-document-is-encrypted-save-it = this document is encrypted; save it without a password.
publishing-checking-this-document-is-protected-by-a-password = this document is protected by a password or of an old format (.doc, .ppt); save it without a password, as .docx or .pptx.
publishing-checking-this-document-may-hold-macros-save-it-as = this document may hold macros; save it as .docx or .pptx.
publishing-checking-this-file-is-larger-than-100-mb-save-it = this file is larger than 100 MB; save it without its pictures, or by chapter.
publishing-checking-this-file-is-no-office-document-that-can = this file is no Office document that can be read; open it and save it again.
publishing-checking-this-file-is-no-text-give-a-docx-pptx = this file is no text; give a .docx, .pptx, .html or .txt.
publishing-checking-this-file-unpacks-to-more-than-a = this file unpacks to more than a document holds; it was not read.
