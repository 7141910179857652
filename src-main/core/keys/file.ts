import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { writeWhole } from './write-whole.ts'

const bytes = (length: number) => z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64'))).refine((value) => value.length === length)
const WRAPPED = 24 + 32 + 16

/** Both keys wrapped under one way in; each under a key of its own. */
const wrapped = { master: bytes(WRAPPED), vault: bytes(WRAPPED) }

const passphraseSlot = z.strictObject({
  kind: z.literal('passphrase'),
  kdf: z.strictObject({
    alg: z.literal('argon2id13'),
    salt: bytes(16),
    opsLimit: z.number().int().min(1).max(64),
    memLimitBytes: z.number().int().min(8192).max(2 ** 31),
  }),
  ...wrapped,
})
const recoverySlot = z.strictObject({ kind: z.literal('recovery'), acknowledged: z.boolean(), ...wrapped })

/** Ways in. A keychain slot joins the union with the desktop host. */
const slotSchema = z.discriminatedUnion('kind', [passphraseSlot, recoverySlot])
export type Slot = z.infer<typeof slotSchema>
export type SlotOf<Kind extends Slot['kind']> = Extract<Slot, { kind: Kind }>

const contentSchema = z.strictObject({
  version: z.literal(1),
  vaultPublicKey: bytes(32),
  /** Absent in stores of before there was recording; the next unlocking adds it. */
  recordingPublicKey: bytes(32).optional(),
  slots: z.array(slotSchema).refine((slots) => new Set(slots.map(({ kind }) => kind)).size === slots.length, 'one slot of a kind'),
})
export type KeyFile = z.infer<typeof contentSchema>

const NEWEST = 1
const pathOf = (dir: string): string => join(dir, 'keys.json')
const damaged = (cause?: unknown): Failure => new Failure('STORE_DAMAGED', { part: 'keys' }, { cause })

export const keyFileExists = (dir: string): boolean => existsSync(pathOf(dir))

/** @throws Failure STORE_MISSING, FILE_UNREADABLE, STORE_TOO_NEW, STORE_DAMAGED */
export function readKeyFile(dir: string): KeyFile {
  const text = readText(pathOf(dir))
  try {
    const parsed: unknown = JSON.parse(text)
    const { version } = z.looseObject({ version: z.number().int() }).parse(parsed)
    if (version > NEWEST) throw new Failure('STORE_TOO_NEW', { found: version, known: NEWEST })
    const { check, ...rest } = z.looseObject({ check: z.string() }).parse(parsed)
    const file = contentSchema.parse(rest)
    if (check !== checkOf(file)) throw damaged()
    return file
  } catch (thrown) {
    throw thrown instanceof Failure ? thrown : damaged(thrown)
  }
}

export function writeKeyFile(dir: string, file: KeyFile): void {
  const text = JSON.stringify({ ...file, check: checkOf(file) }, withBase64, 2)
  writeWhole(pathOf(dir), text)
}

/** The slot of a kind. @throws Failure STORE_DAMAGED when there is none */
export function slotOf<Kind extends Slot['kind']>(file: KeyFile, kind: Kind): SlotOf<Kind> {
  const slot = file.slots.find((candidate): candidate is SlotOf<Kind> => candidate.kind === kind)
  if (slot === undefined) throw damaged()
  return slot
}

/** The file with one slot replaced; every other way in stays as it is. */
export const withSlot = (file: KeyFile, slot: Slot): KeyFile => ({ ...file, slots: file.slots.map((old) => (old.kind === slot.kind ? slot : old)) })

/**
 * Tells a damaged file from a wrong passphrase, before minutes or gigabytes are spent on a damaged cost. It protects
 * against accidents only; against somebody who changes the file on purpose there is the authenticated wrapping.
 */
const checkOf = (file: KeyFile): string =>
  createHash('sha256').update(canonicalize(JSON.parse(JSON.stringify(file, withBase64))) ?? '').digest('hex')

const withBase64 = (_: string, value: unknown): unknown => (value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value)

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null
    if (code === 'ENOENT') throw new Failure('STORE_MISSING', {}, { cause: thrown })
    throw new Failure('FILE_UNREADABLE', { reason: code === 'EACCES' || code === 'EPERM' ? 'denied' : 'other' }, { cause: thrown })
  }
}
