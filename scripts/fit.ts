import './node-guard.mjs'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { actionCandidates } from '../src-main/core/summary/embedded/actions.pure.ts'
import { decisionCandidates } from '../src-main/core/summary/embedded/decisions.pure.ts'
import { overviewCandidates } from '../src-main/core/summary/embedded/overview.pure.ts'
import { vectorsOf } from '../src-main/core/summary/embedded/vectors.pure.ts'
import { readMeetings } from './fit/ami.ts'
import { fitItems } from './fit/items.ts'
import { fitOverview } from './fit/overview.ts'
import prior from './fit/prior.json' with { type: 'json' }

/**
 * Fits the embedded engine's weights on the training part of the AMI Meeting Corpus (CC BY 4.0) and writes the weights file.
 *   node scripts/fit.ts --ami FILE [--out FILE]
 * FILE is gzipped, one annotated meeting a line. The hand-set weights of prior.json stand where the corpus says nothing.
 * The same file gives the same bytes.
 */
const { values } = parseArgs({ options: { ami: { type: 'string' }, out: { type: 'string' } } })
if (values.ami === undefined) {
  console.error('usage: node scripts/fit.ts --ami FILE [--out FILE]')
  process.exit(2)
}
const out = values.out ?? new URL('../src-main/core/summary/embedded/weights.json', import.meta.url)
const meetings = readMeetings(values.ami)

const actions = fitItems(
  meetings.map(({ group, lines, actions: items }) => ({
    group,
    items,
    candidates: actionCandidates(lines, '2025-03-12').map(({ line, task, features }) => ({ features, segments: [...task.segments, ...line.segments] })),
  })),
  prior.actions,
  { strength: 30, held: {}, most: 5, prefer: 'recall' },
)
const decisions = fitItems(
  meetings.map(({ group, lines, decisions: items }) => ({
    group,
    items,
    candidates: decisionCandidates(lines, overviewCandidates(lines, vectorsOf(lines.map(({ stems }) => stems)))).map(({ line, support, features }) => ({
      features,
      segments: [...line.segments, ...support.flatMap((other) => other.segments)],
    })),
  })),
  prior.decisions,
  { strength: 30, held: {}, most: 8, prefer: 'precision' },
)
console.log(`actions    ${actions.report}`)
console.log(`decisions  ${decisions.report}`)

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16)
const weights = {
  provenance: {
    script: 'scripts/fit.ts',
    prior: 'scripts/fit/prior.json, set by hand',
    data: 'AMI Meeting Corpus (AMI Consortium, CC BY 4.0), training part',
    meetings: meetings.length,
    sha256: digest(readFileSync(values.ami)),
  },
  overview: fitOverview(meetings, prior.overview),
  actions: actions.weights,
  decisions: decisions.weights,
  questions: prior.questions,
}
writeFileSync(out, `${JSON.stringify(weights, null, 2)}\n`)
