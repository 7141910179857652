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
  ])('%s: %s', (lang, text, spans) => {
    expect(found(text, lang)).toEqual(spans)
  })

  it.each([
    ['en', 'My password is currently broken, the PIN is on the card, the secret is to listen.'],
    ['en', 'The meeting id is 845 2231 9987, invoice 2024-11873 is due, flight BA2490 leaves at 18:05.'],
    ['es', 'El acta es del tres de marzo.'],
  ])('and not, %s: %s', (lang, text) => {
    expect(found(text, lang)).toEqual([])
  })
})
