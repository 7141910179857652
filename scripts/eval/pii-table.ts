import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { redactPlain } from '../../src-main/core/redaction/index.ts'

/** An item as the scorer reads it; fields that are not named here are handed on to it. */
export interface LabelledItem {
  readonly id: string
  readonly lang: string
  readonly text: string
}

const share = z.number().nullable()
const group = z.looseObject({ leakRate: share })
const resultSchema = z.looseObject({
  overall: z.looseObject({
    leakRate: share, leakRateMacro: share, entityExposure: share, overRedactionRate: share, falseAlarmRate: share,
    strict: z.looseObject({ f2: share }),
    perType: z.record(z.string(), z.looseObject({ leak: share })),
    personByOrigin: z.record(z.string(), z.looseObject({ leak: share })),
    leaked: z.number(), chars: z.number(),
  }),
  byStyle: z.record(z.string(), group),
  byLang: z.record(z.string(), z.looseObject({ leaked: z.number(), chars: z.number() })),
})
type Result = z.infer<typeof resultSchema>

interface Goal {
  readonly what: string
  /** Percent: must be met, should be met, would be the best. */
  readonly goals: readonly [gate: number, target: number, stretch: number]
  readonly isAtLeast?: boolean
  value(result: Result): number | null | undefined
}

const OPTIONAL = new Set(['ORG', 'LOCATION'])
const styled = (style: string) => ({ byStyle }: Result) => byStyle[style]?.leakRate
const worstType = ({ overall }: Result): number =>
  Math.max(...Object.entries(overall.perType).flatMap(([type, { leak }]) => (OPTIONAL.has(type) || leak === null ? [] : [leak])))

function abroad({ byLang }: Result): number {
  const others = Object.entries(byLang).flatMap(([lang, tally]) => (lang === 'en' ? [] : [tally]))
  return others.reduce((sum, { leaked }) => sum + leaked, 0) / Math.max(1, others.reduce((sum, { chars }) => sum + chars, 0))
}

/** Every figure redaction is judged by, with what it has to be. */
const GOALS: readonly Goal[] = [
  { what: 'leak, all', goals: [20, 10, 5], value: ({ overall }) => overall.leakRate },
  { what: '   mean of types', goals: [20, 10, 6], value: ({ overall }) => overall.leakRateMacro },
  { what: '   values exposed', goals: [22, 12, 7], value: ({ overall }) => overall.entityExposure },
  { what: '   written', goals: [10, 4, 2], value: styled('written') },
  { what: '   spoken', goals: [20, 9, 5], value: styled('spoken') },
  { what: '   as heard by a recogniser', goals: [30, 18, 10], value: styled('asr') },
  { what: '   not English', goals: [25, 14, 8], value: abroad },
  { what: '   names of people', goals: [25, 14, 8], value: ({ overall }) => overall.perType['PERSON']?.leak },
  { what: '   rarer names', goals: [40, 25, 15], value: ({ overall }) => overall.personByOrigin['own']?.leak },
  { what: '   the worst type', goals: [35, 20, 12], value: worstType },
  { what: 'hidden besides', goals: [2, 1.5, 1], value: ({ overall }) => overall.overRedactionRate },
  { what: 'items with a false alarm', goals: [20, 12, 8], value: ({ overall }) => overall.falseAlarmRate },
  { what: 'strict F2', goals: [70, 82, 90], isAtLeast: true, value: ({ overall }) => overall.strict.f2 },
]
const NAMES = ['gate', 'target', 'stretch'] as const

/** Each set's figures beside what they have to be. @throws an Error where the scorer cannot be run */
export function printPiiTable(scorer: string, sets: Readonly<Record<string, readonly LabelledItem[]>>): void {
  for (const [name, items] of Object.entries(sets)) {
    const result = scoreOf(scorer, items)
    console.log(`\n${name}, ${items.length} items`)
    console.log(`${''.padEnd(28)}${'here'.padStart(7)}${NAMES.map((goal) => goal.padStart(9)).join('')}`)
    for (const { what, goals, isAtLeast = false, value } of GOALS) {
      const found = value(result)
      const percent = found === null || found === undefined ? null : 100 * found
      const isMet = (goal: number): boolean => percent !== null && (isAtLeast ? percent >= goal : percent <= goal)
      const reached = NAMES.findLast((_, at) => isMet(goals[at] ?? Number.NaN))
      const said = percent === null ? 'none in it' : reached === undefined ? 'MISSED' : `${reached} met`
      const wanted = goals.map((goal) => `${isAtLeast ? '≥' : '≤'} ${goal}`.padStart(9)).join('')
      console.log(`${what.padEnd(28)}${(percent?.toFixed(1) ?? '–').padStart(7)}${wanted}   ${said}`)
    }
  }
}

function scoreOf(scorer: string, items: readonly LabelledItem[]): Result {
  const folder = mkdtempSync(join(tmpdir(), 'sotto-table-'))
  try {
    const [gold, found] = [join(folder, 'gold.jsonl'), join(folder, 'found.jsonl')]
    const lines = (each: (item: LabelledItem) => unknown): string => items.map((item) => `${JSON.stringify(each(item))}\n`).join('')
    writeFileSync(gold, lines((item) => item))
    const entitiesOf = (text: string, lang: string): object[] => redactPlain(text, { lang }).entities.map(({ start, end, type }) => ({ start, end, type }))
    writeFileSync(found, lines(({ id, lang, text }) => ({ id, entities: entitiesOf(text, lang) })))
    const { stdout, stderr, status } = spawnSync(process.execPath, [scorer, gold, found, '--json'], { encoding: 'utf8', maxBuffer: 1e8 })
    if (status !== 0) throw new Error(`the scorer ended with ${status}: ${stderr}`)
    return resultSchema.parse(JSON.parse(stdout))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
