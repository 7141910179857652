import type { OwnPart } from '../../../../src-shared/domain/summary.ts'
import { redactedTextSchema } from '../../../../src-shared/domain/text.ts'
import { tokensIn } from '../../../../src-shared/domain/token.ts'
import type { SummaryInput } from '../engine.ts'
import { linesOf } from './lines.pure.ts'
import { createPeople } from './people.pure.ts'
import { steer } from './steering.pure.ts'

/** What the meeting says of each line the person wrote down, in words that were said: what stands where no model can do better. */
export function expandOwn({ segments, participants, own = [] }: SummaryInput): OwnPart[] {
  if (own.length === 0) return []
  const named = segments.flatMap(({ speaker, text }) => [...(speaker === null ? [] : [speaker]), ...Array.from(tokensIn(text), ({ token }) => token)])
  const lines = linesOf(segments, createPeople(participants, named))
  return steer(lines, own, (segment) => segments[segment]?.startMs ?? null).expansions.map(({ own: { id, atMs, text }, lines: found }) => ({
    line: id,
    atMs,
    text,
    lines: found.map((said) => ({
      text: redactedTextSchema.parse(said.text),
      evidence: said.segments.flatMap((at) => segments[at]?.id ?? []),
      reasons: [...said.reasons],
    })),
  }))
}
