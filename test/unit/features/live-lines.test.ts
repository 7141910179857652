import fc from 'fast-check'
import { expect, it } from 'vitest'
import { liveEventSchema, type LiveEvent } from '../../../src-shared/domain/live.ts'
import { afterEvents, NO_LINES } from '../../../src-renderer/features/record/live-lines.ts'

const event = (of: unknown): LiveEvent => liveEventSchema.parse(of)
const segment = (id: number, startMs: number, text: string, speaker: 'me' | 'others' | null = 'me'): LiveEvent =>
  event({ kind: 'segment', id, speaker, startMs, endMs: startMs + 900, text })
const now = (text: string, speaker: 'me' | 'others' | null = 'me'): LiveEvent => event({ kind: 'provisional', speaker, startMs: 5000, text })
const words = (events: LiveEvent[]): string[] => {
  const { finals, provisional } = afterEvents(NO_LINES, events)
  return [...finals, ...provisional].map(({ text }) => text)
}

it('puts what was said in the order it was said in, whichever side was heard first', () => {
  expect(words([segment(0, 0, 'one'), segment(1, 4000, 'three'), segment(2, 2000, 'two', 'others')])).toEqual(['one', 'two', 'three'])
})

it('replaces a line that later words have completed', () => {
  expect(words([segment(0, 0, 'call'), segment(1, 900, 'you'), segment(0, 0, 'call [PHONE_1]')])).toEqual(['call [PHONE_1]', 'you'])
})

it('shows what each side is saying last, until it is said or nothing', () => {
  expect(words([now('and th'), now('well', 'others'), now('and then')])).toEqual(['well', 'and then'])
  expect(words([now('and then'), segment(0, 5000, 'And then.'), now('')])).toEqual(['And then.'])
})

it('ends with what kept words from coming, and no words in the air', () => {
  const ended = afterEvents(NO_LINES, [now('half a'), event({ kind: 'behind', ms: 12_000 }), event({ kind: 'end', code: 'SPEECH_MODEL_MISSING' })])
  expect(ended).toMatchObject({ provisional: [], behindMs: 12_000, end: { code: 'SPEECH_MODEL_MISSING' } })
})

it('comes to the same in one go and bit by bit', () => {
  const some = fc.array(
    fc.oneof(
      fc.record({ id: fc.nat(6), at: fc.nat(5), word: fc.constantFrom('a', 'b') }).map(({ id, at, word }) => segment(id, at * 1000 + id, word)),
      fc.constantFrom('', 'x', 'y').map((text) => now(text, 'others')),
    ),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(some, (events) => {
      const bitByBit = events.reduce((lines, one) => afterEvents(lines, [one]), NO_LINES)
      expect(bitByBit).toEqual(afterEvents(NO_LINES, events))
    }),
  )
})
