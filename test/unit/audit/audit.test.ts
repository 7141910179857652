import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditEventSchema, type AuditEntry } from '../../../src-shared/domain/audit.ts'
import {
  createDevice,
  exportLog,
  genesisHead,
  nextEntry,
  openDevice,
  signCheckpoint,
  verifyChain,
  verifyExport,
  type Device,
} from '../../../src-main/core/audit/index.ts'

const ENTRIES = 10_000
const AT = '2026-11-21T10:00:00.000Z'
let device: Device
let thief: Device
let entries: AuditEntry[]
let lines: string[]

const log = (length: number): AuditEntry[] => {
  const made: AuditEntry[] = []
  for (let seq = 0; seq < length; seq++) {
    made.push(
      nextEntry(made.at(-1) ?? genesisHead, {
        at: AT,
        kind: seq % 3 === 0 ? 'note.imported' : 'note.summarised',
        data: { note: `N${seq}`, segments: seq },
      }),
    )
  }
  return made
}

beforeAll(async () => {
  device = await openDevice(createDevice(Buffer.alloc(32, 1)), Buffer.alloc(32, 1))
  thief = await openDevice(createDevice(Buffer.alloc(32, 2)), Buffer.alloc(32, 2))
  entries = log(ENTRIES)
  const checkpoints = [999, 5_000, ENTRIES - 1].map((seq) => signCheckpoint({ seq, hash: entries[seq]?.hash ?? '' }, AT, device))
  lines = await Array.fromAsync(exportLog(entries, checkpoints, device, AT))
})

describe('the audit chain', () => {
  it('verifies what was appended', () => {
    expect(verifyChain(entries, [], device.publicJwk)).toMatchObject({ ok: true, entries: ENTRIES })
  })

  it('shows a tail that was cut behind a checkpoint', () => {
    const checkpoint = signCheckpoint({ seq: 50, hash: entries[50]?.hash ?? '' }, AT, device)
    expect(verifyChain(entries.slice(0, 40), [checkpoint], device.publicJwk)).toEqual({ ok: false, entries: 40, firstBad: 40, problem: 'truncated' })
  })

  it("shows a history written again by somebody without the device's key", () => {
    const rewritten = log(60)
    const forged = rewritten.slice(0, 60)
    while (forged.length < 100) forged.push(nextEntry(forged.at(-1) ?? genesisHead, { at: AT, kind: 'note.deleted', data: {} }))
    const checkpoint = signCheckpoint({ seq: 80, hash: entries[80]?.hash ?? '' }, AT, device)
    expect(verifyChain(forged, [checkpoint], device.publicJwk)).toMatchObject({ ok: false, firstBad: 80, problem: 'checkpoint' })
  })

  it('has no room for words', () => {
    expect(auditEventSchema.safeParse({ kind: 'note.imported', data: { title: 'Alice will resign' } }).success).toBe(false)
    expect(auditEventSchema.safeParse({ kind: 'note.imported', data: { note: '01JD0V2M8C6Q0W6R1X3T5Z7B9D', segments: 3 } }).success).toBe(true)
  })
})

/** Every way to tamper with lines of text, by somebody who can compute hashes but not sign. */
const mutation = fc.oneof(
  fc.record({ how: fc.constant('flip' as const), line: fc.nat(), at: fc.nat(), bit: fc.nat(7) }),
  fc.record({
    how: fc.constantFrom('delete' as const, 'duplicate' as const, 'insert' as const, 'truncate' as const),
    line: fc.nat(),
    at: fc.nat(),
    bit: fc.nat(7),
  }),
  fc.record({ how: fc.constantFrom('swap' as const, 'rechain' as const, 'blank' as const), line: fc.nat(), at: fc.nat(), bit: fc.nat(7) }),
)

function tamper(original: readonly string[], { how, line, at, bit }: { how: string; line: number; at: number; bit: number }): string[] {
  const copy = [...original]
  const place = line % copy.length
  const text = copy[place] ?? ''
  switch (how) {
    case 'flip': {
      const bytes = Buffer.from(text)
      const index = at % bytes.length
      bytes[index] = (bytes[index] ?? 0) ^ (1 << bit)
      copy[place] = bytes.toString('latin1')
      return copy
    }
    case 'delete':
      return copy.toSpliced(place, 1)
    case 'duplicate':
      return copy.toSpliced(place, 0, text)
    case 'insert':
      return copy.toSpliced(place, 0, JSON.stringify({ entry: entries[at % ENTRIES] }))
    case 'truncate':
      return copy.slice(0, place)
    case 'swap': {
      const other = (place + 1 + (at % (copy.length - 1))) % copy.length
      copy[place] = copy[other] ?? ''
      copy[other] = text
      return copy
    }
    case 'rechain': {
      // Change one entry and compute everything after it anew, as somebody with the app's code could.
      const from = line % ENTRIES
      const forged = entries.slice(0, from)
      forged.push(nextEntry(forged.at(-1) ?? genesisHead, { at: AT, kind: 'note.deleted', data: {} }))
      for (const entry of entries.slice(from + 1, from + 3)) forged.push(nextEntry(forged.at(-1) ?? genesisHead, entry))
      forged.forEach((entry, seq) => {
        if (seq >= from) copy[seq + 1] = JSON.stringify({ entry })
      })
      return copy
    }
    default:
      copy[place] = `${text.slice(0, at % text.length)} ${text.slice(at % text.length)}`
      return copy
  }
}

describe(`an exported log of ${ENTRIES} entries`, () => {
  it('verifies as it is, and names the device', async () => {
    expect(await verifyExport(lines, { trustedThumbprint: device.thumbprint })).toEqual({ ok: true, entries: ENTRIES, thumbprint: device.thumbprint })
  })

  it('is found out when anything is flipped, deleted, inserted, cut, reordered or computed anew', async () => {
    await fc.assert(
      fc.asyncProperty(mutation, async (change) => {
        const tampered = tamper(lines, change)
        if (tampered.length === lines.length && tampered.every((line, at) => line === lines[at])) return
        const result = await verifyExport(tampered, { trustedThumbprint: device.thumbprint })
        expect(result.ok, JSON.stringify(change)).toBe(false)
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  it("signed by another device is not this device's log", async () => {
    const theirs = await Array.fromAsync(exportLog(entries.slice(0, 10), [], thief, AT))
    expect(await verifyExport(theirs)).toMatchObject({ ok: true, thumbprint: thief.thumbprint })
    expect(await verifyExport(theirs, { trustedThumbprint: device.thumbprint })).toMatchObject({ ok: false, problem: 'device' })
  })

  it('verifies without the app', () => {
    const dir = mkdtempSync(join(tmpdir(), 'sotto-audit-'))
    const script = fileURLToPath(new URL('../../../scripts/verify-audit.mjs', import.meta.url))
    const check = (content: readonly string[]): string => {
      writeFileSync(join(dir, 'log.jsonl'), content.map((line) => `${line}\n`).join(''))
      try {
        return execFileSync(process.execPath, [script, join(dir, 'log.jsonl'), device.thumbprint], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        })
      } catch (thrown) {
        if (thrown instanceof Error && 'stdout' in thrown) return String(thrown.stdout)
        throw thrown
      }
    }
    try {
      expect(check(lines)).toContain(`unbroken: ${ENTRIES} entries`)
      expect(check(lines.toSpliced(500, 1))).toContain('broken')
      expect(check(lines.slice(0, -1))).toContain('broken')
      expect(check(lines.with(7_000, (lines[7_000] ?? '').replace('note.', 'job.')))).toContain('broken')
    } finally {
      rmSync(dir, { recursive: true })
    }
  })
})
