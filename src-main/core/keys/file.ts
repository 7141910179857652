import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { Failure } from '../../../src-shared/errors/failure.ts'

const bytes = (length: number) => z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64'))).refine((value) => value.length === length)
const WRAPPED = 24 + 32 + 16

/** Both keys wrapped under one way in; each under a key of its own. */
const wrapped = { master: bytes(WRAPPED), vault: bytes(WRAPPED) }

const passphraseSlot = z.object({
  kind: z.literal('passphrase'),
  kdf: z.object({ alg: z.literal('argon2id13'), salt: bytes(16), opsLimit: z.number().int().min(1).max(64), memLimitBytes: z.number().int().min(8192).max(2 ** 31) }),
  ...wrapped,
})
const recoverySlot = z.object({ kind: z.literal('recovery'), acknowledged: z.boolean(), ...wrapped })

/** Ways in. A keychain slot joins them with the desktop host. */
const fileSchema = z.object({
  version: z.literal(1),
  vaultPublicKey: bytes(32),
  slots: z.tuple([passphraseSlot, recoverySlot]),
})
export type KeyFile = z.infer<typeof fileSchema>

const NEWEST = 1
const pathOf = (dir: string): string => join(dir, 'keys.json')

export const keyFileExists = (dir: string): boolean => existsSync(pathOf(dir))

/** @throws Failure STORE_MISSING, STORE_TOO_NEW, STORE_DAMAGED */
export function readKeyFile(dir: string): KeyFile {
  if (!keyFileExists(dir)) throw new Failure('STORE_MISSING', {})
  try {
    const content: unknown = JSON.parse(readFileSync(pathOf(dir), 'utf8'))
    const version = z.object({ version: z.number().int() }).parse(content).version
    if (version > NEWEST) throw new Failure('STORE_TOO_NEW', { found: version, known: NEWEST })
    return fileSchema.parse(content)
  } catch (thrown) {
    throw thrown instanceof Failure ? thrown : new Failure('STORE_DAMAGED', { part: 'keys' }, { cause: thrown })
  }
}

export function writeKeyFile(dir: string, file: KeyFile): void {
  const text = JSON.stringify(file, (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value), 2)
  writeWhole(pathOf(dir), text)
}

/** Writes a file so that a crash leaves the old or the new one, never a torn one; 0600. */
export function writeWhole(path: string, text: string): void {
  const beside = `${path}.new`
  rmSync(beside, { force: true })
  const file = openSync(beside, 'wx', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(beside, path)
  if (process.platform === 'win32') return // a folder cannot be synced there
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
