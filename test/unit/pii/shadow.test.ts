import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shadowView } from '../../../src-shared/pii/views.ts'

const shadowOf = (lang: string, text: string): string => shadowView(text, lang)?.text ?? text

describe('the shadow of spoken words', () => {
  it.each([
    ['en', 'four one one, um, double two oh', '411220'],
    ['en', 'the twenty-eighth of december two thousand and two', 'the 28 of december 2002'],
    ['en', 'February eighth nineteen seventy-seven', 'February 8 1977'],
    ['en', 'nine one eight... five five five... oh one six seven', '9185550167'],
    ['en', '7-4-9-2-8 and + 4 9 8 9', '74928 and +4989'],
    ['en', 'one oh point 41 point two three seven point 203', '10.41.237.203'],
    ['en', 'whiskey mike one nine zero five charlie', 'WM1905C'],
    ['en', 'E C 2 A 8 U H', 'EC2A8UH'],
    ['en', 'kim dot reyes at tall minus pines dot org please', 'kim.reyes@tall-pines.org please'],
    ['en', 'anna berg, all one word, at example dot com', 'annaberg@example.com'],
    ['en', 'gitlab dot com slash mara hyphen kim', 'gitlab.com/mara-kim'],
    ['en', 'w w w dot example dot com', 'www.example.com'],
    // Three of many are no beginning of an address: how many stand before a cut must not tell how the rest is read.
    ['en', 'w w w w w F three four', 'WWWWWF34'],
    ['de', 'neunzehnhundertsiebzig, siebenundzwanzig', '1970, 27'],
    ['de', 'ina punkt sommer ät beispiel punkt de', 'ina.sommer@beispiel.de'],
    ['fr', 'soixante douze, zéro six, quatre-vingt-dix-sept', '720697'],
    ['fr', 'trois mai mille neuf cent quatre-vingt-deux', '3 mai 1982'],
    ['es', 'treinta y uno de mayo de mil novecientos ochenta y dos', '31 de mayo de 1982'],
    ['sv', 'tredje maj nittonhundra åttiofyra', '3 maj 1984'],
    ['sv', 'eva snabel-a exempel punkt se', 'eva@exempel.se'],
  ])('%s: %s', (lang, spoken, written) => {
    expect(shadowOf(lang, spoken)).toBe(written)
  })

  it.each(['i have a 5 percent stake', 'look at this point in time', 'Seven. Five people came.'])('leaves ordinary speech as it is: %s', (text) => {
    expect(shadowOf('en', text).toLowerCase().replace('5', 'five').replace('7', 'seven')).toBe(text.toLowerCase().replace('5', 'five'))
  })

  it('reads capitals in a text with a letter that is longer in lower case', () => {
    expect(shadowOf('en', 'İbrahim said: F as in Foxtrot, Victor, Three four')).toBe('İbrahim said: FV34')
    expect(shadowOf('en', 'İbrahim\u00ad at Example Dot Com')).toBe('İbrahim@Example.Com')
  })

  it('removes what is invisible and makes digits of all scripts alike', () => {
    expect(shadowOf('en', '４１\u200b１１ ٣٤ \u00adx')).toBe('4111 34 x')
  })

  it('leads every character back to where it came from', () => {
    const text = 'card: four one, um, double two end'
    const view = shadowView(text, 'en')
    expect(view?.text).toBe('card: 4122 end')
    const range = view?.range(6, 10) ?? { start: 0, end: 0 }
    expect(text.slice(range.start, range.end)).toBe('four one, um, double two')
    const part = view?.range(7, 8) ?? { start: 0, end: 0 }
    expect(text.slice(part.start, part.end)).toBe('one')
  })

  it('maps to ranges inside the text that never run backwards', () => {
    const piece = fc.oneof(
      fc.constantFrom('one ', 'double ', 'oh ', 'dot ', 'at ', 'com ', 'a ', 'B ', '7', '-', '+', ', um, ', '... ', 'all one word', 'hundred ',
        'thousand ', 'and ', '\n', '１', '\u200b', 'é', '👍'),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    )
    fc.assert(fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom('en', 'de', 'fr', 'es', 'sv'), (pieces, lang) => {
      const text = pieces.join('')
      const view = shadowView(text, lang)
      if (view === null) return
      let last = { start: 0, end: 0 }
      for (let at = 0; at < view.text.length; at++) {
        const here = view.range(at, at + 1)
        expect(here.start).toBeGreaterThanOrEqual(last.start)
        expect(here.end).toBeGreaterThanOrEqual(last.end)
        expect(here.end).toBeGreaterThan(here.start)
        expect(here.end).toBeLessThanOrEqual(text.length)
        last = here
      }
    }), { numRuns: 600 })
  })
})
