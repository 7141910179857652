import { segmentIdSchema } from '../../../src-shared/domain/ids.ts'
import { redactedTextSchema } from '../../../src-shared/domain/text.ts'
import type { Segment } from '../../../src-shared/domain/transcript.ts'
import type { SummaryInput } from '../../../src-main/core/summary/engine.ts'
import { createEgress } from '../../../src-main/core/egress/index.ts'
import type { EgressIntent, EgressOutcome } from '../../../src-shared/domain/egress.ts'

export const idAt = (at: number) => segmentIdSchema.parse(`01JD0V2M8C6Q0W6R1X${String(at).padStart(8, '0')}`)
const text = (words: string) => redactedTextSchema.parse(words)

export const segment = (at: number, speaker: string | null, words: string): Segment => ({
  id: idAt(at), speaker: speaker === null ? null : text(speaker), startMs: at * 5000, endMs: at * 5000 + 4000, text: text(words),
})

export function aMeeting(turns: readonly (readonly [string | null, string])[], date = '2026-11-04'): SummaryInput {
  const speakers = [...new Set(turns.flatMap(([speaker]) => speaker ?? []))]
  return { segments: turns.map(([speaker, words], at) => segment(at, speaker, words)), participants: speakers.map(text), date }
}

export const SHORT_MEETING = aMeeting([
  ['[PERSON_1]', 'Welcome everybody, today we talk about the release of the billing module and the open tickets.'],
  ['[PERSON_2]', 'The migration of the billing database is finished and all the tests are green since Monday.'],
  ['[PERSON_1]', 'Good, then we decided to ship the billing module to the first ten customers this month.'],
  ['[PERSON_3]', "I'll write the release notes for the billing module by Friday and send them to [EMAIL_1]."],
  ['[PERSON_2]', 'Who is going to answer the support tickets while the release is running?'],
  ['[PERSON_1]', 'Nobody knows that yet, we have to come back to the support question next week.'],
])

const TOPICS = ['billing', 'search', 'hiring', 'printer', 'budget', 'roadmap', 'training', 'security', 'office', 'travel']

/** A meeting of `turns` turns of about 30 words; every turn has a number of its own, so that lines can be told apart. */
export const longMeeting = (turns: number): SummaryInput =>
  aMeeting(
    Array.from({ length: turns }, (_, at) => {
      const topic = TOPICS[Math.floor(at / 20) % TOPICS.length] ?? 'billing'
      const task = at % 25 === 7 ? `I'll prepare the ${topic} figures number ${at} by Friday.` : `We looked at the ${topic} report number ${at} and found nothing that worried anybody in the team.`
      return [`[PERSON_${(at % 4) + 1}]`, `${task} The details of the ${topic} plan stay as they were in the last meeting of the group.`] as const
    }),
  )

export function anEgress() {
  const lines: { intent: EgressIntent; outcome: EgressOutcome | null }[] = []
  const egress = createEgress({
    now: () => 0,
    ledger: {
      begin: async (intent) => String(lines.push({ intent, outcome: null }) - 1),
      end: async (id, outcome) => {
        const line = lines[Number(id)]
        if (line !== undefined) line.outcome = outcome
      },
    },
  })
  return { egress, lines }
}
