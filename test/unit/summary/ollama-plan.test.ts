import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFailure } from '../../../src-shared/errors/failure.ts'
import { printLine, toLines } from '../../../src-main/core/summary/ollama/lines.pure.ts'
import { costOfPeople, findPeople } from '../../../src-main/core/summary/ollama/people.pure.ts'
import { answerTokens, planChunks, roomFor } from '../../../src-main/core/summary/ollama/plan.pure.ts'
import { fewestTokens, likelyTokens } from '../../../src-main/core/summary/ollama/tokens.pure.ts'
import { segment } from './ollama-meeting.ts'

const speaker = fc.constantFrom('[PERSON_1]', '[PERSON_2]', 'Speaker 3', null)
const words = fc.oneof(
  fc.array(fc.constantFrom('yes', 'budget', 'Donaudampfschifffahrt', '[PERSON_4]', '2027', 'naïve', 'по', '会議'), { maxLength: 60 }).map((all) => all.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constant('会議'.repeat(400)),
  fc.constant('x'.repeat(2000)),
)
const meeting = fc.array(fc.tuple(speaker, words), { minLength: 1, maxLength: 120 }).map((turns) => turns.map(([who, said], at) => segment(at, who, said)))
const room = fc.integer({ min: 2048, max: 131_072 }).map((numCtx) => roomFor({ numCtx, instructions: 600, caution: 1 }))
const withoutSpace = (text: string): string => text.replace(/\s+/gu, '')

describe('planning', () => {
  it('puts every segment, and every word of it, into some chunk that fits', () => {
    fc.assert(
      fc.property(meeting, room, (segments, space) => {
        const { lines, chunks } = planChunks(segments, space)
        for (const chunk of chunks) {
          expect(chunk.lines.reduce((sum, line) => sum + likelyTokens(printLine(line)) + 1, 0)).toBeLessThanOrEqual(space.text)
          expect(chunk.lines.length).toBeGreaterThan(chunk.overlap)
        }
        expect(chunks.flatMap((chunk) => chunk.lines.slice(chunk.overlap))).toEqual(lines)
        const covered = new Set(chunks.flatMap((chunk) => chunk.lines.flatMap(({ ids }) => ids)))
        expect(covered).toEqual(new Set(segments.map(({ id }) => id)))
        const frameless = (text: string): string => withoutSpace(text.replace(/\[(\d+)\]/g, '($1)').replace(/<(?=\/?transcript)/gi, '('))
        expect(withoutSpace(lines.map(({ text }) => text).join(''))).toBe(segments.map(({ text }) => frameless(text)).join(''))
      }),
      { numRuns: 150 },
    )
  })

  it('is one chunk whenever that fits', () => {
    const segments = Array.from({ length: 40 }, (_, at) => segment(at, `[PERSON_${at % 3}]`, 'A remark of a dozen words that nobody would call long or short.'))
    expect(planChunks(segments, roomFor({ numCtx: 8192, instructions: 600, caution: 1 })).chunks).toHaveLength(1)
    expect(planChunks(segments, roomFor({ numCtx: 2048, instructions: 600, caution: 1 })).chunks.length).toBeGreaterThan(1)
  })

  it('ends chunks where somebody else begins to speak', () => {
    const segments = Array.from({ length: 200 }, (_, at) => segment(at, `[PERSON_${Math.floor(at / 3) % 2}]`, 'A remark of a dozen words that nobody would call long or short, and then some more of it.'))
    const { chunks } = planChunks(segments, roomFor({ numCtx: 2048, instructions: 600, caution: 1 }))
    for (const [at, { lines, overlap }] of chunks.entries()) if (at > 0) expect(lines[overlap]?.speaker).not.toBe(chunks[at - 1]?.lines.at(-1)?.speaker)
  })

  it('counts the names of who can own something', () => {
    const participants = Array.from({ length: 60 }, (_, at) => `Bartholomew Featherstonehaugh ${at}`)
    const segments = participants.map((name, at) => segment(at, name, 'Hello to all of you.'))
    const peopleOf = findPeople(participants)
    const space = roomFor({ numCtx: 2048, instructions: 600, caution: 1 })
    const { chunks } = planChunks(segments, space, costOfPeople(peopleOf))
    for (const { lines } of chunks) {
      const names = [...new Set(lines.flatMap(peopleOf))].map((name) => JSON.stringify(name)).join(', ')
      expect(likelyTokens(lines.map(printLine).join('\n')) + likelyTokens(names)).toBeLessThanOrEqual(space.text)
    }
  })

  it('refuses a window that the instructions fill', () => {
    const isTooSmall = (thrown: unknown): boolean => isFailure(thrown) && thrown.code === 'CONTEXT_TOO_SMALL'
    expect(() => roomFor({ numCtx: 1024, instructions: 600, caution: 1 })).toThrow(expect.toSatisfy(isTooSmall))
  })

  it.each([[2048, 614], [4096, 1200], [8192, 1200], [16_384, 2224], [131_072, 2400]])('leaves room for an answer in %i tokens', (numCtx, answer) => {
    expect(answerTokens(numCtx)).toBe(answer)
  })
})

describe('lines', () => {
  it('join short entries of one speaker, with all their ids', () => {
    const captions = ['so the next', 'thing is the', 'budget of spring'].map((text, at) => segment(at, '[PERSON_1]', text))
    expect(toLines([...captions, segment(3, '[PERSON_2]', 'yes')], 100).map((line) => [printLine(line), line.ids.length])).toEqual([
      ['[1] [PERSON_1]: so the next thing is the budget of spring', 3],
      ['[2] [PERSON_2]: yes', 1],
    ])
  })

  it('are in a time that grows with the text alone', () => {
    const long = segment(0, null, 'word '.repeat(200_000))
    expect(toLines([long], 300)).toHaveLength(Math.ceil(200_000 / 300))
  })
})

describe('counting tokens', () => {
  it('has a floor that is never above its estimate, both growing with the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), fc.string({ unit: 'grapheme', maxLength: 500 }), (a, b) => {
        expect(fewestTokens(a)).toBeLessThanOrEqual(likelyTokens(a))
        expect(likelyTokens(`${a} ${b}`)).toBe(likelyTokens(a) + likelyTokens(b))
      }),
    )
  })

  it('counts English a little above the one and a third tokens a word it takes', () => {
    const text = 'We decided to move the launch of the new billing module to the second week of March because the migration needs more testing.'
    expect(likelyTokens(text)).toBe(32)
    expect(fewestTokens(text)).toBe(24)
  })
})
