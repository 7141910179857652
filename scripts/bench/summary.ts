import { segmentIdSchema } from '../../src-shared/domain/ids.ts'
import { redactedTextSchema } from '../../src-shared/domain/text.ts'
import type { SummaryInput } from '../../src-main/core/summary/index.ts'
import { createEmbeddedEngine } from '../../src-main/core/summary/embedded/index.ts'
import { sentenceSpans } from '../../src-main/core/summary/embedded/sentences.pure.ts'

const WORDS = 22_000
const RUNS = 6
const WARM = 2

/**
 * `npm run bench -- summary`: a meeting of 22,000 words through the embedded engine, ten times as many, and a plain TextRank
 * over the same text in the same run.
 */
export async function benchSummary({ quick }: { quick: boolean }): Promise<void> {
  const words = quick ? WORDS / 4 : WORDS
  const once = meeting(words)
  const tenfold = meeting(10 * words)
  const engine = createEmbeddedEngine({ now: () => performance.now() })
  const take = (input: SummaryInput): Promise<unknown> => engine.summarize(input, { signal: new AbortController().signal })
  for (let run = 0; run < WARM; run++) await take(once) // the first runs compile
  const text = once.segments.map((segment) => segment.text).join(' ')
  const sentences = sentenceSpans(text).map(({ start, end }) => text.slice(start, end))
  const ours = await best(RUNS, () => take(once))
  const large = await best(quick ? 1 : 2, () => take(tenfold))
  const reference = await best(quick ? 1 : 2, () => Promise.resolve(plainTextRank(sentences)))
  const spent = ({ cpu, wall }: Spent): string => `${cpu.toFixed(0)} ms of processor time (${wall.toFixed(0)} ms by the clock)`
  console.log(`embedded engine  ${words} words  ${spent(ours)}`)
  console.log(`                 ten times as many  ${spent(large)}: ${(large.cpu / ours.cpu).toFixed(1)} times`)
  console.log(`plain TextRank   ${sentences.length} sentences  ${spent(reference)}: the engine takes 1/${(reference.cpu / ours.cpu).toFixed(1)} of it`)
}

/** In milliseconds; the least of some runs. Processor time, of all threads: other programs that run beside it do not count. */
interface Spent {
  readonly cpu: number
  readonly wall: number
}

async function best(runs: number, work: () => Promise<unknown>): Promise<Spent> {
  let least: Spent = { cpu: Infinity, wall: Infinity }
  for (let run = 0; run < runs; run++) {
    const [before, started] = [process.cpuUsage(), performance.now()]
    await work()
    const { user, system } = process.cpuUsage(before)
    least = { cpu: Math.min(least.cpu, (user + system) / 1000), wall: Math.min(least.wall, performance.now() - started) }
  }
  return least
}

const ROUNDS = 30
const DAMPING = 0.85

/**
 * TextRank (Mihalcea and Tarau 2004) as it is written down: every sentence against every other, words compared one by one,
 * divided by the logarithms of the lengths; then the walk over the whole matrix.
 */
function plainTextRank(sentences: readonly string[]): number[] {
  const bags = sentences.map((sentence) => sentence.toLowerCase().split(/[^a-z0-9']+/).filter(Boolean))
  const weights = bags.map((a, i) =>
    bags.map((b, j) => {
      if (i === j || a.length < 2 || b.length < 2) return 0
      let shared = 0
      for (const word of a) for (const other of b) if (word === other) shared++
      return shared / (Math.log(a.length) + Math.log(b.length))
    }),
  )
  const sums = weights.map((row) => row.reduce((sum, weight) => sum + weight, 0) || 1)
  let ranks = sentences.map(() => 1 / sentences.length)
  for (let round = 0; round < ROUNDS; round++) {
    ranks = ranks.map((_, i) => 1 - DAMPING + DAMPING * ranks.reduce((sum, rank, j) => sum + (rank * (weights[j]?.[i] ?? 0)) / (sums[j] ?? 1), 0))
  }
  return ranks
}

const FRAMES = [
  'We should look at the # before the # is finished.', 'I think the # costs more than the # of last year.', 'The # and the # belong to the same #.',
  'Can you send the # to the # by Friday?', 'Yeah, that sounds good.', 'So we decided to go with the # for the # and leave the # out.',
  'What happens to the # when the # is late?', 'I will write the # about the # tomorrow, and the # comes after it.',
]

/** Talk of about so many words, by four people, with words as unevenly spread as words are. The same every time. */
function meeting(words: number): SummaryInput {
  let state = 7
  const next = (): number => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) / 0x80000000
  const noun = (): string => `${SYLLABLES[Math.floor(next() * SYLLABLES.length)] ?? ''}${SYLLABLES[Math.floor(next() ** 3 * SYLLABLES.length)] ?? ''}`
  const segments: SummaryInput['segments'][number][] = []
  for (let said = 0; said < words; ) {
    const sentence = Array.from({ length: 1 + Math.floor(next() * 3) }, () => (FRAMES[Math.floor(next() * FRAMES.length)] ?? '').replace(/#/g, noun)).join(' ')
    said += sentence.split(' ').length
    const at = segments.length
    segments.push({
      id: segmentIdSchema.parse(at.toString().padStart(26, '0')), speaker: redactedTextSchema.parse(`[PERSON_${(at % 4) + 1}]`),
      startMs: at * 5000, endMs: at * 5000 + 4500, text: redactedTextSchema.parse(sentence),
    })
  }
  return { segments, participants: [1, 2, 3, 4].map((n) => redactedTextSchema.parse(`[PERSON_${n}]`)), date: '2026-11-03' }
}

const SYLLABLES = 'report budget market plan ticket page invoice form release team model test price sensor battery screen case print audit server vendor travel office report train course grant school wage water road bridge train energy garden paper signal radio camera'.split(' ')
