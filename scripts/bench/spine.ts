import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readTranscript } from '../../src-main/core/importers/index.ts'
import { createSotto } from '../../src-main/core/sotto.ts'
import { openForWriting } from '../../src-main/core/store/index.ts'

/**
 * `npm run bench -- spine`: a transcript of 25,000 words through import, redaction, index and summary, stage by stage, and
 * as a ratio to merely parsing it and inserting its lines into the same kind of encrypted database, in the same run.
 */
const WORDS = 25_000
const RUNS = 3

/** The bundled meeting over and over, every pass with other numbers and its own names, so that nothing repeats exactly. */
export function longMeeting(wanted: number): { text: string; words: number } {
  const source = readFileSync(fileURLToPath(new URL('../../resources/demo/weekly-product-sync.vtt', import.meta.url)), 'utf8')
  const cues = [...source.matchAll(/-->[^\n]*\n((?:(?!\n\n)[\s\S])+)/g)].map((match) => match[1] ?? '')
  const lines = ['WEBVTT', '']
  let words = 0
  for (let turn = 0; words < wanted; turn++) {
    const pass = Math.floor(turn / cues.length)
    const text = (cues[turn % cues.length] ?? '').replace(/\d+/g, (digits) =>
      String(Number(digits) + pass)
        .padStart(digits.length, '0')
        .slice(-digits.length),
    )
    lines.push(`${clock(turn * 6)} --> ${clock(turn * 6 + 5)}`, text, '')
    words += text
      .replace(/<[^>]*>/g, '')
      .split(/\s+/)
      .filter(Boolean).length
  }
  return { text: lines.join('\n'), words }
}

const clock = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':') + '.000'

async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  const started = performance.now()
  const result = await work()
  return { ms: performance.now() - started, result }
}

async function baseline(bytes: Uint8Array): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'sotto-bench-'))
  const db = openForWriting(join(dir, 'sotto.db'), new Uint8Array(32).fill(1), 'create')
  db.exec('CREATE TABLE lines (at INTEGER, speaker TEXT, text TEXT)')
  const insert = db.prepare('INSERT INTO lines VALUES (?, ?, ?)')
  try {
    const { ms } = await timed(async () => {
      const { cues } = await readTranscript(bytes)
      // Raw words print as a placeholder; the bytes that go in are as many as the line has.
      db.transaction(() =>
        cues.forEach((cue, at) => insert.run(cue.startMs ?? null, 'Some Speaker', 'x'.repeat(Math.round(bytes.length / cues.length)) + at)),
      ).immediate()
    })
    return ms
  } finally {
    db.close()
    rmSync(dir, { recursive: true })
  }
}

async function spine(text: string) {
  const dir = mkdtempSync(join(tmpdir(), 'sotto-bench-'))
  const sotto = createSotto({ dir, version: 'bench', kdfCost: { opsLimit: 1, memLimitBytes: 8192 } })
  let peakBytes = 0
  const sampler = setInterval(() => (peakBytes = Math.max(peakBytes, process.memoryUsage.rss())), 20)
  try {
    await sotto.client.system.init({ passphrase: 'bench passphrase' })
    const started = performance.now()
    const imported = await timed(() => sotto.client.notes.import({ file: new File([text], 'long.vtt'), participants: [] }))
    const ends: Record<string, number> = {}
    let from = performance.now()
    for await (const job of await sotto.client.jobs.watch({ noteId: imported.result.noteId })) {
      if (job.state !== 'done' || ends[job.kind] !== undefined) continue
      ends[job.kind] = performance.now() - from
      from = performance.now()
    }
    const totalMs = performance.now() - started
    const search = await timed(() => sotto.client.search.query({ query: 'budget friday' }))
    const show = await timed(() => sotto.client.notes.show({ id: imported.result.noteId, reveal: true }))
    return {
      parseAndSeal: imported.ms,
      redactAndIndex: ends['redact'] ?? NaN,
      summarize: ends['summarize'] ?? NaN,
      totalMs,
      search: search.ms,
      show: show.ms,
      peakBytes,
      dbBytes: ['sotto.db', 'sotto.db-wal'].reduce((sum, name) => sum + statSync(join(dir, name)).size, 0),
    }
  } finally {
    clearInterval(sampler)
    await sotto.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

export async function benchSpine(): Promise<void> {
  const { text, words } = longMeeting(WORDS)
  const bytes = new TextEncoder().encode(text)
  await baseline(bytes) // warm
  await spine(longMeeting(2_000).text)
  const bases: number[] = []
  const runs: Awaited<ReturnType<typeof spine>>[] = []
  for (let run = 0; run < RUNS; run++) {
    bases.push(await baseline(bytes))
    runs.push(await spine(text))
  }
  const of = (key: keyof (typeof runs)[number]): number => median(runs.map((run) => run[key]))
  const base = median(bases)
  const row = (name: string, ms: number) => ({ stage: name, ms: Math.round(ms), 'ratio to baseline': Number((ms / base).toFixed(2)) })
  console.log(`${words} words, ${(bytes.length / 1e6).toFixed(2)} MB, median of ${RUNS} runs`)
  console.table([
    row('baseline: parse + insert lines, encrypted', base),
    row('parse + seal + store (import returns)', of('parseAndSeal')),
    row('redact + seal + index', of('redactAndIndex')),
    row('summarize (embedded)', of('summarize')),
    row('whole: import to finished note', of('totalMs')),
    row('search, two words', of('search')),
    row('show whole note with names', of('show')),
  ])
  console.log(`peak resident memory ${Math.round(of('peakBytes') / 2 ** 20)} MiB · database ${(of('dbBytes') / 1e6).toFixed(1)} MB`)
}
