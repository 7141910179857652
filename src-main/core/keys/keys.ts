import { randomBytes } from 'node:crypto'
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { clearAttempts, countTry, secondsToWait } from './attempts.ts'
import { keyFileExists, readKeyFile, slotOf, withSlot, writeKeyFile, type KeyFile, type Slot } from './file.ts'
import { hold, secretsOf, type OpenKeys } from './open-keys.ts'
import { destroy, keyFromPassphrase, newSecret, USUAL_COST, type KdfCost, type SecretBytes } from './secret.ts'
import { passphraseSlot, recoveryKey, recoverySlot, unwrap } from './slots.ts'

const MIN_PASSPHRASE = 8
const WORDS = 24

export interface KeyDeps {
  readonly now: () => number
  readonly kdfCost?: KdfCost
}

/**
 * Creates the store's keys.
 * @throws Failure STORE_EXISTS, WEAK_PASSPHRASE, DISK_FULL; nothing is left behind then
 */
export async function createKeys(
  dir: string,
  passphrase: string,
  { kdfCost = USUAL_COST }: KeyDeps,
): Promise<{ keys: OpenKeys; recoveryWords: string[] }> {
  if (keyFileExists(dir)) throw new Failure('STORE_EXISTS', {})
  checkStrength(passphrase)
  const secrets = { master: newSecret(), vaultSeed: newSecret() }
  const keys = hold(secrets)
  const entropy = randomBytes(32)
  try {
    const slots = [await passphraseSlot(passphrase, secrets, kdfCost), recoverySlot(entropy, secrets)]
    writeKeyFile(dir, { version: 1, ...publicKeysOf(keys), slots })
    return { keys, recoveryWords: entropyToMnemonic(entropy, wordlist).split(' ') }
  } catch (thrown) {
    keys.close()
    throw thrown
  } finally {
    entropy.fill(0)
  }
}

/** @throws Failure STORE_MISSING, WRONG_PASSPHRASE, TOO_MANY_ATTEMPTS, STORE_DAMAGED, STORE_TOO_NEW, FILE_UNREADABLE */
export async function openWithPassphrase(dir: string, passphrase: string, { now }: Pick<KeyDeps, 'now'>): Promise<OpenKeys> {
  const file = readKeyFile(dir)
  const slot = slotOf(file, 'passphrase')
  const mustWait = secondsToWait(dir, now())
  if (mustWait > 0) throw new Failure('TOO_MANY_ATTEMPTS', { waitSeconds: mustWait })
  const waitSeconds = countTry(dir, now())
  const keys = openSlot(dir, file, slot, await keyFromPassphrase(passphrase, slot.kdf.salt, slot.kdf))
  if (keys === null) throw new Failure('WRONG_PASSPHRASE', { waitSeconds })
  clearAttempts(dir)
  return keys
}

/**
 * No delay here: 256 bits are not guessed.
 * @throws Failure STORE_MISSING, WRONG_RECOVERY_KEY, STORE_DAMAGED, STORE_TOO_NEW, FILE_UNREADABLE
 */
export function openWithRecoveryWords(dir: string, words: readonly string[]): OpenKeys {
  const file = readKeyFile(dir)
  const slot = slotOf(file, 'recovery')
  const entropy = entropyOf(words)
  const keys = openSlot(dir, file, slot, recoveryKey(entropy))
  entropy.fill(0)
  if (keys === null) throw new Failure('WRONG_RECOVERY_KEY', { reason: 'mismatch' })
  clearAttempts(dir)
  return keys
}

/**
 * Wraps the same keys under another passphrase; notes are not touched, the other ways in stay.
 * @throws Failure WEAK_PASSPHRASE, VAULT_CLOSED, LOCKED, STORE_DAMAGED, STORE_TOO_NEW, DISK_FULL; the old passphrase holds then
 */
export async function changePassphrase(dir: string, keys: OpenKeys, passphrase: string, { kdfCost = USUAL_COST }: KeyDeps): Promise<void> {
  checkStrength(passphrase)
  const slot = await passphraseSlot(passphrase, secretsOf(keys), kdfCost)
  const file = readKeyFile(dir)
  if (!isOf(file, keys)) throw new Error('these keys belong to another store')
  writeKeyFile(dir, withSlot(file, slot))
  clearAttempts(dir)
}

/**
 * New recovery words; the old ones open nothing from then on.
 * @throws Failure VAULT_CLOSED, LOCKED, STORE_DAMAGED, STORE_TOO_NEW, DISK_FULL
 */
export function renewRecoveryWords(dir: string, keys: OpenKeys): string[] {
  const file = readKeyFile(dir)
  if (!isOf(file, keys)) throw new Error('these keys belong to another store')
  const entropy = randomBytes(32)
  try {
    writeKeyFile(dir, withSlot(file, recoverySlot(entropy, secretsOf(keys))))
    return entropyToMnemonic(entropy, wordlist).split(' ')
  } finally {
    entropy.fill(0)
  }
}

/** Records that the recovery words are written down. @throws Failure STORE_MISSING, STORE_DAMAGED, STORE_TOO_NEW, DISK_FULL */
export function acknowledgeRecovery(dir: string): void {
  const file = readKeyFile(dir)
  writeKeyFile(dir, withSlot(file, { ...slotOf(file, 'recovery'), acknowledged: true }))
}

/** @throws Failure STORE_DAMAGED, STORE_TOO_NEW, FILE_UNREADABLE */
export function keysState(dir: string): { exists: boolean; recoveryAcknowledged: boolean } {
  if (!keyFileExists(dir)) return { exists: false, recoveryAcknowledged: false }
  return { exists: true, recoveryAcknowledged: slotOf(readKeyFile(dir), 'recovery').acknowledged }
}

/** @returns null when the key, which is destroyed, is not the slot's */
function openSlot(dir: string, file: KeyFile, slot: Slot, key: SecretBytes): OpenKeys | null {
  try {
    const secrets = unwrap(slot, key)
    if (secrets === null) return null
    const keys = hold(secrets)
    if (isOf(file, keys)) {
      if (file.recordingPublicKey === undefined) addRecordingKey(dir, file, keys)
      return keys
    }
    // Whatever is sealed while the store is locked is sealed to the public key in the file: a false one must not go unseen.
    keys.close()
    throw new Failure('STORE_DAMAGED', { part: 'keys' })
  } finally {
    destroy(key)
  }
}

const isOf = ({ vaultPublicKey, recordingPublicKey }: KeyFile, keys: OpenKeys): boolean =>
  Buffer.compare(vaultPublicKey, keys.vaultPublicKey) === 0 &&
  (recordingPublicKey === undefined || Buffer.compare(recordingPublicKey, keys.recordingPublicKey) === 0)

const publicKeysOf = (keys: OpenKeys): Pick<KeyFile, 'vaultPublicKey' | 'recordingPublicKey'> => ({
  vaultPublicKey: new Uint8Array(keys.vaultPublicKey),
  recordingPublicKey: new Uint8Array(keys.recordingPublicKey),
})

function addRecordingKey(dir: string, file: KeyFile, keys: OpenKeys): void {
  try {
    writeKeyFile(dir, { ...file, ...publicKeysOf(keys) })
  } catch {
    // A full disk must not lock anybody out; the next unlocking adds it.
  }
}

/**
 * What a recording is sealed to; needs no passphrase.
 * @throws Failure STORE_MISSING, STORE_DAMAGED, STORE_TOO_NEW, LOCKED: a store that was never unlocked since recording came has none yet
 */
export function recordingPublicKeyOf(dir: string): Uint8Array {
  const { recordingPublicKey } = readKeyFile(dir)
  if (recordingPublicKey === undefined) throw new Failure('LOCKED', {})
  return recordingPublicKey
}

function entropyOf(given: readonly string[]): Uint8Array {
  const words = given.map((word) => word.trim().toLowerCase())
  if (words.length !== WORDS || words.some((word) => !wordlist.includes(word))) throw new Failure('WRONG_RECOVERY_KEY', { reason: 'words' })
  try {
    return mnemonicToEntropy(words.join(' '), wordlist)
  } catch (cause) {
    throw new Failure('WRONG_RECOVERY_KEY', { reason: 'checksum' }, { cause })
  }
}

function checkStrength(passphrase: string): void {
  if ([...passphrase.normalize('NFKC')].length < MIN_PASSPHRASE) throw new Failure('WEAK_PASSPHRASE', { minLength: MIN_PASSPHRASE })
}
