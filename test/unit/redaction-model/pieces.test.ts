import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { piecesAt } from '../../../src-main/core/redaction/model/pieces-at.pure.ts'
import { spansOfLabels, type Judged } from '../../../src-main/core/redaction/model/spans-of-labels.pure.ts'
import { textsOfBytePieces } from '../../../src-main/core/redaction/model/byte-pieces.pure.ts'
import { planWindows } from '../../../src-main/core/redaction/model/windows.pure.ts'

const at = (word: string, pieces: readonly (string | null)[]): string[] => piecesAt(word, pieces).map(({ start, end }) => word.slice(start, end))

describe('where pieces stand in a word', () => {
  it('follows letters through case, accents and compatibility forms', () => {
    expect(at('Núñez', ['nu', 'nez'])).toEqual(['Nú', 'ñez'])
    expect(at('Núñez'.normalize('NFD'), ['nun', 'ez']).join('')).toBe('Núñez'.normalize('NFD'))
    expect(at('ﬁelding', ['fi', 'elding'])).toEqual(['ﬁ', 'elding'])
    expect(at('İnci', ['in', 'ci'])).toEqual(['İn', 'ci'])
  })

  it('gives what no piece stands for to the piece that is unknown', () => {
    expect(at('“Ana”', [null, 'ana', null])).toEqual(['“', 'Ana', '”'])
    expect(at('🧑🏽‍🚀', [null])).toEqual(['🧑🏽‍🚀'])
  })

  it('never tears a letter from its marks, whatever the pieces', () => {
    const word = fc.array(fc.constantFrom('a', 'é', 'e\u0301', 'n\u0303\u0323', 'ß', '한', '字', '.', '\u200D', '🦊'), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(word, fc.array(fc.oneof(fc.constant(null), fc.string({ maxLength: 4 })), { maxLength: 6 }), (letters, pieces) => {
        const text = letters.join('')
        let before = 0
        for (const { start, end } of piecesAt(text, pieces)) {
          expect(start <= end && end <= text.length && start >= 0).toBe(true)
          if (start === end) continue
          expect(start).toBeGreaterThanOrEqual(before)
          expect(/^\p{M}/u.test(text.slice(start))).toBe(start === 0 && /^\p{M}/u.test(text))
          expect(/^\p{M}/u.test(text.slice(end))).toBe(false)
          before = start
        }
      }),
    )
  })

  it('covers a word whole where its letters are cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom(...'abçdéñüł'), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }), (cut) => {
        const pieces = cut.map((letters) => letters.join(''))
        expect(at(pieces.join(''), pieces.map((piece) => piece.normalize('NFD').replace(/\p{M}/gu, '')))).toEqual(pieces)
      }),
    )
  })

  it('reads the letters that stand for bytes', () => {
    expect(textsOfBytePieces(['ĠAl', 'ice'])).toEqual([' Al', 'ice'])
    expect(textsOfBytePieces(['JosÃ', '©']).join('')).toBe('José')
  })
})

describe('windows', () => {
  it('answers for every word exactly once, and none is larger than there is room unless one word is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 200 }), fc.integer({ min: 8, max: 64 }), (pieces, room) => {
        const windows = planWindows(pieces, room)
        const answered = windows.flatMap(({ answersFrom, answersTo }) => Array.from({ length: answersTo - answersFrom }, (_, next) => answersFrom + next))
        expect(answered).toEqual(pieces.map((_, word) => word))
        for (const { from, to, answersFrom, answersTo } of windows) {
          expect(from <= answersFrom && answersTo <= to).toBe(true)
          const held = pieces.slice(from, to).reduce((sum, count) => sum + count, 0)
          expect(held <= room || to - from === 1).toBe(true)
        }
      }),
    )
  })
})

describe('labels', () => {
  const text = 'Ana Vexnik and Ana-Lena called'
  const judged = (labels: readonly string[], sure = 0.9): Judged[] =>
    Array.from(text.matchAll(/[\p{L}]+/gu)).map(({ 0: word, index }, nth) => {
      const label = labels[nth] ?? 'O'
      const likely = new Map([[label, sure]])
      if (label !== 'O') likely.set('O', 1 - sure)
      return { start: index, end: index + word.length, pieces: [likely] }
    })
  const found = (labels: readonly string[], sure?: number): string[] =>
    spansOfLabels(judged(labels, sure), text, 0.6).map(({ start, end, entity }) => `${entity} ${text.slice(start, end)}`)

  it('joins BIO, BIOES and plain labels', () => {
    expect(found(['B-PER', 'I-PER', 'O', 'B-PER', 'I-PER', 'O'])).toEqual(['PER Ana Vexnik', 'PER Ana-Lena'])
    expect(found(['B-PER', 'E-PER', 'O', 'S-PER', 'S-PER', 'O'])).toEqual(['PER Ana Vexnik', 'PER Ana', 'PER Lena'])
    expect(found(['PER', 'PER', 'O', 'PER', 'PER', 'LOC'])).toEqual(['PER Ana Vexnik', 'PER Ana-Lena', 'LOC called'])
    expect(found(['B-PER', 'B-PER', 'O', 'O', 'O', 'O'])).toEqual(['PER Ana', 'PER Vexnik'])
  })

  it('leaves out what it is less sure of than it has to be', () => {
    expect(found(['B-PER', 'I-PER', 'O', 'B-PER', 'I-PER', 'O'], 0.55)).toEqual([])
  })
})
