import { createHash, createPublicKey } from 'node:crypto'
import { calculateJwkThumbprint, CompactSign, compactVerify } from 'jose'
import { z } from 'zod'
import { auditEntrySchema, checkpointSchema, type AuditEntry, type Checkpoint } from '../../../src-shared/domain/audit.ts'
import { canonical } from './chain.ts'
import { publicJwkSchema, type Device } from './device.ts'
import { verifyChain, type ChainProblem } from './verify.ts'

/**
 * An exported log: JSON lines in canonical form — a header with the device's public key, every entry, every checkpoint, and
 * a trailer, a compact JWS (RFC 7515, ES256) over counts, head and a digest of all lines before it. Whoever knows the
 * device's thumbprint can check it without the app: scripts/verify-audit.mjs.
 */
const TYPE = 'sotto-audit-trailer+jws'

const headerSchema = z.strictObject({ format: z.literal('sotto-audit'), version: z.literal(1), device: publicJwkSchema, at: z.iso.datetime() })
const entryLine = z.strictObject({ entry: auditEntrySchema })
const checkpointLine = z.strictObject({ checkpoint: checkpointSchema })
const trailerLine = z.strictObject({ trailer: z.string() })
const trailerSchema = z.strictObject({
  entries: z.number().int(),
  checkpoints: z.number().int(),
  head: z.string(),
  digest: z.string(),
  at: z.iso.datetime(),
  device: z.string(),
})

export async function* exportLog(
  entries: readonly AuditEntry[],
  checkpoints: readonly Checkpoint[],
  device: Device,
  at: string,
): AsyncGenerator<string, void> {
  const digest = createHash('sha256')
  const line = (value: unknown): string => {
    const text = canonical(value)
    digest.update(text).update('\n')
    return text
  }
  yield line({ format: 'sotto-audit', version: 1, device: device.publicJwk, at } satisfies z.infer<typeof headerSchema>)
  for (const entry of entries) yield line({ entry })
  for (const checkpoint of checkpoints) yield line({ checkpoint })
  const payload: z.infer<typeof trailerSchema> = {
    entries: entries.length,
    checkpoints: checkpoints.length,
    head: entries.at(-1)?.hash ?? '',
    digest: digest.digest('hex'),
    at,
    device: device.thumbprint,
  }
  const jws = await new CompactSign(Buffer.from(canonical(payload))).setProtectedHeader({ alg: 'ES256', typ: TYPE }).sign(device.privateKey)
  yield canonical({ trailer: jws })
}

export type ExportResult =
  | { readonly ok: true; readonly entries: number; readonly thumbprint: string }
  | { readonly ok: false; readonly entries: number; readonly firstBad: number; readonly problem: ChainProblem | 'malformed' | 'trailer' | 'device' }

/**
 * Checks an exported log line by line, byte by byte.
 * @param trustedThumbprint the device it must be signed by; without it the caller compares the returned thumbprint
 */
export async function verifyExport(lines: readonly string[], { trustedThumbprint }: { trustedThumbprint?: string } = {}): Promise<ExportResult> {
  const entries: AuditEntry[] = []
  const checkpoints: Checkpoint[] = []
  const bad = (problem: Exclude<ExportResult, { ok: true }>['problem'], firstBad = entries.length): ExportResult => ({
    ok: false,
    entries: entries.length,
    firstBad,
    problem,
  })

  const [first, ...rest] = lines
  const last = rest.pop()
  const header = headerSchema.safeParse(parse(first))
  const trailer = trailerLine.safeParse(parse(last))
  if (
    first === undefined ||
    last === undefined ||
    !header.success ||
    !trailer.success ||
    canonical(header.data) !== first ||
    canonical(trailer.data) !== last
  )
    return bad('malformed', 0)

  const digest = createHash('sha256').update(first).update('\n')
  for (const line of rest) {
    const value = parse(line)
    const entry = entryLine.safeParse(value)
    // Asked only when it is no entry: explaining why an entry is no checkpoint costs more than reading it.
    const checkpoint = entry.success ? null : checkpointLine.safeParse(value)
    // One spelling only: a changed blank would change no value, but it is a change.
    if (checkpoint?.success === false || canonical(value) !== line) return bad('malformed')
    if (entry.success && checkpoints.length > 0) return bad('sequence')
    if (entry.success) entries.push(entry.data.entry)
    else if (checkpoint?.success === true) checkpoints.push(checkpoint.data.checkpoint)
    digest.update(line).update('\n')
  }

  const { device } = header.data
  // A key whose letters are no base64url has no thumbprint.
  const thumbprint = await calculateJwkThumbprint(device).catch(() => null)
  if (thumbprint === null) return bad('malformed', 0)
  if (trustedThumbprint !== undefined && thumbprint !== trustedThumbprint) return bad('device', 0)
  const chain = verifyChain(entries, checkpoints, device)
  if (!chain.ok) return chain

  try {
    const { payload, protectedHeader } = await compactVerify(trailer.data.trailer, createPublicKey({ key: device, format: 'jwk' }), {
      algorithms: ['ES256'],
    })
    const text = Buffer.from(payload).toString()
    const signed = trailerSchema.parse(JSON.parse(text))
    const holds =
      protectedHeader.typ === TYPE &&
      signed.digest === digest.digest('hex') &&
      signed.entries === entries.length &&
      signed.checkpoints === checkpoints.length &&
      signed.head === (entries.at(-1)?.hash ?? '') &&
      signed.device === thumbprint
    // Base64url has spare bits; the one spelling that was signed is the one that counts.
    const [, , signature = ''] = trailer.data.trailer.split('.')
    if (!holds || Buffer.from(signature, 'base64url').toString('base64url') !== signature) return bad('trailer')
  } catch {
    return bad('trailer')
  }
  return { ok: true, entries: entries.length, thumbprint }
}

function parse(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '')
  } catch {
    return undefined
  }
}
