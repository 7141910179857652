import '../node-guard.mjs'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { noteIdSchema, segmentIdSchema } from '../../src-shared/domain/ids.ts'
import { redactedTextSchema } from '../../src-shared/domain/text.ts'
import { answer, readQuestion, type FoundSentence, type Source } from '../../src-main/core/summary/answer/index.ts'

/**
 * Questions to meetings, some of which have no answer there: how often an answer is given, how often one that holds what it should, and
 * how often none where there is none. `gold` is a pattern for the cited place, one entry of talk on either side included.
 *   npm run eval -- ask --sets DIR [--show]     DIR holds dev/*.json; the questions are in scripts/eval/ask
 */
const options = { sets: { type: 'string' }, show: { type: 'boolean', default: false }, set: { type: 'string', default: 'questions' } } as const
const { values } = parseArgs({ options })
if (values.sets === undefined) {
  console.error('usage: npm run eval -- ask --sets DIR [--show]')
  process.exit(2)
}
const dev = join(values.sets, 'dev')

const meetingSchema = z.looseObject({
  participants: z.array(z.string()).default([]),
  segments: z.array(z.looseObject({ speaker: z.string().nullish(), text: z.string(), start: z.number().nullish(), end: z.number().nullish() })),
})
const questionSchema = z.object({ meeting: z.string(), question: z.string(), gold: z.string().nullable() })

const ulid = (at: number): string => String(at).padStart(26, '0')
const sources = new Map<string, Source>()
function sourceOf(meeting: string): Source {
  const known = sources.get(meeting)
  if (known !== undefined) return known
  const { segments, participants } = meetingSchema.parse(JSON.parse(readFileSync(join(dev, `${meeting}.json`), 'utf8')))
  const source: Source = {
    noteId: noteIdSchema.parse(ulid(sources.size)),
    participants,
    favoured: [],
    called: {},
    segments: segments.map(({ speaker, text, start, end }, at) => ({
      id: segmentIdSchema.parse(ulid(at)),
      speaker: speaker === null || speaker === undefined ? null : redactedTextSchema.parse(speaker),
      startMs: start === null || start === undefined ? null : Math.round(start * 1000),
      endMs: end === null || end === undefined ? null : Math.round(end * 1000),
      text: redactedTextSchema.parse(text),
    })),
  }
  sources.set(meeting, source)
  return source
}

const lines = readFileSync(new URL(`ask/${values.set}.jsonl`, import.meta.url), 'utf8').split('\n')
const asked = lines.filter(Boolean).map((line) => questionSchema.parse(JSON.parse(line)))
const holds = (source: Source, { evidence, text }: FoundSentence, gold: string): boolean => {
  const places = source.segments.flatMap(({ id }, at) => (evidence.includes(id) ? [at - 1, at, at + 1] : []))
  return new RegExp(gold, 'i').test([text, ...places.map((at) => source.segments[at]?.text ?? '')].join(' '))
}
const percent = (part: number, of: number): string => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`

const found = asked.map((one) => ({ ...one, source: sourceOf(one.meeting) }))
console.log(`${asked.length} questions to ${sources.size} meetings, ${asked.filter(({ gold }) => gold !== null).length} of them with an answer there`)
console.log('from    answered   right of answered   right of answerable   refused of unanswerable   F1')
for (let from = 0.4; from < 0.96; from += 0.04) {
  const answered = found.map((one) => ({ ...one, all: answer(readQuestion(one.question), [one.source], { from }) })).filter(({ all }) => all.length > 0)
  const right = answered.filter(({ all, gold, source }) => gold !== null && all.some((sentence) => holds(source, sentence, gold))).length
  const answerable = found.filter(({ gold }) => gold !== null).length
  const unanswerable = found.length - answerable
  const wronglyAnswered = answered.filter(({ gold }) => gold === null).length
  const [p, r] = [right / Math.max(1, answered.length), right / answerable]
  const shares = [percent(right, answered.length), percent(right, answerable), percent(unanswerable - wronglyAnswered, unanswerable)]
  console.log([from.toFixed(2), answered.length, ...shares, ((200 * p * r) / Math.max(1e-9, p + r)).toFixed(1)].join('     '))
}
if (values.show) {
  for (const { meeting, question, gold, source } of found) {
    const sentences = answer(readQuestion(question), [source])
    const isRight = gold === null ? sentences.length === 0 : sentences.some((one) => holds(source, one, gold))
    console.log(`\n${isRight ? 'ok' : sentences.length === 0 ? 'MISSED' : 'WRONG'}  ${meeting}: ${question}`)
    for (const { text, score, covered } of sentences) console.log(`    ${score.toFixed(2)} ${covered.toFixed(2)}  ${text}`)
  }
}
