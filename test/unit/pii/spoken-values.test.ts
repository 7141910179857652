import { describe, expect, it } from 'vitest'
import { findPii } from '../../../src-shared/pii/index.ts'

const found = (text: string, lang: string): string[] =>
  findPii(text, { lang, participants: [] }).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)

describe('values as people say and write them', () => {
  it.each([
    ['en', 'SSN 536221234', ['NATIONAL_ID 536221234']],
    ['en', 'so that is 2025550143 and leave me a message', ['PHONE 2025550143']],
    ['en', 'his birthday, born the first of May nineteen sixty', ['DATE_OF_BIRTH the first of May nineteen sixty']],
    ['en', 'she is at w w w dot linkedin dot com slash in slash otter nineteen', ['URL w w w dot linkedin dot com slash in slash otter nineteen']],
    ['en', 'the key begins with capital A capital K I A nine capital Q r t', ['SECRET capital A capital K I A nine capital Q r t']],
    ['en', 'my user name is all lowercase red panda seven', ['USERNAME red panda seven']],
    ['en', 'i was born on november sixth nineteen ninety-seven i think', ['DATE_OF_BIRTH november sixth nineteen ninety-seven']],
    ['de', 'Mein Reisepass hat die Nummer C01X00T47.', ['PASSPORT C01X00T47']],
    ['de', 'Das Passwort für das WLAN ist Sonnenblume77.', ['SECRET Sonnenblume77']],
    ['fr', 'Elle est née le 4 juillet 1990.', ['DATE_OF_BIRTH 4 juillet 1990']],
    ['fr', "Le mot de passe du portail, c'est Tournesol22.", ['SECRET Tournesol22']],
    ['fr', 'écris à jo tiret bas martin arobase exemple point fr', ['EMAIL jo tiret bas martin arobase exemple point fr']],
    ['fr', '12 bis avenue Victor Hugo, 69003 Lyon', ['ADDRESS 12 bis avenue Victor Hugo, 69003 Lyon']],
    ['es', 'escribe a eva guion bajo gil arroba ejemplo punto es', ['EMAIL eva guion bajo gil arroba ejemplo punto es']],
    ['en', 'log in as nguyen dot z eight and see', ['USERNAME nguyen dot z eight']],
    ['de', 'Melde dich als torsten83 an.', ['USERNAME torsten83']],
    ['es', 'entra con el usuario gerardo seis cinco', ['USERNAME gerardo seis cinco']],
    ['en', 'my car is a hatchback, plate bc57 hzr', ['LICENSE_PLATE bc57 hzr']],
    ['en', 'use PIN blueKettle!9 for the alarm', ['SECRET blueKettle!9']],
    ['de', 'Er wohnt Hinterm Deich 57.', ['ADDRESS Hinterm Deich 57']],
    ['sv', 'Verkstaden ligger på Kyrkogränd 43.', ['ADDRESS Kyrkogränd 43']],
    ['en', 'Our IBAN is G B eight six L O Y D three three five five thirty-three forty seven one five three nine eight.',
      ['IBAN G B eight six L O Y D three three five five thirty-three forty seven one five three nine eight']],
    ['sv', 'Registreringsnumret är ABC 12D.', ['LICENSE_PLATE ABC 12D']],
    // A digit written as the word that sounds like it.
    ['en', 'the account is nine one seven for oh two double six ate', ['BANK_ACCOUNT nine one seven for oh two double six ate']],
    ['en', 'account number five five one to three nine oh two to be sure', ['BANK_ACCOUNT five five one to three nine oh two']],
    // What the other says while a value is read out stays.
    ['en', 'The sort code?\nB: five one, nine two\nA: Uh-huh.\nB: oh seven', ['BANK_ACCOUNT five one, nine two', 'BANK_ACCOUNT oh seven']],
    ['de', 'A: Ihre Handynummer?\nB: 0151 2345\nA: Hm-hm.\nB: 6789', ['PHONE 0151 2345', 'PHONE 6789']],
    ['en', 'Reg is W D 6 1 T R K, no one was hurt.', ['LICENSE_PLATE W D 6 1 T R K']],
    ['en', "My passport, it's the Dutch one, N-X-2-4-7-1-9-0-5.", ['PASSPORT N-X-2-4-7-1-9-0-5']],
    ['en', 'the reg is bd five one smr', ['LICENSE_PLATE bd five one smr']],
    ['es', 'el iban es e ese noventa y uno veintiuno cero cero cero cuatro dieciocho cuarenta y cinco cero dos cero cero cero cinco trece treinta y dos',
      ['IBAN e ese noventa y uno veintiuno cero cero cero cuatro dieciocho cuarenta y cinco cero dos cero cero cero cinco trece treinta y dos']],
    ['sv', 'jag bor på björkvägen tjugotre c sextio tvåhundraelva norrköping', ['ADDRESS björkvägen tjugotre c sextio tvåhundraelva norrköping']],
    ['sv', 'född den nionde i fjärde nittonhundrasjuttiosex', ['DATE_OF_BIRTH nionde i fjärde nittonhundrasjuttiosex']],
    // Which numbers people have, by the words for them.
    ['en', 'Medicaid ID QD33917B is on the form.', ['MEDICAL_ID QD33917B']],
    ['de', 'KVNR F739201844 bitte nachtragen.', ['MEDICAL_ID F739201844']],
    ['fr', 'N° de dossier médical : 31977204', ['MEDICAL_ID 31977204']],
    ['es', 'Episodio 90218834, alta mañana.', ['MEDICAL_ID 90218834']],
    ['sv', 'Reservnummer 19770923TF15 används.', ['MEDICAL_ID 19770923TF15']],
    ['en', 'Her PPSN is 7391204KA.', ['NATIONAL_ID 7391204KA']],
    ['fr', 'N° sécu 1 77 09 31 204 118 52', ['NATIONAL_ID 1 77 09 31 204 118 52']],
    ['es', 'NAF 391204411877', ['NATIONAL_ID 391204411877']],
    ['en', 'Fees are paid straight into 61204418.', ['BANK_ACCOUNT 61204418']],
    ['fr', 'Code banque 30241, guichet 01183', ['BANK_ACCOUNT 30241', 'BANK_ACCOUNT 01183']],
    ['de', 'Falschparker DD-KR 731 abschleppen lassen.', ['LICENSE_PLATE DD-KR 731']],
    ['fr', 'DDN : 23/09/1977', ['DATE_OF_BIRTH 23/09/1977']],
    ['en', 'and the three on the back\nseven one nine', ['SECRET seven one nine']],
    ['sv', 'de fyra sista är sjuttioett tjugo', ['NATIONAL_ID sjuttioett tjugo']],
    ['en', 'Backup code 7391-2044', ['SECRET 7391-2044']],
    ['es', 'manda el paquete a calle musgo setenta y siete segundo b cuarenta y seis cero cero uno valencia',
      ['ADDRESS calle musgo setenta y siete segundo b cuarenta y seis cero cero uno valencia']],
    ['en', 'Charge 4539 1488 0343 6467, code 719, for two seats.', ['CREDIT_CARD 4539 1488 0343 6467', 'SECRET 719']],
  ])('%s: %s', (lang, text, spans) => {
    expect(found(text, lang)).toEqual(spans)
  })

  it.each([
    ['en', 'My password is currently broken, the PIN is on the card, the secret is to listen.'],
    ['en', 'The meeting id is 845 2231 9987, invoice 2024-11873 is due, flight BA2490 leaves at 18:05.'],
    ['es', 'El acta es del tres de marzo.'],
    ['es', 'Quedan treinta y cinco plazas a treinta euros.'],
    ['en', 'They ate at eight, won two for one and left for the two thirty to York.'],
    ['en', 'Seats have 31400 as a limit in any place and 34 inches a row.'],
    ['en', 'Nominal code 7391 and cost centre code 4418 apply, the conference ID is seven three nine one two.'],
  ])('and not, %s: %s', (lang, text) => {
    expect(found(text, lang)).toEqual([])
  })
})
