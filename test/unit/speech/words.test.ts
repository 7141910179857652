import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Heard } from '../../../src-shared/contract/speech.ts'
import { comparableWords, markSegments, promptEchoes, remember, rushedSegments, skippedStretches } from '../../../src-main/core/speech/guards.pure.ts'
import { speechLanguage } from '../../../src-main/core/speech/languages.pure.ts'
import { spokenSegments, type SpokenSegment } from '../../../src-main/core/speech/spoken.pure.ts'
import type { Window } from '../../../src-main/core/speech/windows.pure.ts'

const tokens = (...spans: [string, number, number][]): Heard => ({ language: 'en', tokens: true, spans: spans.map(([text, t0, t1]) => ({ text, t0, t1 })) })

describe('tokens put together', () => {
  it('become words with times, a segment a sentence, in the recording\'s own time', () => {
    const heard = tokens(
      [' Any', 600, 900], [' ques', 900, 1200], ['tions', 1200, 1500], ['?', 1500, 1500],
      [' Dr', 1500, 1700], ['.', 1700, 1750], [' No', 1750, 2000], ['.', 2000, 2100],
    )
    expect(spokenSegments(heard, { startMs: 10_000, endMs: 12_050 })).toEqual([
      { startMs: 10_600, endMs: 11_500, text: 'Any questions?',
        words: [{ startMs: 10_600, endMs: 10_900, text: 'Any' }, { startMs: 10_900, endMs: 11_500, text: 'questions?' }],
      },
      { startMs: 11_500, endMs: 12_050, text: 'Dr. No.',
        words: [{ startMs: 11_500, endMs: 11_750, text: 'Dr.' }, { startMs: 11_750, endMs: 12_050, text: 'No.' }],
      },
    ])
  })

  it('end a segment where the engine ended one, though no sentence does', () => {
    const heard = tokens([' so', 0, 400], [' we', 400, 800], [' think', 1300, 1600])
    expect(spokenSegments(heard, { startMs: 0, endMs: 5000 }).map(({ text }) => text)).toEqual(['so we', 'think'])
  })

  it('lose no word and keep times in order, whatever the engine says', () => {
    const time = fc.integer({ min: -500, max: 40_000 })
    const span = fc.tuple(fc.constantFrom(' a', ' b.', 'c', '?', ' ', '', ' d', '。'), time, time)
    fc.assert(
      fc.property(fc.array(span, { maxLength: 40 }), fc.boolean(), (spans, single) => {
        const segments = spokenSegments({ ...tokens(...spans), tokens: single }, { startMs: 1000, endMs: 31_000 })
        const letters = (text: string): string => text.replace(/\s/gu, '')
        expect(letters(segments.map(({ text }) => text).join(''))).toBe(letters(spans.map(([text]) => text).join('')))
        for (const { startMs, endMs, text, words } of segments) {
          expect(text).not.toBe('')
          for (const time of [startMs, endMs]) expect(time).toBeGreaterThanOrEqual(1000)
          if (words !== undefined) expect(letters(words.map((word) => word.text).join(''))).toBe(letters(text))
        }
      }),
    )
  })
})

const speaking = (seconds: number): Window => ({
  startMs: 0,
  samples: new Int16Array(seconds * 16_000),
  speech: new Uint8Array(seconds * 50).fill(1),
  nextMs: seconds * 1000,
})
const said = (...texts: string[]): SpokenSegment[] => texts.map((text, n) => ({ startMs: n * 1000, endMs: (n + 1) * 1000, text }))
const marksOf = (segments: readonly SpokenSegment[], window = speaking(30), before: string[] = []) =>
  markSegments(segments, window, before).map(({ marks }) => marks)

describe('what Whisper makes up', () => {
  it('is marked where nobody spoke, and nothing is removed', () => {
    const window = speaking(4)
    window.speech.fill(0, 100)
    expect(markSegments(said('Hello.', 'Yes.', 'Thank you.', 'So.'), window, []).map(({ text, marks }) => [text, marks])).toEqual([
      ['Hello.', undefined], ['Yes.', undefined], ['Thank you.', ['silence']], ['So.', ['silence']],
    ])
  })

  it('is marked from the fourth time on when a phrase goes round', () => {
    const ship = 'We ship on Friday.'
    expect(marksOf(said(ship, ship, ship, ship, 'Good.'))).toEqual([undefined, undefined, undefined, ['loop'], undefined])
    expect(marksOf(said('go on '.repeat(20)))).toEqual([['loop']])
    expect(marksOf(said('我们走吧'.repeat(5)))).toEqual([['loop']])
    expect(marksOf(said('No, no, no.', 'Yes, yes.', 'Okay.', 'Okay.', 'Okay.'))).toEqual([undefined, undefined, undefined, undefined, undefined])
  })

  it('is marked when it goes round from one window to the next', () => {
    const before = remember([], said('one two three', 'one two three', 'one two three'))
    expect(marksOf(said('one two three', 'four'), speaking(30), before)).toEqual([['loop'], undefined])
  })

  it('is marked when a number goes round, which numbers do not', () => {
    expect(marksOf(said('The phone number is 555-014141414.'))).toEqual([['loop']])
    expect(marksOf(said('It is 555-0142.', 'Call 212-555-0142.', 'That makes 1000000000 in all.'))).toEqual([undefined, undefined, undefined])
  })

  it('is told from a prompt read out, which people may also say in part', () => {
    const prompt = 'OKR, Alice Novak, Bob Chen.'
    expect(promptEchoes(said('Alice Novak, Bob Chen.', 'OKR, Alice Novak'), prompt)).toBe(2)
    expect(promptEchoes(said('Bob Chen.', 'Alice, Bob Chen', 'Alice Novak and Bob Chen.', ''), prompt)).toBe(0)
    expect(promptEchoes(said('a b c'), '')).toBe(0)
  })

  it('leaves a gap where there was speech, which is noticed', () => {
    const window = speaking(12)
    expect(skippedStretches([], window)).toBe(1)
    expect(skippedStretches(said('One.', 'Two.'), window)).toBe(1)
    expect(skippedStretches([{ startMs: 0, endMs: 2000, text: 'One.' }, { startMs: 4000, endMs: 12_000, text: 'Two.' }], window)).toBe(0)
    expect(skippedStretches([{ startMs: 4000, endMs: 8000, text: 'Amid.' }], window)).toBe(2)
    expect(skippedStretches([], { ...window, speech: new Uint8Array(600) })).toBe(0)
  })

  it('gives words less time than anybody needs to say them, which is noticed', () => {
    const timed = (text: string, ms: number): SpokenSegment => ({ startMs: 500, endMs: 500 + ms, text })
    expect(rushedSegments([timed('Thank you, everyone.', 400), timed('See you on Monday.', 1200), timed('Okay then everyone.', 0)])).toBe(2)
    // Quick talk, and short words that are timed badly.
    expect(rushedSegments([timed('We decided to move the release to move the release to June.', 2400), timed('Okay.', 0), timed('走吧我们走吧', 900)])).toBe(0)
  })

  it('counts words of any script', () => {
    expect(comparableWords('Don\'t — über 5 Straße! 走吧')).toEqual(['don\'t', 'über', '5', 'straße', '走', '吧'])
  })
})

describe('what the engine is told', () => {
  it('is a language it knows, by the tags people use', () => {
    expect(['en', 'de-AT', 'PT_br', 'nb', 'yue', 'auto', ' fr '].map(speechLanguage)).toEqual(['en', 'de', 'pt', 'no', 'yue', 'auto', 'fr'])
    expect(['zz', '', 'english', 'constructor', 'e\u0000n', '--en'].map(speechLanguage)).toEqual([null, null, null, null, null, null])
  })
})
