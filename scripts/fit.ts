import './node-guard.mjs'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readMeetings } from './fit/ami.ts'
import { actionsHeldOut } from './fit/held-out.ts'
import type { HeldOut } from './fit/items.ts'
import { fitOverview } from './fit/overview.ts'
import prior from './fit/prior.json' with { type: 'json' }
import { fitRegister } from './fit/register.ts'
import { fitActions, fitDecisions } from './fit/tasks.ts'

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

const register = fitRegister(meetings)
const actions = fitActions(meetings)
const decisions = fitDecisions(meetings, register)
const percent = (value: number): string => (100 * value).toFixed(2)
const figures = ({ f1, precision, recall }: HeldOut): string => `F1 ${percent(f1)}, precision ${percent(precision)}, recall ${percent(recall)}`
for (const [name, { heldOut, misheard, weights }] of Object.entries({ 'action lines': actions, decisions })) {
  console.log(`${name.padEnd(14)} ${figures(heldOut)} on groups held out, from ${weights['sure from'] ?? 0}`)
  for (const [noise, heard] of misheard) console.log(`${''.padEnd(14)} ${figures(heard)} with ${100 * noise} % of the words misheard`)
}
const engine = actionsHeldOut(meetings, actions, null)
console.log(`${'action items'.padEnd(14)} ${figures(engine)} with the exchanges they cite; both tiers find ${percent(engine.ofEight)}`)

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16)
const weights = {
  provenance: {
    script: 'scripts/fit.ts',
    prior: 'scripts/fit/prior.json, set by hand',
    data: 'AMI Meeting Corpus (AMI Consortium, CC BY 4.0), training part',
    meetings: meetings.length,
    sha256: digest(readFileSync(values.ami)),
  },
  overview: fitOverview(meetings, prior.overview, register),
  actions: actions.weights,
  decisions: decisions.weights,
  questions: prior.questions,
  register,
}
writeFileSync(out, `${JSON.stringify(weights, null, 2)}\n`)
