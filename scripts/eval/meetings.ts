import '../node-guard.mjs'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { segmentIdSchema } from '../../src-shared/domain/ids.ts'
import type { Summary } from '../../src-shared/domain/summary.ts'
import { redactedTextSchema } from '../../src-shared/domain/text.ts'
import { createEmbeddedEngine } from '../../src-main/core/summary/embedded/index.ts'
import { withNoise } from './noise.ts'
import { checkEvidence } from '../../src-main/core/summary/evidence/index.ts'

/**
 * Measures the embedded summary engine against annotated meetings and hand-written cases.
 *   node scripts/eval/meetings.ts --sets DIR [--part dev|train] [--no-speakers] [--noise SHARE] [--keep DIR] [--show ID]
 * DIR holds dev/*.json, train/*.jsonl.gz, cases/*.jsonl and score.mjs, which prints the tables. References are never
 * shown to the engine.
 */
const { values } = parseArgs({
  options: {
    sets: { type: 'string' }, part: { type: 'string', default: 'dev' }, 'no-speakers': { type: 'boolean', default: false },
    keep: { type: 'string' }, noise: { type: 'string' }, show: { type: 'string' }, failures: { type: 'boolean', default: false },
  },
})
const sets = values.sets
if (sets === undefined || (values.part !== 'dev' && values.part !== 'train')) {
  console.error('usage: node scripts/eval/meetings.ts --sets DIR [--part dev|train] [--no-speakers] [--keep DIR] [--show ID] [--failures]')
  process.exit(2)
}

const segmentSchema = z.object({ speaker: z.string().nullish(), start: z.number().optional(), end: z.number().optional(), text: z.string() })
const meetingSchema = z.looseObject({
  id: z.string(), participants: z.array(z.string()), segments: z.array(segmentSchema),
  reference: z.looseObject({ actionItems: z.array(z.looseObject({ segments: z.array(z.number()) })).optional() }).optional(),
})
const caseSchema = z.object({
  id: z.string(), kind: z.enum(['action', 'decision', 'none']), now: z.string(), participants: z.array(z.string()), segments: z.array(segmentSchema),
  expect: z.object({ owner: z.array(z.string()).nullable(), due: z.union([z.array(z.string().nullable()), z.null()]), contains: z.string().optional() }),
})

const engine = createEmbeddedEngine({ now: () => performance.now() })
const DATE = '2025-03-12T10:00:00' // annotated meetings have no date; nothing in them is scored by one

interface Noted {
  readonly summary: Summary
  readonly segments: readonly { id: string; speaker: string | null; text: string }[]
  indexOf(id: string): number
}

async function noteOf(given: { participants: readonly string[]; segments: readonly z.infer<typeof segmentSchema>[] }, date: string): Promise<Noted> {
  const garbled = values.noise === undefined ? given.segments : withNoise(given.segments, Number(values.noise))
  const ids = given.segments.map((_, index) => segmentIdSchema.parse(index.toString().padStart(26, '0')))
  const indexOf = new Map<string, number>(ids.map((id, index) => [id, index]))
  const ms = (seconds: number | undefined): number | null => (seconds === undefined ? null : Math.max(0, Math.round(seconds * 1000)))
  const segments = garbled.map(({ speaker, start, end, text }, index) => ({
    id: ids[index] ?? segmentIdSchema.parse(''),
    speaker: values['no-speakers'] || speaker === undefined || speaker === null ? null : redactedTextSchema.parse(speaker),
    startMs: ms(start), endMs: ms(end), text: redactedTextSchema.parse(text),
  }))
  const participants = given.participants.map((name) => redactedTextSchema.parse(name))
  const summary = await engine.summarize({ segments, participants, date }, { signal: new AbortController().signal })
  return { summary, segments, indexOf: (id) => indexOf.get(id) ?? -1 }
}

const percent = (part: number, whole: number): string => (whole === 0 ? '  –' : `${((100 * part) / whole).toFixed(1)} %`)

await scoreMeetings(sets, values.part)
await scoreCases(sets)

async function scoreMeetings(dir: string, part: 'dev' | 'train'): Promise<void> {
  const meetings = readMeetings(dir, part)
  const work = mkdtempSync(join(tmpdir(), 'sotto-eval-'))
  const predictions = values.keep ?? join(work, 'predictions')
  const gold = join(work, 'gold')
  mkdirSync(predictions, { recursive: true })
  mkdirSync(gold)
  let [wallMs, words, lines, supported, goldItems, foundItems, longLines] = [0, 0, 0, 0, 0, 0, 0]
  for (const meeting of meetings) {
    const noted = await noteOf(meeting, DATE)
    const { summary } = noted
    if (values.show === meeting.id) console.log(JSON.stringify(summary, null, 1))
    wallMs += summary.run.wallMs
    words += meeting.segments.reduce((sum, { text }) => sum + text.split(' ').length, 0)
    const segments = (evidence: readonly string[]): number[] => evidence.map(noted.indexOf)
    for (const line of [...summary.overview, ...summary.decisions, ...summary.actions]) {
      lines++
      if (line.text.split(' ').length > 30) longLines++
      if (checkEvidence(line, noted.segments).supported) supported++
    }
    for (const item of meeting.reference?.actionItems ?? []) {
      if (item.segments.length === 0) continue
      goldItems++
      if (summary.actions.some(({ evidence }) => segments(evidence).some((at) => item.segments.some((one) => Math.abs(one - at) <= 2)))) foundItems++
    }
    writeFileSync(join(gold, `${meeting.id}.json`), JSON.stringify(meeting))
    writeFileSync(join(predictions, `${meeting.id}.json`), JSON.stringify({
      id: meeting.id,
      summary: summary.overview.map(({ text }) => text).join(' '),
      summarySegments: summary.overview.flatMap(({ evidence }) => segments(evidence)),
      actions: summary.actions.filter(({ possible }) => possible !== true)
        .map(({ text, owner, due, evidence }) => ({ text, owner: owner ?? null, due: due ?? null, segments: segments(evidence) })),
      decisions: summary.decisions.map(({ text, evidence }) => ({ text, segments: segments(evidence) })),
    }))
  }
  const { status } = spawnSync(process.execPath, [join(dir, 'score.mjs'), predictions, '--gold', gold], { stdio: 'inherit' })
  rmSync(work, { recursive: true })
  console.log(`actions, both tiers: found ${foundItems} of ${goldItems} (${percent(foundItems, goldItems)})`)
  console.log(`${lines} lines, ${percent(supported, lines)} pass the evidence check, ${longLines} over 30 words`)
  console.log(`${meetings.length} meetings, ${words} words, ${wallMs.toFixed(0)} ms: ${((wallMs / words) * 22_000).toFixed(0)} ms for 22,000 words`)
  if (status !== 0) process.exitCode = status ?? 1
}

function readMeetings(dir: string, part: 'dev' | 'train'): z.infer<typeof meetingSchema>[] {
  const folder = join(dir, part)
  const texts = readdirSync(folder).sort().flatMap((name) => {
    const bytes = readFileSync(join(folder, name))
    return name.endsWith('.gz') ? linesIn(gunzipSync(bytes).toString('utf8')) : [bytes.toString('utf8')]
  })
  return texts.map((text) => meetingSchema.parse(JSON.parse(text)))
}

function linesIn(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}

/** The hand-written cases: is there an item, whose is it, by when. */
async function scoreCases(dir: string): Promise<void> {
  const cases = linesIn(readFileSync(join(dir, 'cases/owner-due.jsonl'), 'utf8')).map((line) => caseSchema.parse(JSON.parse(line)))
  const count = {
    hit: 0, missed: 0, falseAlarm: 0, ownerRight: 0, ownerWrong: 0, owners: 0, dueRight: 0, dues: 0, dueInvented: 0,
    decided: 0, decisions: 0, decidedFalsely: 0,
  }
  const failures: string[] = []
  for (const { id, kind, now, participants, segments, expect } of cases) {
    const { summary } = await noteOf({ participants, segments }, now)
    const actions = summary.actions.filter(({ possible }) => possible !== true)
    const said = segments.map(({ speaker, text }) => `${speaker ?? ''}: ${text}`).join(' | ')
    const noted = [...summary.actions.map(({ text, owner, due, possible }) => ({ text, owner, due, possible })), ...summary.decisions.map(({ text }) => text)]
    const fail = (what: string): void => void failures.push(`${id} ${what.padEnd(16)} ${said}  → ${JSON.stringify(noted)}`)
    if (kind === 'decision') {
      count.decisions++
      if (summary.decisions.length > 0) count.decided++
      else fail('no decision')
    } else if (summary.decisions.length > 0 && kind === 'none') {
      count.decidedFalsely++
      fail('false decision')
    }
    if (kind !== 'action') {
      if (kind === 'none' && actions.length > 0) {
        count.falseAlarm++
        fail('false action')
      }
      continue
    }
    const wanted = expect.contains?.toLowerCase()
    const item = actions.find(({ text }) => wanted === undefined || text.toLowerCase().includes(wanted)) ?? actions[0]
    if (item === undefined) {
      count.missed++
      fail('no action')
    } else count.hit++
    // One item may carry two owners' work; each owner's line counts.
    const answered = item?.owner
    if (expect.owner !== null) {
      count.owners++
      if (answered !== undefined && expect.owner.includes(answered)) count.ownerRight++
      else if (answered === undefined) fail('no owner')
    }
    if (answered !== undefined && !(expect.owner ?? []).includes(answered)) {
      count.ownerWrong++
      fail('wrong owner')
    }
    const dates = (expect.due ?? []).filter((date) => date !== null)
    if (dates.length > 0 && !(expect.due ?? []).includes(null)) {
      count.dues++
      if (item?.due !== undefined && dates.includes(item.due)) count.dueRight++
      else fail(`due ${item?.due ?? 'none'}`)
    } else if (item?.due !== undefined && !dates.includes(item.due)) {
      count.dueInvented++
      fail(`due ${item.due}`)
    }
  }
  const [found, all] = [count.hit + count.falseAlarm, count.hit + count.missed]
  console.log(`cases  action against look-alike  P ${percent(count.hit, found)}  R ${percent(count.hit, all)}  F1 ${percent(2 * count.hit, found + all)}`)
  const [right, wrong] = [percent(count.ownerRight, count.owners), percent(count.ownerWrong, all)]
  console.log(`       owner right ${count.ownerRight} of ${count.owners} (${right}), wrong ${count.ownerWrong} of ${all} (${wrong})`)
  console.log(`       due right ${count.dueRight} of ${count.dues}, a date where none is meant ${count.dueInvented}`)
  console.log(`       decisions found ${count.decided} of ${count.decisions}, false ${count.decidedFalsely}`)
  if (values.failures) for (const line of failures) console.log(line)
}
