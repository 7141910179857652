import { createHash } from 'node:crypto'
import { createEgress, type Egress } from '../../../src-main/core/egress/index.ts'
import { EGRESS_RULES, type EgressRules } from '../../../src-main/core/egress/rules.ts'
import type { Manifest } from '../../../src-main/core/models/manifest.ts'
import type { EgressIntent, EgressOutcome } from '../../../src-shared/domain/egress.ts'

/** Bytes with the header of a Whisper model in ggml format; the rest is reproducible noise. */
export function modelBytes(bytes: number, { vocabulary = 51_865, seed = 1 } = {}): Buffer {
  const file = Buffer.alloc(bytes)
  let state = seed >>> 0
  for (let at = 0; at < bytes; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    file[at] = state >>> 24
  }
  const header = [0x67676d6c, vocabulary, 1500, 384, 6, 4, 448, 384, 6, 4, 80, 1]
  header.forEach((value, at) => file.writeUInt32LE(value, at * 4))
  return file
}

interface Entry {
  readonly name: string
  readonly file: Buffer
  readonly languages?: 'en' | 'many'
}

/** A manifest of files that a server of this machine has. */
export function manifestOf(origin: string, entries: readonly Entry[]): Manifest {
  const digest = (algorithm: string, file: Buffer): string => createHash(algorithm).update(file).digest('hex')
  return {
    license: 'MIT',
    sources: { test: 'made by the test' },
    models: entries.map(({ name, file, languages = 'many' }) => ({
      name,
      url: `${origin}/repo/resolve/ggml-${name}.bin`,
      languages,
      bytes: file.length,
      sha256: { value: digest('sha256', file), sources: ['test'] },
      pointerBlob: '0'.repeat(40),
      sha1: { value: digest('sha1', file), sources: ['test'] },
    })),
  }
}

/** The product's rules for model downloads, turned to this machine: same method, same redirects, a shorter patience. */
const here: EgressRules = {
  ...EGRESS_RULES['model-download'],
  scheme: 'http:',
  hosts: 'loopback',
  endpoints: { '/repo/resolve/': { method: 'GET', firstByteMs: 400 }, '/cdn/': { method: 'GET', firstByteMs: 400, query: true } },
  idleMs: 400,
}

export interface LedgerLine {
  readonly intent: EgressIntent
  outcome: EgressOutcome | null
}

export function loopbackEgress(): { egress: Egress; lines: LedgerLine[] } {
  const lines: LedgerLine[] = []
  const egress = createEgress({
    now: () => 0,
    rules: { ...EGRESS_RULES, 'model-download': here },
    ledger: {
      begin: async (intent) => String(lines.push({ intent, outcome: null }) - 1),
      end: async (id, outcome) => {
        const line = lines[Number(id)]
        if (line !== undefined) line.outcome = outcome
      },
    },
  })
  return { egress, lines }
}
