import { describe, expect, it } from 'vitest'
import { findPii } from '../../../src-shared/pii/index.ts'

const found = (text: string, lang: string): string[] =>
  findPii(text, { lang, participants: [] }).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)

describe('values of which only a part is said', () => {
  it.each([
    ['en', 'my eth address is zero x, seven f, three a, nine nine, b b two one and so on', 'CRYPTO zero x, seven f, three a, nine nine, b b two one'],
    ['en', 'Send it to the wallet, starts with four J nine Q W E r t y two, you know the rest.', 'CRYPTO four J nine Q W E r t y two'],
    ['en', 'his tip jar begins zero x zero nine two f, c three three seven', 'CRYPTO zero x zero nine two f, c three three seven'],
    ['en', 'the bitcoin address ends in seven k four q x', 'CRYPTO seven k four q x'],
    ['en', 'the ethereum wallet is 0x7F3a99Bc and the rest is on the card', 'CRYPTO 0x7F3a99Bc'],
    ['de', 'Die Wallet beginnt mit null x sieben f drei a neun neun b', 'CRYPTO null x sieben f drei a neun neun b'],
    ['fr', "l'adresse du portefeuille commence par zéro x sept f trois a neuf neuf b", 'CRYPTO zéro x sept f trois a neuf neuf b'],
    ['es', 'la dirección del monedero empieza por cero equis siete efe tres a nueve nueve be', 'CRYPTO cero equis siete efe tres a nueve nueve be'],
    ['sv', 'plånboken börjar på noll x sju f tre a nio nio b', 'CRYPTO noll x sju f tre a nio nio b'],
    ['en', "the laptop's mac ends in nine c four e", 'MAC nine c four e'],
    ['en', 'iban starts d e four four five oh oh one', 'IBAN d e four four five oh oh one'],
    ['en', 'it is one nine two dot zero dot two dot one eighty, uh, one eighty six', 'IP_ADDRESS one nine two dot zero dot two dot one eighty, uh, one eighty six'],
  ])('%s: %s', (lang, text, value) => {
    expect(found(text, lang)).toContain(value)
  })

  it.each([
    ['en', 'The part number starts with four j nine q w e two.'],
    ['en', 'We have three b and four c left, and room seven k is free.'],
    ['en', 'Version one dot zero dot two dot one eighty, uh, one eighty six is out.'],
  ])('%s, none: %s', (lang, text) => {
    expect(found(text, lang)).toEqual([])
  })
})

describe('values that answer a question', () => {
  it.each([
    ['en', 'A: I need a licence for the hire desk.\nB: Mine will do. It’s four four one, two nine nine, eight eight one.', 'DRIVER_LICENSE four four one, two nine nine, eight eight one'],
    ['de', 'A: Ich brauche für das Hotel noch einen Ausweis von dir, bitte, für die Anmeldung nachher.\nB: Klar, das ist L fünf sechs vier null neun acht zwei.',
      'PASSPORT L fünf sechs vier null neun acht zwei'],
    ['sv', 'A: Passet behövs till bokningen, det står så i mejlet från hotellet i Malmö.\nB: Okej, det är åtta nio fyra fyra två ett sju.',
      'PASSPORT åtta nio fyra fyra två ett sju'],
  ])('%s: %s', (lang, text, value) => {
    expect(found(text, lang)).toContain(value)
  })

  it('counts no speaker as a number', () => {
    const text = 'Speaker 1: They want a passport for whoever collects in person.\nSpeaker 2: Mine, then. It’s nine eight four, five nine one, six two nine.'
    expect(found(text, 'en')).toEqual(['PASSPORT nine eight four, five nine one, six two nine'])
  })

  it('leaves what another number has answered', () => {
    expect(found('Bed 4: hospital no G204116, stable.\nBed 5: see order 5520194.', 'en')).toEqual(['MEDICAL_ID G204116'])
  })
})

describe('telephones by their trunk nought', () => {
  it.each([
    ['en', 'The night porter answers on oh one six three two, nine six oh, triple one.', 'PHONE oh one six three two, nine six oh, triple one'],
    ['en', 'Emergencies at base: 01632 960777', 'PHONE 01632 960777'],
  ])('%s: %s', (lang, text, value) => {
    expect(found(text, lang)).toContain(value)
  })

  it.each([['en', 'Order 01632 960777 has left.'], ['en', 'The serial is 01632 960 77714.']])('%s, none: %s', (lang, text) => {
    expect(found(text, lang)).toEqual([])
  })
})

describe('letters and cues of numbers', () => {
  it.each([
    ['de', 'Versichertennummer ist k 017 73 09 74', 'MEDICAL_ID k 017 73 09 74'],
    ['en', 'his Irish number is four three one oh six five seven, T for Tango', 'NATIONAL_ID four three one oh six five seven, T for Tango'],
    ['es', 'su número portugués es dos tres cuatro cinco seis siete ocho nueve K', 'NATIONAL_ID dos tres cuatro cinco seis siete ocho nueve K'],
    ['en', 'the reg on the back is KP71 ZZD', 'LICENSE_PLATE KP71 ZZD'],
    ['en', 'dock two is blocked by KP71 ZZD again', 'LICENSE_PLATE KP71 ZZD'],
    ['en', 'the tractor unit is K-P-seventy-one, Z-Z-D', 'LICENSE_PLATE K-P-seventy-one, Z-Z-D'],
  ])('%s: %s', (lang, text, value) => {
    expect(found(text, lang)).toContain(value)
  })

  it.each([['en', 'Ticket LD63 KXB is open.'], ['en', 'The intern has an a c p f 12 thing.']])('%s, none: %s', (lang, text) => {
    expect(found(text, lang)).toEqual([])
  })
})
