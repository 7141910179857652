import { createHash } from 'node:crypto'
import type { SummaryInput } from './engine.ts'

/** SHA-256, in hex, of all that an engine's notes depend on: words, speakers, times, people, date, template. */
export function inputDigest({ segments, participants, date, template, own = [] }: SummaryInput): string {
  const parts = segments.map(({ id, speaker, startMs, endMs, text }) => [id, speaker, startMs, endMs, text])
  // Left out where there are none: a summary made before there could be any keeps its digest.
  const manner = template?.manner === undefined ? [] : [{ manner: template.manner }]
  const written = own.length === 0 ? [] : [own.map(({ id, atMs, text }) => [id, atMs, text])]
  const all = [parts, participants, date, template?.name ?? 'general', template?.custom ?? null, ...written, ...manner]
  return createHash('sha256').update(JSON.stringify(all)).digest('hex')
}
