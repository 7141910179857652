import { describe, expect, it } from 'vitest'
import { findPii } from '../../../src-shared/pii/index.ts'

const found = (text: string, lang: string): string[] =>
  findPii(text, { lang, participants: [] }).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)

describe('numbers by how people come to speak of them', () => {
  it.each([
    ['en', 'his s s n is 536 22 8190', 'NATIONAL_ID 536 22 8190'],
    ['en', 'her d o b is 14 March 1971', 'DATE_OF_BIRTH 14 March 1971'],
    ['es', 'mi d n i es 12345678Z', 'NATIONAL_ID 12345678Z'],
    ['en', 'Danish CPR number 140371-2186', 'NATIONAL_ID 140371-2186'],
    ['en', 'the record she asked for is number 4488120', 'MEDICAL_ID 4488120'],
    ['de', 'die Akte, die ich brauche, hat die Nummer 4488120', 'MEDICAL_ID 4488120'],
    ['fr', 'le dossier dont on a besoin est le numéro 4488120', 'MEDICAL_ID 4488120'],
    ['es', 'la historia que necesito es la 4488120', 'MEDICAL_ID 4488120'],
    ['en', 'Wages paid to 204050 33445566', 'BANK_ACCOUNT 204050 33445566'],
    ['de', 'die Rente geht auf 204050 33445566', 'BANK_ACCOUNT 204050 33445566'],
    ['fr', 'le loyer est versé sur 204050 33445566', 'BANK_ACCOUNT 204050 33445566'],
    ['es', 'la nómina se ingresa en 204050 33445566', 'BANK_ACCOUNT 204050 33445566'],
    ['sv', 'lönen går till 204050 33445566', 'BANK_ACCOUNT 204050 33445566'],
    ['fr', "pour la preuve d'âge, elle est du 14 mars 1971", 'DATE_OF_BIRTH 14 mars 1971'],
    ['sv', 'för ålderskontrollen, han är från 14 mars 1971', 'DATE_OF_BIRTH 14 mars 1971'],
    ['en', 'the mac address is a six six nine three four six five b e five one', 'MAC a six six nine three four six five b e five one'],
    ['en', 'set up wake on lan for 3c22fb4109ae', 'MAC 3c22fb4109ae'],
    ['es', 'el que conducía el 4821 KLM se fue', 'LICENSE_PLATE 4821 KLM'],
    ['fr', 'qui conduisait AB-123-CD hier soir', 'LICENSE_PLATE AB-123-CD'],
    ['sv', 'vem körde ABC 123 igår', 'LICENSE_PLATE ABC 123'],
    ['en', 'the account number is twenty-two wait forty-three sixty eight', 'BANK_ACCOUNT twenty-two wait forty-three sixty eight'],
    ['de', 'Der Aufzug geht mit 4471 auf', 'SECRET 4471'],
    ['en', 'the card ends in 0503, three digits 456', 'SECRET 456'],
    ['en', 'to get on the guest network you type apricot weasel', 'SECRET apricot weasel'],
    ['de', 'im WLAN gibst du aprikose wiesel ein', 'SECRET aprikose wiesel'],
    ['en', 'go to wa point me slash brassfinch', 'URL wa point me slash brassfinch'],
    ['en', 'write to pargeter at fastpost point me', 'EMAIL pargeter at fastpost point me'],
    ['en', "A: Tell me the nurse's number.\nB: It's seventy-two zero, triple five, and\nA: Yep.\nB: oh one five nine.", 'PHONE oh one five nine'],
  ])('%s: %s', (lang, text, value) => {
    expect(found(text, lang)).toContain(value)
  })

  it.each([
    ['en', 'A chart they need is a bar chart of 2024 or 12345 users.'],
    ['en', 'We met at two, wait, three or four came; twenty, wait, forty eggs.'],
    ['en', 'On the network you type commands, and on the wifi you enter your badge number.'],
    ['en', 'Three digits of luck, and run number 12345 was slow.'],
  ])('%s, none: %s', (lang, text) => {
    expect(found(text, lang)).toEqual([])
  })
})

describe('rows of a list of people', () => {
  it('reads two rows of a name, a document and a date long past', () => {
    const text = '1. Anna Weber C01X00T47 2 Feb 1990\n2. Jan Brandt 447188201 11/03/1984'
    expect(found(text, 'en')).toEqual(expect.arrayContaining(['PASSPORT C01X00T47', 'DATE_OF_BIRTH 11/03/1984', 'DATE_OF_BIRTH 2 Feb 1990']))
  })

  it('reads one row below a head that says who they are, the date first', () => {
    expect(found('Reisende\nAnna Weber; 11.03.1984; C01X00T47', 'de')).toEqual(expect.arrayContaining(['DATE_OF_BIRTH 11.03.1984', 'PASSPORT C01X00T47']))
  })

  it.each(['1. Anna Weber 44718820 11/03/2024\n2. Jan Brandt 44718821 12/03/2024', 'Orders\nAnna Weber K4471882 11/03/1984'])('leaves %j', (text) => {
    expect(found(text, 'en').filter((value) => /PASSPORT|BIRTH/.test(value))).toEqual([])
  })
})

it('takes a value that was hidden for the answer, as before it was', () => {
  const before = findPii('And your account number?\n[PHONE_1] is what it says on the other page, which nobody has looked at since we moved here.\n97092575', { lang: 'en', participants: [] })
  expect(before).toEqual([])
})
