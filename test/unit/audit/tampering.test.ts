import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AuditEntry } from '../../../src-shared/domain/audit.ts'
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

/** Tampering with the bytes of an exported file, judged by the app and by the script that knows nothing of the app. */
type Verdict = { ok: true; entries: number; device: string } | { ok: false; why: string }
const script = new URL('../../../scripts/verify-audit.mjs', import.meta.url).href
const AT = '2026-11-21T10:00:00.000Z'
const ENTRIES = 40
let verifyLog: (text: string, device?: string) => Verdict
let device: Device
let thief: Device
let entries: AuditEntry[]
let file: Buffer

const logOf = (length: number): AuditEntry[] => {
  const made: AuditEntry[] = []
  while (made.length < length) {
    made.push(nextEntry(made.at(-1) ?? genesisHead, { at: AT, kind: 'note.redacted', data: { hidden: made.length, note: `N${made.length}`, names: false } }))
  }
  return made
}
const exported = async (log: readonly AuditEntry[], signer: Device): Promise<Buffer> => {
  const checkpoints = [9, log.length - 1].flatMap((seq) => (log[seq] === undefined ? [] : [signCheckpoint({ seq, hash: log[seq].hash }, AT, signer)]))
  return Buffer.from((await Array.fromAsync(exportLog(log, checkpoints, signer, AT))).map((line) => `${line}\n`).join(''))
}
/** Split as the command line splits a file. */
const appSays = async (bytes: Buffer, trustedThumbprint?: string): Promise<boolean> => {
  const lines = bytes.toString('utf8').split('\n')
  if (lines.at(-1) === '') lines.pop()
  return (await verifyExport(lines, trustedThumbprint === undefined ? {} : { trustedThumbprint })).ok
}
const scriptSays = (bytes: Buffer, trusted?: string): boolean => verifyLog(bytes.toString('utf8'), trusted).ok

beforeAll(async () => {
  ;({ verifyLog } = await import(script))
  device = await openDevice(createDevice(Buffer.alloc(32, 1)), Buffer.alloc(32, 1))
  thief = await openDevice(createDevice(Buffer.alloc(32, 2)), Buffer.alloc(32, 2))
  entries = logOf(ENTRIES)
  file = await exported(entries, device)
})

const place = fc.nat({ max: 1_000_000 })
const tampering = fc.oneof(
  fc.record({ how: fc.constant('flip' as const), at: place, bit: fc.nat(7) }),
  fc.record({ how: fc.constant('replace' as const), at: place, byte: fc.nat(255) }),
  fc.record({ how: fc.constant('remove' as const), at: place, length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ how: fc.constant('insert' as const), at: place, bytes: fc.uint8Array({ minLength: 1, maxLength: 20 }) }),
  fc.record({ how: fc.constant('copy' as const), at: place, from: place, length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ how: fc.constant('cut' as const), at: place }),
)

function tampered(original: Buffer, change: typeof tampering extends fc.Arbitrary<infer Change> ? Change : never): Buffer {
  const at = change.at % original.length
  const [before, after] = [original.subarray(0, at), original.subarray(at)]
  switch (change.how) {
    case 'flip':
      return Buffer.concat([before, Buffer.of((original[at] ?? 0) ^ (1 << change.bit)), after.subarray(1)])
    case 'replace':
      return Buffer.concat([before, Buffer.of(change.byte), after.subarray(1)])
    case 'remove':
      return Buffer.concat([before, after.subarray(change.length)])
    case 'insert':
      return Buffer.concat([before, change.bytes, after])
    case 'copy': {
      const from = change.from % original.length
      return Buffer.concat([before, original.subarray(from, from + change.length), after])
    }
    default:
      return Buffer.from(before)
  }
}

describe('the bytes of an exported log', () => {
  it('verify as they are, by app and script alike', async () => {
    expect(await appSays(file, device.thumbprint)).toBe(true)
    expect(verifyLog(file.toString(), device.thumbprint)).toEqual({ ok: true, entries: ENTRIES, device: device.thumbprint })
  })

  it('verify while the log is empty or has no checkpoint', async () => {
    expect(scriptSays(await exported([], device))).toBe(true)
    expect(await appSays(await exported([], device))).toBe(true)
    const short = await exported(entries.slice(0, 3), device)
    expect([scriptSays(short), await appSays(short)]).toEqual([true, true])
  })

  it('cannot be changed anywhere without both finding it, whether or not they know the device', async () => {
    await fc.assert(
      fc.asyncProperty(tampering, fc.boolean(), async (change, knowsDevice) => {
        const bytes = tampered(file, change)
        fc.pre(!bytes.equals(file))
        const trusted = knowsDevice ? device.thumbprint : undefined
        expect(scriptSays(bytes, trusted)).toBe(false)
        // The app is given lines: whether the last one ended in a line break is not for it to see.
        if (!Buffer.concat([bytes, Buffer.from('\n')]).equals(file)) expect(await appSays(bytes, trusted)).toBe(false)
      }),
      { numRuns: 1_500 },
    )
  }, 60_000)

  it('show every single line that is removed, doubled or exchanged with the next', async () => {
    const lines = file.toString().trimEnd().split('\n')
    for (const at of lines.keys()) {
      const line = lines[at] ?? ''
      const exchanged = lines.toSpliced(at, 2, ...lines.slice(at, at + 2).reverse())
      for (const changed of [lines.toSpliced(at, 1), lines.toSpliced(at, 0, line), ...(at + 1 < lines.length ? [exchanged] : [])]) {
        const bytes = Buffer.from(`${changed.join('\n')}\n`)
        expect([at, scriptSays(bytes), await appSays(bytes)]).toEqual([at, false, false])
      }
    }
  })

  it('may be any nonsense at all, and are refused without a crash', async () => {
    const [header = '', ...rest] = file.toString().trimEnd().split('\n')
    const deep = `{"entry":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    const otherPoint = header.replace(device.publicJwk.x, device.publicJwk.y)
    const nonsense = [
      [],
      [''],
      ['null', 'null'],
      [header],
      [header, 'null'],
      [header, '{"trailer":"a.b.c"}'],
      [header, `{"trailer":"..${'A'.repeat(86)}"}`],
      [header, deep, ...rest],
      [otherPoint, ...rest],
      [header.replace('"P-256"', '"P-384"'), ...rest],
    ]
    for (const lines of nonsense) {
      const bytes = Buffer.from(`${lines.join('\n')}\n`)
      expect([scriptSays(bytes), await appSays(bytes)]).toEqual([false, false])
    }
  })

  it('cannot be put together from two logs, one of them signed by somebody else', async () => {
    const ours = file.toString().trimEnd().split('\n')
    const forged = entries.slice(0, 20)
    while (forged.length < ENTRIES) forged.push(nextEntry(forged.at(-1) ?? genesisHead, { at: AT, kind: 'note.deleted', data: {} }))
    const theirs = (await exported(forged, thief)).toString().trimEnd().split('\n')
    const older = (await exported(entries.slice(0, 20), device)).toString().trimEnd().split('\n')
    const pieces: string[][] = [
      [...ours.slice(0, 1), ...theirs.slice(1)],
      [...theirs.slice(0, 1), ...ours.slice(1)],
      [...ours.slice(0, -1), ...theirs.slice(-1)],
      [...theirs.slice(0, -1), ...ours.slice(-1)],
      [...theirs.slice(0, ENTRIES + 1), ...ours.slice(ENTRIES + 1)],
      // An older export of the same log has a trailer that is truly signed; it speaks of other lines.
      [...ours.slice(0, -1), ...older.slice(-1)],
      [...older.slice(0, -1), ...ours.slice(-1)],
    ]
    for (const lines of pieces) {
      const bytes = Buffer.from(`${lines.join('\n')}\n`)
      expect([scriptSays(bytes), await appSays(bytes)]).toEqual([false, false])
    }
  })
})

describe('a log whose count and head were remembered elsewhere', () => {
  const remembered = (count: number) => ({ count, head: entries[count - 1]?.hash ?? genesisHead.hash })

  it('may have grown since', () => {
    for (const count of [0, 1, 25, ENTRIES]) expect(verifyChain(entries, [], device.publicJwk, remembered(count)).ok).toBe(true)
  })

  it('shows a cut tail even when the checkpoints went with it', () => {
    expect(verifyChain(entries.slice(0, 30), [], device.publicJwk, remembered(35))).toEqual({ ok: false, entries: 30, firstBad: 30, problem: 'truncated' })
    expect(verifyChain([], [], device.publicJwk, remembered(1))).toMatchObject({ ok: false, problem: 'truncated' })
  })

  it('shows a history that was written again from the beginning', () => {
    const other = logOf(50).map((entry) => ({ ...entry }))
    const forged: AuditEntry[] = []
    for (const { kind, data } of other) forged.push(nextEntry(forged.at(-1) ?? genesisHead, { at: '2026-11-22T10:00:00.000Z', kind, data }))
    expect(verifyChain(forged, [], device.publicJwk, remembered(ENTRIES))).toMatchObject({ ok: false, problem: 'checkpoint' })
  })
})

describe('a device', () => {
  it('opens only with the key it was made under, and keeps nothing of its own in the clear', async () => {
    const wrap = Buffer.alloc(32, 7)
    const record = createDevice(wrap)
    const { privateKey, thumbprint } = await openDevice(record, wrap)
    expect((await openDevice(JSON.parse(JSON.stringify(record)), wrap)).thumbprint).toBe(thumbprint)
    await expect(openDevice(record, Buffer.alloc(32, 8))).rejects.toThrow()
    await expect(openDevice({ ...record, sealedPrivateKey: record.wrappedKey }, wrap)).rejects.toThrow()
    const { d = '' } = privateKey.export({ format: 'jwk' })
    const kept = Buffer.concat([record.wrappedKey, record.sealedPrivateKey].map((text) => Buffer.from(text, 'base64')))
    expect(kept.includes(Buffer.from(d, 'base64url'))).toBe(false)
  })
})
