/**
 * Words that say what a number is, in the five languages. They are read in a short window of lower-case text before the
 * value, so plain alternations suffice; none can backtrack.
 */

export const PHONE_CUE = /\b(?:phone|telephone|tele?|mobile|cell|fax|call|ring|dial|text|reach|whatsapp|sms|number is|my number|(?:his|her|their|your) number|telefon\w*|handy\w*|mobil\w*|nummer|ruf\w*|anruf\w*|erreich\w*|t[ée]l[ée]phone|portable|appel\w*|joindre|num[ée]ro|tel[ée]fono|m[óo]vil|ll[aá]m\w*|n[úu]mero|ring\w*|n[åa]s?)\b/

/** Numbers that are no one's: what an order, a ticket or a version is called. */
export const NOT_PERSONAL = /\b(?:order|orders|ticket|invoice|tracking|serial|part|parcel|version|build|commit|issue|case|reference|ref|sku|item|room|port|isbn|model|firmware|bestell\w*|auftrag\w*|rechnung\w*|sendung\w*|seriennummer|artikel\w*|raum|vorgang\w*|commande|facture|colis|suivi|dossier|salle|s[ée]rie|pedido|factura|env[íi]o|seguimiento|sala|serie|[äa]rende\w*|ordern\w*|faktur\w*|rum\w*|paket\w*|serien\w*)\b[^\n]{0,40}$/

export const CARD_CUE = /\b(?:card|visa|mastercard|amex|american express|maestro|credit|debit|karte\w*|kreditkart\w*|carte|tarjeta|kort\w*|kreditkort\w*)\b/
export const IBAN_CUE = /\b(?:iban|account|konto\w*|compte|cuenta|bank\w*|banco|banque|transfer|überweis\w*|virement|transferencia)\b/
