import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { ContractRouterClient } from '@orpc/contract'
import type { appContract } from '../../src-shared/contract/app.ts'
import { Failure } from '../../src-shared/errors/failure.ts'
import { connectToOwner, ownerAddress } from '../core/owner/index.ts'
import { makeDataDir } from '../core/data-dir.ts'
import { ownStore, type OwnedStore } from '../core/own-store.ts'
import { ollamaHostOf } from '../core/platform/index.ts'
import type { Invocation } from './invocation.ts'
import { askPassphrase } from './prompts.ts'

export type Client = ContractRouterClient<typeof appContract>

/** An open way to the store: this process as its owner, or the process that is. */
export interface Access {
  readonly client: Client
  /** Whether another process owns the store. */
  readonly isRemote: boolean
  /** Resolves when this process owns the store and was told to lock it: it ends then, with what it has heard. */
  readonly locked: Promise<void>
  close(): Promise<void>
}

/** An owner may be starting, ending, or stretching a passphrase just now; longer than this it is something else. */
const PATIENCE_MS = 5_000
const PAUSE_MS = 100

/**
 * Owns the data directory, or connects to who does. Nothing is unlocked yet.
 * @param create makes the directory where it is missing; looking for a store leaves no trace
 * @throws Failure STORE_MISSING, BAD_USAGE (no directory can be there), STORE_IN_USE when somebody owns it and does not answer
 */
export async function reachStore(invocation: Invocation, { create = false }: { create?: boolean } = {}): Promise<Access> {
  const { dataDir, version, env } = invocation
  findDirectory(dataDir, create)
  const address = ownerAddress(dataDir)
  for (const giveUpAt = performance.now() + PATIENCE_MS; ;) {
    const owned = await ownStore({ dir: dataDir, version, ollamaHost: ollamaHostOf(env), speechModel: env['SOTTO_WHISPER_MODEL'] })
    if (owned !== null) return ownAccess(owned, invocation)
    try {
      const { client, close } = await connectToOwner(address)
      return { client, isRemote: true, locked: new Promise(() => undefined), close: async () => close() }
    } catch (thrown) {
      if (performance.now() > giveUpAt) throw thrown
      await setTimeout(PAUSE_MS)
    }
  }
}

/** Finds the directory, or makes it where that was asked for. */
function findDirectory(dir: string, create: boolean): void {
  if (!create && !existsSync(dir)) throw new Failure('STORE_MISSING', {})
  makeDataDir(dir)
}

function ownAccess(owned: OwnedStore, { signal, terminal }: Invocation): Access {
  return {
    client: owned.sotto.client,
    isRemote: false,
    locked: owned.locked,
    async close() {
      // Another command may be working through this process; it is not cut off because this one is done.
      const waiting = globalThis.setTimeout(() => terminal.note('Waiting for another sotto command to finish.'), 2_000)
      try {
        await owned.drain(signal)
      } finally {
        clearTimeout(waiting)
        await owned.close()
      }
    },
  }
}

/**
 * Runs a command on the unlocked store. As owner it unlocks with the passphrase given; a locked owner elsewhere is never
 * unlocked from here.
 * @throws Failure STORE_MISSING, LOCKED, WRONG_PASSPHRASE, TOO_MANY_ATTEMPTS, STORE_IN_USE
 */
export async function withStore<T>(invocation: Invocation, work: (client: Client) => Promise<T>): Promise<T> {
  const access = await reachStore(invocation)
  try {
    const state = await settledState(access)
    if (state === 'absent') throw new Failure('STORE_MISSING', {})
    if (state === 'locked') {
      if (access.isRemote) throw new Failure('LOCKED', {})
      await access.client.system.unlock({ passphrase: await passphraseOf(invocation) })
    }
    return await work(access.client)
  } finally {
    await access.close()
  }
}

/** Another command that owns the store may be about to unlock it. */
async function settledState({ client, isRemote }: Access): Promise<'absent' | 'locked' | 'unlocked'> {
  for (const giveUpAt = performance.now() + PATIENCE_MS; ; await setTimeout(PAUSE_MS)) {
    const { state } = await client.system.status({})
    if (!isRemote || state === 'unlocked' || performance.now() > giveUpAt) return state
  }
}

/** The passphrase from the file, the environment, or the person. */
export async function passphraseOf(invocation: Invocation, question = 'Passphrase'): Promise<string> {
  const { passphraseFile, env, terminal } = invocation
  if (passphraseFile !== undefined) return readPassphrase(passphraseFile)
  const given = env['SOTTO_PASSPHRASE']
  if (given !== undefined && given !== '') return given
  if (terminal.isInteractive) return askPassphrase(question)
  throw new Failure('LOCKED', {})
}

/** A passphrase file's first line. @throws Failure FILE_UNREADABLE, BAD_USAGE when it is empty */
export function readPassphrase(file: string): string {
  const first = readText(file).split(/\r?\n/, 1)[0] ?? ''
  if (first === '') throw new Failure('BAD_USAGE', { detail: 'The first line of the passphrase file is empty.' })
  return first
}

/** Writes a result where the person asked for it; readable by its owner alone. @throws Failure BAD_USAGE */
export function writeResult(file: string, content: string): void {
  try {
    writeFileSync(file, content, { mode: 0o600 })
  } catch (cause) {
    throw new Failure('BAD_USAGE', { detail: 'The result cannot be written there.' }, { cause })
  }
}

export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new Failure('FILE_UNREADABLE', { reason: reasonOf(cause) }, { cause })
  }
}

export const readText = (file: string): string => new TextDecoder().decode(readBytes(file))

function reasonOf(cause: unknown): 'missing' | 'denied' | 'directory' | 'other' {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ENOENT') return 'missing'
  if (code === 'EACCES' || code === 'EPERM') return 'denied'
  return code === 'EISDIR' ? 'directory' : 'other'
}
