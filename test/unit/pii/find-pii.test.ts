import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPii } from '../../../src-shared/pii/index.ts'

/** What is found, as "TYPE words". Values are invented; numbers come from ranges set aside for examples. */
function found(text: string, lang = 'en', previousText = ''): string[] {
  return findPii(text, { lang, participants: [], previousText }).map((span) => `${span.type} ${text.slice(span.start, span.end)}`)
}

describe('values with check digits or forms of their own', () => {
  it.each([
    ['en', 'Mail to mara.kim+x@example.co.uk, please.', ['EMAIL mara.kim+x@example.co.uk']],
    ['en', 'write to mara dot kim at example dot org', ['EMAIL mara dot kim at example dot org']],
    ['en', 'Card 4242 4242 4242 4242, 12/29.', ['CREDIT_CARD 4242 4242 4242 4242']],
    ['en', 'so the card is five five five five, five five five five, five five five five, four four four four', ['CREDIT_CARD five five five five, five five five five, five five five five, four four four four']],
    ['de', 'Meine IBAN ist DE89 3704 0044 0532 0130 00.', ['IBAN DE89 3704 0044 0532 0130 00']],
    ['en', 'Call +44 20 7946 0958.', ['PHONE +44 20 7946 0958']],
    ['en', 'call me on two oh two, five five five, oh one four three', ['PHONE two oh two, five five five, oh one four three']],
    ['es', 'Mi DNI es 12345678Z.', ['NATIONAL_ID 12345678Z']],
    ['en', 'The host is 192.0.2.14 and 2001:db8::7.', ['IP_ADDRESS 192.0.2.14', 'IP_ADDRESS 2001:db8::7']],
    ['en', 'It has 00:00:5e:00:53:af.', ['MAC 00:00:5e:00:53:af']],
    ['en', 'send it to bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', ['CRYPTO bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4']],
    ['en', 'See github.com/mara-kim for more.', ['URL github.com/mara-kim']],
  ])('%s: %s', (lang, text, spans) => {
    expect(found(text, lang)).toEqual(spans)
  })
})

describe('values that a cue explains', () => {
  it.each([
    ['en', 'My passport number is 533380006.', ['PASSPORT 533380006']],
    ['en', 'driving licence number is MORGA657054SM9IJ', ['DRIVER_LICENSE MORGA657054SM9IJ']],
    ['en', 'sort code 20-00-00, account number 55779911', ['BANK_ACCOUNT 20-00-00', 'BANK_ACCOUNT 55779911']],
    ['en', 'The plate is AB12 CDE.', ['LICENSE_PLATE AB12 CDE']],
    ['en', 'she was born on 14 March 1981', ['DATE_OF_BIRTH 14 March 1981']],
    ['en', 'the wifi password is capital r o c k e t nine', ['SECRET capital r o c k e t nine']],
    ['de', 'Das Kennwort lautet Falke77.', ['SECRET Falke77']],
    ['en', 'You find me on Slack, my handle is mara_k', ['USERNAME mara_k']],
  ])('%s: %s', (lang, text, spans) => {
    expect(found(text, lang)).toEqual(spans)
  })

  it('hears the question in the turn before', () => {
    expect(found('It is 55779911.', 'en', 'And what is your account number?')).toEqual(['BANK_ACCOUNT 55779911'])
    expect(found('It is 55779911.', 'en', 'And what is your order number?')).toEqual([])
  })
})

describe('addresses', () => {
  it.each([
    ['en', 'We live at 12 Mill Lane, Bristol BS1 4DJ now.', ['ADDRESS 12 Mill Lane, Bristol BS1 4DJ']],
    ['de', 'Ich wohne in der Lindenstraße 12, 80331 München.', ['ADDRESS Lindenstraße 12, 80331 München']],
    ['fr', "J'habite 5 rue de la Paix, 75002 Paris.", ['ADDRESS 5 rue de la Paix, 75002 Paris']],
    ['es', 'Vivo en Calle Mayor 7, 28013 Madrid.', ['ADDRESS Calle Mayor 7, 28013 Madrid']],
    ['sv', 'Jag bor på Storgatan 4, 111 23 Stockholm.', ['ADDRESS Storgatan 4, 111 23 Stockholm']],
  ])('%s: %s', (lang, text, spans) => {
    expect(found(text, lang)).toEqual(spans)
  })
})

describe('names nobody announced', () => {
  it.each([
    ['en', 'My name is Ngozi Okafor.', ['PERSON Ngozi Okafor']],
    ['en', 'then karen asked about it', ['PERSON karen']],
    ['en', 'I talked to Mr Zbynek about it', ['PERSON Zbynek']],
    ['de', 'Das übernimmt Frau Kowalczyk.', ['PERSON Kowalczyk']],
    ['en', 'you spell that k o w a l c z y k', ['PERSON k o w a l c z y k']],
  ])('%s: %s', (lang, text, spans) => {
    expect(found(text, lang)).toEqual(spans)
  })
})

describe('what is not personal', () => {
  it.each([
    ['en', 'Will the build be green by May, or will the mark slip? Rose wine, a grant, a bill.'],
    ['en', 'Order number 49887712, ticket 2055550143, tracking number is 8431322976.'],
    ['en', 'Version 8.15.6.8 is broken.'],
    ['en', 'The meeting on 2026-03-23 is at 10:30 in room 4.'],
    ['en', '2024-05-14 10:02:11 call started, 2024-05-14 10:02:11.345 my number came up'],
    ['de', 'Anruf am 14.05.2024 10:02:11, Nummer 3.'],
    ['en', 'Nobody should ever read out a password or a card number.'],
    ['en', 'The password is stored in the vault.'],
    ['en', 'See https://example.com/docs/start for more.'],
    ['de', 'Der Bauer hat den Weg zum Markt blockiert, und der Koch ist krank.'],
    ['fr', 'La réunion est lundi à dix heures.'],
    ['es', 'La reunión es el lunes a las diez.'],
    ['sv', 'Mötet är på måndag klockan tio.'],
  ])('%s: %s', (lang, text) => {
    expect(found(text, lang)).toEqual([])
  })
})

describe('every span', () => {
  const piece = fc.oneof(
    fc.constantFrom('Alice ', 'call +49 170 1234567', 'bob@example.org', '👩‍👩‍👧', 'e\u0301', '\u0301', '[PERSON_1]', '[EMAIL_12]', 'my name is ',
      'password is ', '\u200b', 'שלום', '\r\n', ' one two three four five six seven ', '12 Mill Lane', '.'),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )
  const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

  it('lies inside the text, apart from the others, on grapheme borders, off existing tokens', () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('en', 'de', 'fr', 'es', 'sv', 'pl'), (pieces, lang) => {
      const text = pieces.join('')
      const borders = new Set([text.length, ...Array.from(graphemes.segment(text), ({ index }) => index)])
      const tokens = Array.from(text.matchAll(/\[(?:PERSON_1|EMAIL_12)\]/g), ({ index, 0: token }) => ({ start: index, end: index + token.length }))
      let last = 0
      for (const { start, end } of findPii(text, { lang, participants: ['Alice Schmidt'] })) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(borders.has(start) && borders.has(end)).toBe(true)
        expect(tokens.every((token) => end <= token.start || token.end <= start)).toBe(true)
        last = end
      }
    }), { numRuns: 400 })
  })

  it('stays out of a token that a combining mark is stuck to', () => {
    const text = 'password is [PERSON_1]\u0301\u00b9 or [PERSON_1]\u0301abc7, PIN [EMAIL_12]\u03014711'
    for (const { start, end } of findPii(text, { lang: 'en', participants: [] })) expect(text.slice(start, end)).not.toMatch(/[[\]]/)
  })

  it('says why', () => {
    const [span] = findPii('Card 4242 4242 4242 4242', { lang: 'en', participants: [] })
    expect(span).toEqual({ start: 5, end: 24, type: 'CREDIT_CARD', score: 0.97, recognizer: 'card', cue: 'checksum' })
  })
})

describe('time', () => {
  /** Doubling the text may not much more than double the time; a square would take four times as long. */
  it.each(['1234567 ', 'a.', 'one ', 'Ab ', 'password is ', '1 street ', 'calle a a ', 'a dot ', 'x....', 'w w w ', 'alice_', '[', '1-',
    'thousand hundred '])('grows with the length of %j repeated', (unit) => {
    const timeOf = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length))
      const best = [1, 2, 3].map(() => {
        const began = process.cpuUsage() // the wall clock would count what else runs
        findPii(text, { lang: 'es', participants: ['Alice Schmidt'] })
        const { user, system } = process.cpuUsage(began)
        return (user + system) / 1000
      })
      return Math.min(...best)
    }
    timeOf(4_000)
    expect(timeOf(32_000)).toBeLessThan(timeOf(8_000) * 12 + 25)
  })
})
