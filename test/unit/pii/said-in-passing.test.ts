import { describe, expect, it } from 'vitest'
import { findPii } from '../../../src-shared/pii/index.ts'

const found = (text: string, lang: string): string[] =>
  findPii(text, { lang, participants: [] }).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)

describe('values said in passing', () => {
  it.each([
    ['en', '03:12 tmarchetti_ops restarted the queue.', 'USERNAME tmarchetti_ops'],
    ['en', 'It says curtis.ledbetter on the door.', 'USERNAME curtis.ledbetter'],
    ['en', 'It was logged as r pemberton four from the lab.', 'USERNAME r pemberton four'],
    ['en', 'I play in the town league as rusty underscore bellows most nights.', 'USERNAME rusty underscore bellows'],
    ['es', 'en la red social es arroba portera del norte todo seguido', 'USERNAME portera del norte'],
    ['en', 'Speaker 1: What does the label say?\nSpeaker 2: Alpha one, three bravo, nine echo, zero four, seven charlie, double two.',
      'MAC Alpha one, three bravo, nine echo, zero four, seven charlie, double two'],
    ['en', 'B: The sticker in the meeting room says 7C, 19, D0, 4E, A3, 66.', 'MAC 7C, 19, D0, 4E, A3, 66'],
    ['en', 'The tax office wants it, P P S, one two three four five six seven T.', 'NATIONAL_ID one two three four five six seven T'],
    ['sv', 'Lena Ek, 19611203-4415, ska ringas upp.', 'NATIONAL_ID 19611203-4415'],
    ['en', 'what year were you born ninety three june fourth right', 'DATE_OF_BIRTH ninety three june fourth'],
    ['en', 'She was born in may nineteen fifty one the thirtieth, I think.', 'DATE_OF_BIRTH may nineteen fifty one the thirtieth'],
    ['de', 'Er wohnt an der Schleuse sieben.', 'ADDRESS an der Schleuse sieben'],
    ['en', 'Passports seen: 533808321.', 'PASSPORT 533808321'],
    ['en', 'Hosp. no. K-3381920 on file.', 'MEDICAL_ID K-3381920'],
    ['fr', 'A : Il me faut le code du garage.\nB : Trente-deux, C, quatorze.', 'SECRET Trente-deux, C, quatorze'],
    ['en', 'and the password is curtain call all lower case.', 'SECRET curtain call all lower case'],
    ['en', 'refund to the vienna one i b a n a t seven oh two oh double one double one nine oh seven eight six four oh eight one four',
      'IBAN a t seven oh two oh double one double one nine oh seven eight six four oh eight one four'],
    ['en', 'The Irish one is P, A, four one zero, eight eight two six, and the other passport has expired.', 'PASSPORT P, A, four one zero, eight eight two six'],
    ['en', 'Surname?\nNwachukwu. N, W, A, C, H, U, K, W, U.\nAnd a contact number?\nOh one one seven, four nine six, oh three double eight.',
      'PHONE Oh one one seven, four nine six, oh three double eight'],
    ['en', 'Card four five three nine, three two two nine, seven two three three, eight one three one, and the code, six five four.', 'SECRET six five four'],
    ['en', 'They live at The Old Vicarage, Duck Lane, Lower Swell, GL54 1LF.', 'ADDRESS The Old Vicarage, Duck Lane, Lower Swell, GL54 1LF'],
    ['en', 'It is a hundred and three Wharf Road, and she lives there.', 'ADDRESS a hundred and three Wharf Road'],
    ['en', 'the direct debit comes off eight eight oh one four three two six', 'BANK_ACCOUNT eight eight oh one four three two six'],
    ['en', 'the medical card is m c dash nine nine oh one seven', 'MEDICAL_ID m c dash nine nine oh one seven'],
    ['fr', "L'imprimante est en dix, point vingt, point zéro, point cent quarante-trois.", 'IP_ADDRESS dix, point vingt, point zéro, point cent quarante-trois'],
    ['de', 'Passwort alle Neune neunundneunzig, zusammengeschrieben.', 'SECRET alle Neune neunundneunzig, zusammengeschrieben'],
    ['en', 'Visitor wifi for March: heron-Lantern-41', 'SECRET heron-Lantern-41'],
    ['en', 'Just the password, which is silver anchor twelve, for now.', 'SECRET silver anchor twelve'],
    ['en', "The master phrase, that's nine brown foxes dancing, with spaces.", 'SECRET nine brown foxes dancing'],
    ['es', 'Lucía: ¿la clave del wifi del aula?\nRosario: Petirrojo_35\nLucía: gracias', 'SECRET Petirrojo_35'],
    ['en', 'Owen needs the wifi, so give him badger moon 61, and a desk.', 'SECRET badger moon 61'],
    ['en', 'The agent (Dale) has not answered.', 'PERSON Dale'],
    ['en', '14:02 devrim: can someone paste it', 'PERSON devrim'],
    ['en', 'yes so the patient is perpetua mwale', 'PERSON perpetua mwale'],
    ['en', 'well it said miss hathersage', 'PERSON hathersage'],
    ['en', 'It was signed by P. Ashworth and Desmond Pelham.', 'PERSON Desmond Pelham'],
    ['en', 'P. Ashworth signed it.', 'PERSON P. Ashworth'],
    ['en', 'mister okonedo rang about the boiler', 'PERSON okonedo'],
  ])('%s: %s', (lang, text, value) => {
    expect(found(text, lang)).toContain(value)
  })

  it.each([
    ['en', 'Adjuster: to be named\nFacilitator: nobody yet'],
    ['en', 'The PO is nine oh oh four, double one, six two.'],
    ['en', 'Docs: see the wiki.'],
    ['en', 'MEMBER: Only that it costs eleven thousand four hundred and fifty pounds.'],
    ['en', 'We want the wifi in room: upstairs only, and a password, which is stored in the vault.'],
    ['en', 'First name or surname?\nFirst.'],
    ['sv', 'Anhörig och målsman sjunger i kören vid hagen.'],
    ['en', 'The password field should stay all lower case.'],
    ['sv', 'Styrelsen höjer Medlemsavgiften, och patienten är smärtfri.'],
    ['en', 'The Waterlow and Braden scores were charted beside the Steinway.'],
  ])('finds none in %s: %s', (lang, text) => {
    expect(found(text, lang)).toEqual([])
  })

  it('keeps the thanks before a name', () => {
    expect(found('Best wishes\nThanks, Cosmin', 'en')).toEqual(['PERSON Cosmin'])
  })
})
