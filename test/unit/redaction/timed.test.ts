import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timesAfter } from '../../../src-main/core/redaction/timed.pure.ts'
import { redactUnit } from '../../../src-main/core/redaction/unit.ts'
import { tokenSchema } from '../../../src-shared/domain/token.ts'

/** Words of a text with a second each. */
function timed(text: string) {
  return [...text.matchAll(/\S+/g)].map((word, index) => ({
    start: word.index,
    end: word.index + word[0].length,
    startMs: index * 1000,
    endMs: index * 1000 + 900,
  }))
}

const hide = (text: string, places: readonly [number, number][]) =>
  redactUnit(
    text,
    places.map(([start, end], index) => ({
      span: { start, end, type: 'PERSON', score: 1, recognizer: 'test' },
      token: tokenSchema.parse(`[PERSON_${index + 1}]`),
    })),
  )

describe('times of a redacted text', () => {
  it('stay with the words that stand, and a token takes the time of all it hides', () => {
    const text = 'Call Alice Schmidt on Friday'
    const unit = hide(text, [[5, 18]])
    const times = timesAfter(timed(text), text, unit.text, unit.hidden)
    expect(times.map(({ start, end, startMs, endMs }) => [unit.text.slice(start, end), startMs, endMs])).toEqual([
      ['Call', 0, 900],
      ['[PERSON_1]', 1000, 2900],
      ['on', 3000, 3900],
      ['Friday', 4000, 4900],
    ])
  })

  it('mutes a word whole where only a part of it is hidden, also between two hidden ones', () => {
    const text = "is Alice's or Bob/Tom here"
    const unit = hide(text, [
      [3, 8],
      [14, 17],
      [18, 21],
    ])
    const times = timesAfter(timed(text), text, unit.text, unit.hidden)
    expect(times.map(({ start, end, startMs }) => [unit.text.slice(start, end), startMs])).toEqual([
      ['is', 0],
      ['[PERSON_1]', 1000],
      ['or', 2000],
      ['[PERSON_2]', 3000],
      ['[PERSON_3]', 3000],
      ['here', 4000],
    ])
  })

  it('is not misled by look-alikes of tokens in the source', () => {
    const text = 'say [PERSON_9] to Ann now'
    const unit = hide(text, [[18, 21]])
    const times = timesAfter(timed(text), text, unit.text, unit.hidden)
    const said = times.map(({ start, end }) => unit.text.slice(start, end))
    expect(said).toContain('[PERSON_1]')
    expect(said.at(-1)).toBe('now')
  })

  it('every piece is a word of the source or a token, in order, and no hidden letter is in any', () => {
    const word = fc.stringMatching(/^[a-zA-Z]{1,6}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.array(fc.nat(11), { maxLength: 4 }), (words, chosen) => {
        const text = words.join(' ')
        const pieces = timed(text)
        const hidden = [...new Set(chosen)].filter((index) => index < words.length).sort((a, b) => a - b)
        const unit = hide(
          text,
          hidden.flatMap((index): [number, number][] => pieces.slice(index, index + 1).map(({ start, end }) => [start, end])),
        )
        const said = timesAfter(pieces, text, unit.text, unit.hidden).map(({ start, end }) => unit.text.slice(start, end))
        let ordinal = 0
        expect(said).toEqual(words.map((each, index) => (hidden.includes(index) ? `[PERSON_${++ordinal}]` : each)))
      }),
    )
  })
})
