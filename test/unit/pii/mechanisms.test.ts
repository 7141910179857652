import { describe, expect, it } from 'vitest'
import { findPii } from '../../../src-shared/pii/index.ts'

const found = (text: string, lang: string): string[] =>
  findPii(text, { lang, participants: [] }).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)

describe('what unseen sentences showed', () => {
  it.each([
    ['en', 'The plate is F as in Foxtrot, V three four Y T E.', 'LICENSE_PLATE F as in Foxtrot, V three four Y T E'],
    ['de', 'Kennzeichen ist B wie Berta, X zwei drei vier.', 'LICENSE_PLATE B wie Berta, X zwei drei vier'],
    ['en', 'born twelve november nineteen eighty', 'DATE_OF_BIRTH twelve november nineteen eighty'],
    ['en', 'They want the passport number for the visa.\nOkay, 588218453.', 'PASSPORT 588218453'],
    ['en', 'Pay it into account number 97,092,575, same branch.', 'BANK_ACCOUNT 97,092,575'],
    ['en', 'What is the door code?\nIt is 52Z9.', 'SECRET 52Z9'],
    ['en', 'what is your username on there\nit is stone oh six two', 'USERNAME stone oh six two'],
    ['en', 'Send it to The Old Forge, Mill Street, Ludlow SY8 1AZ.', 'ADDRESS The Old Forge, Mill Street, Ludlow SY8 1AZ'],
    ['sv', 'Vart ska taxin?\nMannerheimintie 20, 00100 Helsingfors, tack.', 'ADDRESS Mannerheimintie 20, 00100 Helsingfors'],
    ['en', 'Just quickly, Mrs Banks rang twice.', 'PERSON Banks'],
    ['de', 'Herr von der Heide lässt sich entschuldigen.', 'PERSON von der Heide'],
    ['en', 'Who drew this?\nGrant, I think.', 'PERSON Grant'],
    ['en', 'What is your mobile?\nOh seven seven oh oh, nine\nMm-hm.\noh oh two one seven.', 'PHONE oh oh two one seven'],
    ['es', 'el dni es uno cero uno dos ocho cero uno siete jota', 'NATIONAL_ID uno cero uno dos ocho cero uno siete jota'],
    ['sv', 'det stavas l i n d q v i s t', 'PERSON l i n d q v i s t'],
    ['en', 'My date of birth is the fourteenth of the ninth seventy-six.', 'DATE_OF_BIRTH the fourteenth of the ninth seventy-six'],
    ['en', 'mac address a four five e six oh c one seven seven oh d', 'MAC a four five e six oh c one seven seven oh d'],
    ['en', 'The address is nine hundred and twelve Magnolia Boulevard, Baton Rouge.', 'ADDRESS nine hundred and twelve Magnolia Boulevard, Baton Rouge'],
    ['en', 'send it to forty two harbour view road plymouth', 'ADDRESS forty two harbour view road plymouth'],
    ['en', 'the invoice goes to accounts at tall pines dot org', 'EMAIL accounts at tall pines dot org'],
    ['fr', 'Ma plaque, c’est F R, cent douze, B Z.', 'LICENSE_PLATE F R, cent douze, B Z'],
    ['fr', 'écris à gwen tiret du bas deux arobase orange point fr', 'EMAIL gwen tiret du bas deux arobase orange point fr'],
    ['en', 'The password is capital P, pelican, four four, exclamation mark.', 'SECRET capital P, pelican, four four, exclamation mark'],
    ['en', 'the last four of your social\nnine oh three seven', 'NATIONAL_ID nine oh three seven'],
    ['en', 'licence number M as in Mike O as in Oscar R as in Romeo seven one two five', 'DRIVER_LICENSE M as in Mike O as in Oscar R as in Romeo seven one two five'],
    ['de', 'Lieferung an Ilse Quandt, Lindenweg 14, 79111 Freiburg', 'ADDRESS Lindenweg 14, 79111 Freiburg'],
    ['en', 'so the password’s lighthouse eighty two', 'SECRET lighthouse eighty two'],
    ['en', 'it’s j underscore wachowski at example dot com', 'EMAIL j underscore wachowski at example dot com'],
    ['en', 'D.O.B.: 05-Sep-1974', 'DATE_OF_BIRTH 05-Sep-1974'],
    ['en', 'We live at 9 Cobblers Yard, Whitby.', 'ADDRESS 9 Cobblers Yard, Whitby'],
    ['en', 'dob seven twelve nineteen ninety three', 'DATE_OF_BIRTH seven twelve nineteen ninety three'],
    ['fr', 'Née 14.07.1993 à Dakar', 'DATE_OF_BIRTH 14.07.1993'],
    ['fr', 'Une camionnette immatriculée 2-ZSR-462.', 'LICENSE_PLATE 2-ZSR-462'],
    ['de', 'meine nummer ist null eins sieben eins vier vier, nein, vier fünf zwei null neun drei',
      'PHONE null eins sieben eins vier vier, nein, vier fünf zwei null neun drei'],
    ['en', 'the sort code is forty forty\nuh huh\nthirty-seven', 'BANK_ACCOUNT thirty-seven'],
    ['sv', 'en röd volvo mkl 482 står i vägen', 'LICENSE_PLATE mkl 482'],
    ['es', 'Un Renault gris, 9034 JBN, tapa la salida.', 'LICENSE_PLATE 9034 JBN'],
    ['sv', 'lösenordet blåmes 42 gäller än', 'SECRET blåmes 42'],
    ['fr', 'mon pseudo c’est lapin velours', 'USERNAME lapin velours'],
    ['de', 'Die MAC ist B8 Doppelpunkt 27 Doppelpunkt EB Doppelpunkt 1F Doppelpunkt 90 Doppelpunkt C3.',
      'MAC B8 Doppelpunkt 27 Doppelpunkt EB Doppelpunkt 1F Doppelpunkt 90 Doppelpunkt C3'],
    ['fr', 'adresse ip deux mille un deux points d b huit deux points deux points un', 'IP_ADDRESS deux mille un deux points d b huit deux points deux points un'],
    ['sv', 'alltså efternamnet är frisk det stavas f r i s k', 'PERSON frisk'],
    ['en', 'Beneficiary: REED BISHOP, paid in full', 'PERSON REED BISHOP'],
    ['fr', 'Prudence, tu prends les notes.', 'PERSON Prudence'],
    ['en', 'and did frank say that', 'PERSON frank'],
    ['en', 'look at tiktok point com slash at gareth dash tolliver', 'URL tiktok point com slash at gareth dash tolliver'],
    ['en', 'Our wallet is LhK2kQwiaAvhjWY799cZvMyYwnQAcxkarr', 'CRYPTO LhK2kQwiaAvhjWY799cZvMyYwnQAcxkarr'],
  ])('%s: %s', (lang, text, span) => {
    expect(found(text, lang)).toContain(span)
  })

  it.each([
    ['en', 'The Faraday cage arrives on the 12th of March.'],
    ['en', 'The total is 905,104 and the account is closed.'],
    ['de', 'Der Etat liegt bei 1.204.500, vorher 1.180.000.'],
    ['en', 'We have 40 of them.\nYeah.\n20 more are on order.'],
    ['en', 'Check the docs at example dot com slash help.'],
    ['en', 'We walked down the high street, reading as we went.'],
    ['en', 'Meet in Lovelace at half ten, the error code is five hundred and three.'],
    ['en', 'See RFC 2119 and ISO 27001, section 4.4.2.'],
    ['es', 'La reunión es en la sala Goya, y el tren sale de Berlín.'],
    ['fr', 'Une Peugeot et deux Renault suivent la loi de Poisson.'],
    ['en', 'Art is hard, and the Doppler shift is tiny.'],
    ['fr', 'La pierre a été posée.'],
    ['en', 'The mark was too low, to be frank.'],
    ['de', 'Die Marge liegt bei elf Prozent.'],
    ['es', 'El margen ronda el once por ciento.'],
    ['fr', 'L’effet Doppler est sur la diapo 9.'],
    ['en', 'So, Yes. She said that mark may grant it.'],
    ['en', 'The BMW M3 CSL 2004 was quick, the van leaves at 10 am 30 sharp.'],
    ['en', 'I reset the password Monday 14, and the token bucket holds 50 requests.'],
    ['es', 'El usuario tiene dos roles y la clave es empezar pronto.'],
    ['en', 'The username field is empty and I am always online on Slack.'],
    ['en', 'Firmware 4.11.0.27 fixes the drift; 4.11.0.25 did not.'],
    ['en', 'We have two, no, three people.'],
  ])('%s: nothing in "%s"', (lang, text) => {
    expect(found(text, lang)).toEqual([])
  })
})
