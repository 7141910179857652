import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { redactPlain } from '../../../src-main/core/redaction/index.ts'
import type { UnseenItem } from './generate.ts'

interface Tally {
  personal: number
  left: number
  other: number
  masked: number
  items: number
  clean: number
  alarms: number
}

function addTo(tally: Tally, item: UnseenItem, hidden: readonly { start: number; end: number }[]): void {
  tally.items++
  for (const { index } of item.text.matchAll(/[\p{L}\p{N}]/gu)) {
    const isHidden = hidden.some(({ start, end }) => index >= start && index < end)
    const label = item.entities.find(({ start, end }) => index >= start && index < end)
    if (label?.type === 'ORG' || label?.type === 'LOCATION') continue
    const isPersonal = label !== undefined
    if (isPersonal) tally.personal++
    else tally.other++
    if (isPersonal && !isHidden) tally.left++
    if (!isPersonal && isHidden) tally.masked++
  }
  if (item.entities.length > 0) return
  tally.clean++
  if (hidden.length > 0) tally.alarms++
}

const percent = (part: number, whole: number): string => (whole === 0 ? '    –' : ((100 * part) / whole).toFixed(1).padStart(5))

/**
 * Prints leak and over-redaction of a set by style, language and type; with `scorer` (the path of score.mjs) its own table
 * too, and with `showMisses` every item that leaks or hides too much.
 */
export function reportUnseen(
  title: string,
  unseen: readonly UnseenItem[],
  { scorer, showMisses }: { scorer?: string | undefined; showMisses: boolean },
): void {
  const items = unseen.map((item) => ({ item, hidden: redactPlain(item.text, { lang: item.lang }).entities }))
  console.log(`\n${title} (${items.length} items)`)
  const row = (name: string, wanted: (item: UnseenItem) => boolean): void => {
    const tally: Tally = { personal: 0, left: 0, other: 0, masked: 0, items: 0, clean: 0, alarms: 0 }
    for (const { item, hidden } of items) if (wanted(item)) addTo(tally, item, hidden)
    const figures = `leak ${percent(tally.left, tally.personal)}  over ${percent(tally.masked, tally.other)}  alarms ${percent(tally.alarms, tally.clean)}`
    console.log(`  ${name.padEnd(16)} ${String(tally.items).padStart(5)}  ${figures}`)
  }
  row('overall', () => true)
  row('not English', (item) => item.lang !== 'en')
  for (const style of ['written', 'spoken', 'asr']) row(style, (item) => item.style === style)
  for (const lang of ['en', 'de', 'fr', 'es', 'sv'])
    for (const style of ['written', 'spoken', 'asr']) row(`${lang} ${style}`, (item) => item.lang === lang && item.style === style)
  const types = new Set(items.flatMap(({ item }) => item.entities.map(({ type }) => type)))
  for (const type of types) row(type, (item) => item.entities.some((entity) => entity.type === type))
  for (const lang of ['en', 'de', 'fr', 'es', 'sv'])
    row(`PERSON ${lang} asr`, (item) => item.lang === lang && item.style === 'asr' && item.entities[0]?.type === 'PERSON')
  if (scorer !== undefined) printScore(scorer, items)
  if (!showMisses) return
  for (const { item, hidden } of items) {
    const tally: Tally = { personal: 0, left: 0, other: 0, masked: 0, items: 0, clean: 0, alarms: 0 }
    addTo(tally, item, hidden)
    if (tally.left === 0 && tally.masked === 0) continue
    const found = hidden.map(({ start, end, type, recognizer }) => `${type}:${item.text.slice(start, end)} (${recognizer})`)
    const values = item.entities.map(({ type, text }) => `${type}:${text}`).join(' | ')
    console.log(`${item.lang} ${item.style} ${tally.left > 0 ? 'LEAK' : 'over'} ${JSON.stringify(item.text)} = ${values} ~ ${found.join(' | ')}`)
  }
}

function printScore(scorer: string, items: readonly { item: UnseenItem; hidden: readonly { start: number; end: number; type: string }[] }[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'sotto-unseen-'))
  const lines = (each: (one: (typeof items)[number]) => unknown): string => items.map((one) => `${JSON.stringify(each(one))}\n`).join('')
  writeFileSync(
    join(folder, 'gold.jsonl'),
    lines(({ item }) => item),
  )
  writeFileSync(
    join(folder, 'found.jsonl'),
    lines(({ item, hidden }) => ({ id: item.id, entities: hidden.map(({ start, end, type }) => ({ start, end, type })) })),
  )
  spawnSync(process.execPath, [scorer, join(folder, 'gold.jsonl'), join(folder, 'found.jsonl')], { stdio: 'inherit' })
  rmSync(folder, { recursive: true })
}
