import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTokenBook, redactMeeting } from '../../../src-main/core/redaction/index.ts'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import { tokensIn } from '../../../src-shared/domain/token.ts'

const redact = (lines: readonly string[], { participants = [], key = 7 }: { participants?: readonly string[]; key?: number } = {}) => {
  const book = createTokenBook({ indexKey: new Uint8Array(32).fill(key), entries: [] })
  const meeting = redactMeeting({ cues: lines.map((text) => ({ text: rawText(text) })), participants: participants.map(rawText), language: 'en' }, book)
  return { lines: meeting.cues.map(({ text }) => String(text.text)), index: book.entries() }
}
const tokensOf = (lines: readonly string[]): string[] => lines.flatMap((line) => Array.from(tokensIn(line), ({ token }) => token))

const FIRST = ['Marguerite', 'Tobias', 'Ignacio', 'Siobhan', 'Annelise', 'Bartholomew'] as const
const LAST = ['Okonkwo', 'Lindqvist', 'Haverkamp', 'Szymanski', 'Delacroix', 'Thistlewood'] as const
const people = fc
  .tuple(fc.shuffledSubarray([...FIRST], { minLength: 2, maxLength: 4 }), fc.shuffledSubarray([...LAST], { minLength: 4, maxLength: 4 }))
  .map(([first, last]) => first.map((name, at) => ({ first: name, last: last[at] ?? 'Okonkwo' })))

/** One person in the forms people use, each in a sentence of its own; a misheard name has one letter wrong. */
const mentions = ({ first, last }: { first: string; last: string }): string[] => [
  `${first} ${last} will send the budget on Monday.`,
  `Then ${first} said that the plan is ready.`,
  `I talked to ${first.toLowerCase()} ${last.toLowerCase()} about the plan.`,
  `Mr. ${last} agreed with the plan.`,
  `I will ask ${last}, ${first} about that.`,
  `The name is ${first} ${last}, spelled ${Array.from(last.toUpperCase()).join(' ')}.`,
]

describe('tokens', () => {
  it('are one for a person in every form of their name, and another for everybody else', () => {
    fc.assert(
      fc.property(people, (those) => {
        const lines = those.flatMap(mentions)
        const { lines: redacted } = redact(lines, { participants: those.map(({ first, last }) => `${first} ${last}`) })
        const each = those.map((_, at) => new Set(tokensOf(redacted.slice(at * 6, at * 6 + 6)).filter((token) => token.startsWith('[PERSON_'))))
        expect(each.map(({ size }) => size)).toEqual(those.map(() => 1))
        expect(new Set(each.flatMap((tokens) => [...tokens])).size).toBe(those.length)
        for (const { first, last } of those) expect(redacted.join(' ')).not.toMatch(new RegExp(`${first}|${last}`, 'i'))
      }),
      { numRuns: 60 },
    )
  })

  it('go to the participant a misheard name is one letter away from', () => {
    const { lines } = redact(['Thanks Marguerite, that helps.', 'And then Margerite said that it is ready.'], { participants: ['Marguerite Okonkwo'] })
    expect(new Set(tokensOf(lines))).toEqual(new Set(['[PERSON_1]']))
  })

  it('say nothing across meetings: neither who somebody is by their number, nor that it is the same by what is kept of them', () => {
    fc.assert(
      fc.property(people, ([one, ...others]) => {
        if (one === undefined) return
        const late = [...others, one]
        const name = ({ first, last }: typeof one): string => `${first} ${last}`
        const first = redact(mentions(one), { participants: [name(one)], key: 1 })
        const meetings = [first, redact(late.flatMap(mentions), { participants: late.map(name), key: 2 })]
        const [alone, among] = meetings.map(({ lines }) => tokensOf(lines).at(-1))
        expect(alone).toBe('[PERSON_1]')
        expect(among).toBe(`[PERSON_${late.length}]`)
        const macs = meetings.map(({ index }) => new Set(index.map(({ mac }) => mac)))
        expect([...(macs[0] ?? [])].filter((mac) => macs[1]?.has(mac))).toEqual([])
        // The same key would give the same marks: they differ by the meeting's key and nothing else.
        expect(redact(mentions(one), { participants: [name(one)], key: 1 }).index).toEqual(first.index)
      }),
      { numRuns: 30 },
    )
  })
})
