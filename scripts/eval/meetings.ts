import '../node-guard.mjs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readCases, readMeetings, type AnnotatedMeeting } from './notes/annotated.ts'
import { caseF1, scoreCases } from './notes/cases.ts'
import { shownLines, wincesAt } from './notes/reader.ts'
import { printScores } from './notes/scorer.ts'
import { printTable } from './notes/table.ts'
import { takeNotes, type Noted } from './notes/take-notes.ts'

/**
 * Measures the embedded summary engine against annotated meetings and hand-written cases.
 *   npm run eval -- meetings --sets DIR [--part dev|train] [--no-speakers] [--noise SHARE] [--keep DIR] [--show ID] [--failures]
 *   npm run eval -- meetings --sets DIR --table      every figure there is a target for, beside it
 * DIR holds dev/*.json, train/*.jsonl.gz, cases/*.jsonl and score.mjs. References are never shown to the engine.
 */
const { values } = parseArgs({
  options: {
    sets: { type: 'string' }, part: { type: 'string', default: 'dev' }, table: { type: 'boolean', default: false },
    'no-speakers': { type: 'boolean', default: false },
    keep: { type: 'string' }, noise: { type: 'string' }, show: { type: 'string' }, failures: { type: 'boolean', default: false },
  },
})
const { sets, part } = values
if (sets === undefined || (part !== 'dev' && part !== 'train')) {
  console.error('usage: npm run eval -- meetings --sets DIR [--table] [--part dev|train] [--no-speakers] [--noise SHARE] [--keep DIR] [--show ID] [--failures]')
  process.exit(2)
}
/** Annotated meetings have no date; nothing in them is scored by one. */
const DATE = '2025-03-12T10:00:00'
const CASES = ['their cases', join(sets, 'cases/owner-due.jsonl')] as const
const ownCases = (name: string): string => new URL(`../../test/fixtures/summary/${name}.jsonl`, import.meta.url).pathname
const conditions = { noise: values.noise === undefined ? undefined : Number(values.noise), noSpeakers: values['no-speakers'] }

const OURS = ['cases', 'cases-second', 'cases-third']
const named = (name: string): string => `our ${name.replaceAll('-', ' ')}`

if (values.table) await printTable(sets, DATE, { theirs: CASES[1], ...Object.fromEntries(OURS.map((name) => [named(name), ownCases(name)])) })
else {
  await scoreMeetings(sets, part)
  await printCases(...CASES)
  for (const name of OURS) await printCases(named(name), ownCases(name))
}

async function scoreMeetings(dir: string, which: 'dev' | 'train'): Promise<void> {
  const pairs: [AnnotatedMeeting, Noted][] = []
  for (const meeting of readMeetings(dir, which)) pairs.push([meeting, await takeNotes(meeting, DATE, conditions)])
  const status = printScores(dir, pairs, values.keep)
  const goldItems = pairs.flatMap(([{ reference }, { summary, places }]) =>
    (reference?.actionItems ?? []).filter(({ segments }) => segments.length > 0)
      .map(({ segments }) => summary.actions.some(({ evidence }) => places(evidence).some((at) => segments.some((one) => Math.abs(one - at) <= 2)))))
  const words = pairs.reduce((sum, [{ segments }]) => sum + segments.reduce((inner, { text }) => inner + text.split(' ').length, 0), 0)
  const wallMs = pairs.reduce((sum, [, { summary }]) => sum + summary.run.wallMs, 0)
  const lines = pairs.flatMap(([, { summary }]) => shownLines(summary))
  const winces = pairs.flatMap(([{ id }, noted]) => wincesAt(noted).map((wince) => ({ id, ...wince })))
  console.log(`actions, both tiers: found ${goldItems.filter(Boolean).length} of ${goldItems.length}`)
  console.log(`${lines.length} lines, of which a reader winces at ${winces.length}`)
  console.log(`${pairs.length} meetings, ${words} words, ${wallMs.toFixed(0)} ms: ${((wallMs / words) * 22_000).toFixed(0)} ms for 22,000 words`)
  if (values.failures) for (const { id, what, text } of winces) console.log(`${id.padEnd(14)} ${what.padEnd(17)} ${text}`)
  const shown = pairs.find(([{ id }]) => id === values.show)
  if (shown !== undefined) console.log(JSON.stringify(shown[1].summary, null, 1))
  if (status !== 0) process.exitCode = status
}

async function printCases(name: string, file: string): Promise<void> {
  const found = await scoreCases(readCases(file), conditions)
  const { owners, dues, decisions, actions } = found
  console.log(`${name}: action against look-alike F1 ${(100 * caseF1(found)).toFixed(1)} (missed ${actions.missed}, false ${actions.falseAlarms})`)
  console.log(`  owner right ${owners.right} of ${owners.named}, wrong ${owners.wrong}; due right ${dues.right} of ${dues.named}, invented ${dues.invented}`)
  console.log(`  decisions found ${decisions.found} of ${decisions.named}, false ${decisions.falseAlarms}`)
  if (values.failures) for (const line of found.failures) console.log(line)
}
