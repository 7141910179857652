import type { Segment } from '../../../../src-shared/domain/transcript.ts'
import { tokensIn } from '../../../../src-shared/domain/token.ts'
import type { Line } from './line.pure.ts'
import { linesOf, withoutMarks } from './lines.pure.ts'
import { createPeople, type People } from './people.pure.ts'

/** Somebody hidden is somebody: a recording without speakers still says "[PERSON_1] will call". */
const personsIn = (text: string): string[] =>
  !text.includes('[PERSON') ? [] : [...tokensIn(text)].filter(({ type }) => type === 'PERSON').map(({ token }) => token)

/** A meeting as the engine reads it: who is there, and every sentence that has words left. */
export function readMeeting({ segments, participants }: { segments: readonly Segment[]; participants: readonly string[] }): {
  readonly people: People
  readonly lines: Line[]
  /** Heard by a recogniser that writes no marks. */
  readonly bare: boolean
} {
  const people = createPeople(participants, segments.flatMap(({ speaker, text }) => [...(speaker === null ? [] : [speaker]), ...personsIn(text)]))
  return { people, lines: linesOf(segments, people), bare: withoutMarks(segments) }
}
