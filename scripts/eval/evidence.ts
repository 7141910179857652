import '../node-guard.mjs'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { checkEvidence } from '../../src-main/core/summary/evidence/index.ts'

/**
 * How well the evidence check tells a true citation from a wrong one: sentences that people wrote about a meeting, each
 * with the segments they cited (true), and with those cited by another sentence of the same meeting (shuffled).
 *   node scripts/eval/evidence.ts --sets DIR     DIR holds dev/*.json with `reference.summaryItems`
 */
const { values } = parseArgs({ options: { sets: { type: 'string' } } })
if (values.sets === undefined) {
  console.error('usage: node scripts/eval/evidence.ts --sets DIR')
  process.exit(2)
}
const dev = join(values.sets, 'dev')

const meetingSchema = z.looseObject({
  segments: z.array(z.looseObject({ speaker: z.string().nullish(), text: z.string() })),
  reference: z.looseObject({ summaryItems: z.array(z.looseObject({ text: z.string(), segments: z.array(z.number()) })).default([]) }),
})

const SHARES = [0.25, 0.3, 0.35, 0.4, 0.5, 0.6]
const counts = SHARES.map(() => ({ true: 0, shuffled: 0 }))
let pairs = 0
for (const name of readdirSync(dev).sort()) {
  const { segments, reference } = meetingSchema.parse(JSON.parse(readFileSync(join(dev, name), 'utf8')))
  const spoken = segments.map(({ speaker, text }, at) => ({ id: String(at), speaker: speaker ?? null, text }))
  const items = reference.summaryItems.filter((item) => item.segments.length > 0)
  const far = Math.ceil(items.length / 2) // half the meeting away, so that no neighbour's words help
  items.forEach(({ text, segments: cited }, at) => {
    const other = items[(at + far) % items.length]?.segments ?? []
    if (other.some((one) => cited.includes(one))) return
    pairs++
    SHARES.forEach((contentShare, i) => {
      const count = counts[i]
      if (count === undefined) return
      if (checkEvidence({ text, evidence: cited.map(String) }, spoken, { contentShare }).supported) count.true++
      if (checkEvidence({ text, evidence: other.map(String) }, spoken, { contentShare }).supported) count.shuffled++
    })
  })
}
const percent = (count: number): string => `${((100 * count) / Math.max(1, pairs)).toFixed(1)} %`
console.log(`${pairs} pairs; share of the sentence's content words that must stand in the cited window: true pairs passed, shuffled pairs passed`)
counts.forEach((count, i) => console.log(`  ${SHARES[i]}   ${percent(count.true)}   ${percent(count.shuffled)}`))
