import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { redactPlain } from '../../src-main/core/redaction/index.ts'
import { reportFamilies, type Judged } from './families.ts'
import { reportFresh } from './fresh/report.ts'
import { printPiiTable } from './pii-table.ts'
import { unseenItems } from './unseen/generate.ts'
import { reportUnseen } from './unseen/report.ts'
import { SET_ONE } from './unseen/set-one.ts'
import { SET_TWO } from './unseen/set-two.ts'
import { keptItems } from './unseen/kept.ts'
import { toldItems } from './unseen/told.ts'
import { talkItems } from './unseen/talk/make.ts'
import { PATTERNS_FOUR } from './unseen/talk/patterns-four.ts'
import { PATTERNS_THREE } from './unseen/talk/patterns.ts'
import { SET_FOUR } from './unseen/talk/four.ts'
import { SET_THREE } from './unseen/talk/set-three.ts'

/**
 * Measures redaction against a labelled set: no participant list, no model.
 *   npm run eval -- pii [--sets DIR] [--json] [--keep FILE] [--misses]
 *   npm run eval -- pii --sets DIR --table      every figure there is a goal for, beside it, for each set
 * Without a set, only the fresh items are measured; `--misses` prints those that leak.
 * DIR holds dev.jsonl ({id, lang, text, entities}) and score.mjs, which prints the table. Only id, lang and text are given to
 * redaction; labels serve the report.
 */
const { values } = parseArgs({
  options: {
    sets: { type: 'string' },
    json: { type: 'boolean', default: false },
    keep: { type: 'string' },
    misses: { type: 'boolean', default: false },
    table: { type: 'boolean', default: false },
  },
})
const scorer = values.sets === undefined ? undefined : join(values.sets, 'score.mjs')

function reportOwnSets(): void {
  reportFresh(values.misses)
  reportUnseen('first set of many types and formats, by which rules were mended', unseenItems(SET_ONE, 41), { scorer, showMisses: values.misses })
  reportUnseen('second set, likewise after its first sight (figures of that stand in its file)', unseenItems(SET_TWO, 77), { scorer, showMisses: false })
  reportUnseen('third set, of talk and documents', talkItems(SET_THREE, PATTERNS_THREE, 303), { scorer, showMisses: false })
  reportUnseen('fourth set, of talk and documents', talkItems(SET_FOUR, PATTERNS_FOUR, 404), { scorer, showMisses: false })
  reportUnseen('fifth set, each item written by hand', toldItems('five'), { scorer, showMisses: false })
  reportUnseen('sixth set, written by hand after the fifth was mended', toldItems('six'), { scorer, showMisses: values.misses })
  reportUnseen('seventh set, by another hand, by which rules were mended', keptItems('seven'), { scorer, showMisses: values.misses })
  reportUnseen('eighth set, by a third hand, by which rules were mended later', keptItems('eight'), { scorer, showMisses: false })
  reportUnseen('ninth set, by a fourth hand, by which rules were mended', keptItems('nine'), { scorer, showMisses: false })
  reportUnseen('tenth set, by the fourth hand, by which rules were mended', keptItems('ten'), { scorer, showMisses: false })
  reportUnseen('eleventh set, by a fifth hand, by which rules were mended', keptItems('eleven'), { scorer, showMisses: false })
  reportUnseen('twelfth set, by the fifth hand, by which rules were mended', keptItems('twelve'), { scorer, showMisses: false })
  reportUnseen('thirteenth set, by a sixth hand, by which rules were mended', keptItems('thirteen'), { scorer, showMisses: false })
  reportUnseen('fourteenth set, by a seventh hand, by which rules were mended', keptItems('fourteen'), { scorer, showMisses: false })
  reportUnseen('fifteenth set, by an eighth hand, by which rules were mended', keptItems('fifteen'), { scorer, showMisses: false })
  reportUnseen('sixteenth set, by a ninth hand, only its logins and secrets read', keptItems('sixteen'), { scorer, showMisses: false })
}

if (values.sets === undefined) {
  if (values.table) {
    console.error('--table needs --sets DIR, which has the scorer')
    process.exit(2)
  }
  reportOwnSets()
  process.exit()
}

const labelSchema = z.looseObject({ start: z.number(), end: z.number(), type: z.string() })
const itemSchema = z.looseObject({ id: z.string(), lang: z.string(), text: z.string(), entities: z.array(labelSchema) })
const gold = join(values.sets, 'dev.jsonl')
const items = readFileSync(gold, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => itemSchema.parse(JSON.parse(line)))

if (values.table && scorer !== undefined) {
  printPiiTable(scorer, {
    'development set': items,
    'own first set': unseenItems(SET_ONE, 41),
    'own second set': unseenItems(SET_TWO, 77),
    'own third set, of talk and documents': talkItems(SET_THREE, PATTERNS_THREE, 303),
    'own fourth set, of talk and documents': talkItems(SET_FOUR, PATTERNS_FOUR, 404),
    'own fifth set, written by hand': toldItems('five'),
    'own sixth set, written by hand': toldItems('six'),
    'own seventh set, by another hand': keptItems('seven'),
    'own eighth set, by a third hand': keptItems('eight'),
    'own ninth set, by a fourth hand': keptItems('nine'),
    'own tenth set, by a fourth hand': keptItems('ten'),
    'own eleventh set, by a fifth hand': keptItems('eleven'),
    'own twelfth set, by a fifth hand, by which rules were mended': keptItems('twelve'),
    'own thirteenth set, by a sixth hand, by which rules were mended': keptItems('thirteen'),
    'own fourteenth set, by a seventh hand, by which rules were mended': keptItems('fourteen'),
    'own fifteenth set, by an eighth hand, by which rules were mended': keptItems('fifteen'),
    'own sixteenth set, by a ninth hand, only its logins and secrets read': keptItems('sixteen'),
  })
  process.exit()
}

const began = process.cpuUsage()
const judged: Judged[] = []
const lines = items.map(({ id, lang, text, entities: gold }) => {
  const entities = redactPlain(text, { lang }).entities.map(({ start, end, type, score, recognizer, cue }) => ({ start, end, type, score, recognizer, cue }))
  judged.push({ id, lang, text, gold, hidden: entities })
  return JSON.stringify({ id, entities })
})
const { user, system } = process.cpuUsage(began)
const chars = items.reduce((sum, { text }) => sum + text.length, 0)
const rate = (chars / (user + system)).toFixed(2)
console.error(`${items.length} items, ${chars} characters, ${((user + system) / 1e6).toFixed(2)} s of CPU: ${rate} million characters a second`)

const folder = values.keep === undefined ? mkdtempSync(join(tmpdir(), 'sotto-eval-')) : null
const predictions = values.keep ?? join(folder ?? '', 'predictions.jsonl')
writeFileSync(predictions, `${lines.join('\n')}\n`)
const { status } = spawnSync(process.execPath, [join(values.sets, 'score.mjs'), gold, predictions, ...(values.json ? ['--json'] : [])], { stdio: 'inherit' })
if (folder !== null) rmSync(folder, { recursive: true })
process.exitCode = status ?? 1
if (!values.json) {
  reportFamilies(judged)
  reportOwnSets()
}
