import { readFileSync } from 'node:fs'
import nlp from 'compromise'
import { redactPlain } from '../../src-main/core/redaction/index.ts'
import { createPiiFinder } from '../../src-shared/pii/index.ts'

/** The demo's words, a caption a turn: what a meeting hands to the finder. Numbers and times of captions are not among them. */
function demoTurns(): string[] {
  const file = new URL('../../resources/demo/weekly-product-sync.vtt', import.meta.url)
  return readFileSync(file, 'utf8').split('\n\n').flatMap((cue) => {
    const lines = cue.split('\n')
    const at = lines.findIndex((line) => line.includes('-->'))
    return at < 0 ? [] : [lines.slice(at + 1).join(' ').replace(/<[^<>]{1,80}>/g, '').trim()]
  }).filter((turn) => turn !== '')
}

/** Milliseconds of this process's own CPU, the least of some runs: the wall clock, and a run beside a loud neighbour, count what else runs. */
function cpuOf(work: () => void, runs = 1): number {
  const took = Array.from({ length: runs }, () => {
    const began = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1000
  })
  return Math.min(...took)
}

/**
 * Finding personal data in a transcript at 1×, 10× and 100× of its length, turn by turn and in one piece, beside
 * compromise's own analysis of the same text in the same run; then all of redaction, which looks again at what its finds
 * changed and gives out tokens. Times are of CPU, of one core whatever else runs; what counts is how they relate.
 */
export async function benchRedact({ quick }: { quick: boolean }): Promise<void> {
  const turns = demoTurns()
  const find = createPiiFinder({ lang: 'en', participants: [] })
  const other = createPiiFinder({ lang: 'de', participants: [] })
  for (let i = 0; i < 80; i++) for (const turn of turns) find(turn) // compiled and warm
  for (const turn of turns) other(turn)
  const chars = turns.join('\n').length
  let first = 0
  for (const times of quick ? [1, 10] : [1, 10, 100]) {
    const runs = times === 100 ? 2 : 5
    const took = cpuOf(() => {
      for (let i = 0; i < times; i++) turns.forEach((turn, at) => find(turn, turns[at - 1]))
    }, runs)
    const whole = turns.join('\n').concat('\n').repeat(times)
    const inOne = cpuOf(() => find(whole), runs)
    const redacting = cpuOf(() => redactPlain(whole, { lang: 'en' }), runs)
    if (times === 1) first = took
    const rate = (chars * times) / took / 1000
    const byTurns = `by turns ${took.toFixed(0)} ms (${rate.toFixed(2)} million a second, ${(took / first).toFixed(1)}× of the first)`
    console.log(`  ${`${times}×`.padEnd(5)} ${String(chars * times).padStart(9)} characters: ${byTurns}, in one piece ${inOne.toFixed(0)} ms, ` +
      `redacted ${redacting.toFixed(0)} ms (${((chars * times) / redacting / 1000).toFixed(2)} million a second)`)
  }
  const [own, theirs] = [cpuOf(() => turns.forEach((turn) => find(turn)), 5), cpuOf(() => turns.forEach((turn) => nlp(turn).people()), 3)]
  console.log(`  compromise's names of the same text: ${theirs.toFixed(0)} ms; ours takes ${(own / theirs).toFixed(2)} of that`)
  await Promise.resolve()
}
