import { describe, expect, it } from 'vitest'
import { findPii } from '../../../src-shared/pii/index.ts'

const found = (text: string, lang: string): string[] =>
  findPii(text, { lang, participants: [] }).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)

describe('values that others cut in two', () => {
  it.each([
    ['en', 'A: The licence?\nB: M-O-R-A-N\nA: Mm-hm, go on.\nB: seven five two one nine two, B-nine-nine-K-D.',
      ['DRIVER_LICENSE M-O-R-A-N', 'DRIVER_LICENSE seven five two one nine two, B-nine-nine-K-D']],
    ['en', 'A: The account number, please.\nB: Two nine one one,\nA: is that everything?\nB: four four seven two.',
      ['BANK_ACCOUNT Two nine one one', 'BANK_ACCOUNT four four seven two']],
    ['fr', 'A : Le numéro de compte ?\nB : deux neuf un un,\nA : oui, d’accord,\nB : quatre quatre sept deux.',
      ['BANK_ACCOUNT deux neuf un un', 'BANK_ACCOUNT quatre quatre sept deux']],
    ['de', 'A: Das Kennzeichen ist M wie Martha, K, vier eins\nB: Ja, weiter.\nA: sieben zwei', ['LICENSE_PLATE M wie Martha, K, vier eins', 'LICENSE_PLATE sieben zwei']],
  ])('%s: %s', (lang, text, values) => {
    expect(found(text, lang)).toEqual(values)
  })

  it.each([['en', 'B: It cost twelve.\nA: Really?\nB: Three of us paid.'], ['en', 'A: my account is new\nB: Okay.\nA: A man came at four']])('%s, none: %s', (lang, text) => {
    expect(found(text, lang)).toEqual([])
  })
})

describe('signs said one by one', () => {
  it.each([
    ['en', 'his plate is K-R-nineteen, hang on, D-L-O okay', 'LICENSE_PLATE K-R-nineteen, hang on, D-L-O'],
    ['en', 'write to iris at fennel hyphen, um, hyphen goods dot example', 'EMAIL iris at fennel hyphen, um, hyphen goods dot example'],
    ['es', 'escribe a lucía punto eh punto prado arroba tejadorojo punto example', 'EMAIL lucía punto eh punto prado arroba tejadorojo punto example'],
    ['en', 'mail j q dot tollervey at greenlamp dot example', 'EMAIL j q dot tollervey at greenlamp dot example'],
    ['en', 'it is k tollervey at greenlamp dot example', 'EMAIL k tollervey at greenlamp dot example'],
    ['es', 'nació el tres de mayo del ochenta y dos o sea que es mayor', 'DATE_OF_BIRTH tres de mayo del ochenta y dos'],
  ])('%s: %s', (lang, text, value) => {
    expect(found(text, lang)).toContain(value)
  })
})

describe('dates of birth said without the word', () => {
  it.each([
    ['en', 'she turns forty on the ninth of March', 'DATE_OF_BIRTH the ninth of March'],
    ['de', 'er wird am dritten Mai vierzig.', 'DATE_OF_BIRTH dritten Mai'],
    ['fr', 'elle fête ses quarante ans le trois mai', 'DATE_OF_BIRTH trois mai'],
    ['es', 'cumple cuarenta el tres de mayo', 'DATE_OF_BIRTH tres de mayo'],
    ['sv', 'hon fyller fyrtio den tredje maj', 'DATE_OF_BIRTH tredje maj'],
    ['en', 'born, uh, twelfth of, um, August, seventy-four', 'DATE_OF_BIRTH twelfth of, um, August, seventy-four'],
    ['en', 'her dob is the third of the second um seventy one', 'DATE_OF_BIRTH the third of the second um seventy one'],
    ['en', 'A: We need your date of birth for the badge, and then you can go up.\nB: It’s the sixth, no, sorry, the sixteenth of May, sixty-three.',
      'DATE_OF_BIRTH the sixth, no, sorry, the sixteenth of May, sixty-three'],
    ['de', 'A: Wir brauchen noch das Geburtsdatum für die Karte.\nB: Das ist der dritte, nein, der dreizehnte Mai neunzehnhundertachtzig.',
      'DATE_OF_BIRTH der dritte, nein, der dreizehnte Mai neunzehnhundertachtzig'],
  ])('%s: %s', (lang, text, value) => {
    expect(found(text, lang)).toContain(value)
  })

  it.each([
    ['en', 'the lease turns five on the ninth of March'],
    ['de', 'das Büro wird am dritten Mai geschlossen'],
    ['en', 'A: When is the release?\nB: It’s the sixteenth of May.'],
  ])('%s, none: %s', (lang, text) => {
    expect(found(text, lang)).toEqual([])
  })
})
