import { randomBytes } from 'node:crypto'
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { clearAttempts, recordWrong, secondsToWait } from './attempts.ts'
import { keyFileExists, readKeyFile, writeKeyFile, type KeyFile } from './file.ts'
import { aeadOpen, aeadSeal, keyPairFromSeed, openSealed } from './seal.ts'
import { deriveKey, destroy, emptySecret, keyFromPassphrase, newSecret, SALT_BYTES, USUAL_COST, type KdfCost, type SecretBytes } from './secret.ts'

export const MIN_PASSPHRASE = 8

export interface KeyDeps {
  readonly now: () => number
  readonly kdfCost?: KdfCost
}

/**
 * The store's secrets while it is unlocked, in guarded memory. The master key leads to the database and the device; the
 * vault has a key pair of its own, whose private half is closed separately. `close` zeroes everything.
 */
export interface OpenKeys {
  /** 32 bytes, the caller's to zero. */
  databaseKey(): SecretBytes
  /** Wraps the device's signing key; the caller's to zero. */
  deviceKey(): SecretBytes
  readonly vaultPublicKey: Uint8Array
  readonly vaultIsOpen: boolean
  /** Opens what was sealed to the vault. @throws Failure VAULT_CLOSED; Error when it was not sealed to it */
  openVaultSeal(sealed: Uint8Array): Uint8Array
  closeVault(): void
  close(): void
}

type Slot = KeyFile['slots'][number]

const placeOf = (kind: Slot['kind'], what: 'master' | 'vault'): Buffer => Buffer.from(`sotto-keys v1 ${kind} ${what}`)

/** Creates the store's keys. @throws Failure STORE_EXISTS, WEAK_PASSPHRASE; nothing is written then */
export function createKeys(dir: string, passphrase: string, deps: KeyDeps): { keys: OpenKeys; recoveryWords: string[] } {
  if (keyFileExists(dir)) throw new Failure('STORE_EXISTS', {})
  checkStrength(passphrase)
  const master = newSecret()
  const vaultSeed = newSecret()
  const { publicKey } = keyPairFromSeed(vaultSeed)
  const entropy = randomBytes(32)
  const recoveryWords = entropyToMnemonic(entropy, wordlist).split(' ')
  const recovery = deriveKey(entropy, 'recovery')
  writeKeyFile(dir, {
    version: 1,
    vaultPublicKey: new Uint8Array(publicKey),
    slots: [passphraseSlot(passphrase, master, vaultSeed, deps), { kind: 'recovery', acknowledged: false, ...wrap('recovery', recovery, master, vaultSeed) }],
  })
  destroy(recovery)
  entropy.fill(0)
  return { keys: hold(master, vaultSeed), recoveryWords }
}

/** @throws Failure STORE_MISSING, WRONG_PASSPHRASE, TOO_MANY_ATTEMPTS, STORE_DAMAGED, STORE_TOO_NEW */
export function openWithPassphrase(dir: string, passphrase: string, { now }: KeyDeps): OpenKeys {
  const { slots: [slot] } = readKeyFile(dir)
  const waitSeconds = secondsToWait(dir, now())
  if (waitSeconds > 0) throw new Failure('TOO_MANY_ATTEMPTS', { waitSeconds })
  const key = keyFromPassphrase(passphrase, slot.kdf.salt, slot.kdf)
  try {
    const keys = unwrap(slot, key)
    clearAttempts(dir)
    return keys
  } catch (cause) {
    throw new Failure('WRONG_PASSPHRASE', { waitSeconds: recordWrong(dir, now()) }, { cause })
  } finally {
    destroy(key)
  }
}

/** @throws Failure STORE_MISSING, WRONG_RECOVERY_KEY, STORE_DAMAGED, STORE_TOO_NEW */
export function openWithRecoveryWords(dir: string, words: readonly string[]): OpenKeys {
  const { slots: [, slot] } = readKeyFile(dir)
  if (words.length !== 24 || words.some((word) => !wordlist.includes(word))) throw new Failure('WRONG_RECOVERY_KEY', { reason: 'words' })
  let entropy: Uint8Array
  try {
    entropy = mnemonicToEntropy(words.join(' '), wordlist)
  } catch (cause) {
    throw new Failure('WRONG_RECOVERY_KEY', { reason: 'checksum' }, { cause })
  }
  const key = deriveKey(entropy, 'recovery')
  try {
    const keys = unwrap(slot, key)
    clearAttempts(dir)
    return keys
  } catch (cause) {
    throw new Failure('WRONG_RECOVERY_KEY', { reason: 'mismatch' }, { cause })
  } finally {
    destroy(key)
    entropy.fill(0)
  }
}

/** Wraps the same keys under another passphrase; notes are not touched, the recovery words stay. @throws Failure WEAK_PASSPHRASE */
export function changePassphrase(dir: string, keys: OpenKeys, passphrase: string, deps: KeyDeps): void {
  checkStrength(passphrase)
  const file = readKeyFile(dir)
  const { master, vaultSeed } = secretsOf(keys)
  writeKeyFile(dir, { ...file, slots: [passphraseSlot(passphrase, master, vaultSeed, deps), file.slots[1]] })
  clearAttempts(dir)
}

export function acknowledgeRecovery(dir: string): void {
  const file = readKeyFile(dir)
  writeKeyFile(dir, { ...file, slots: [file.slots[0], { ...file.slots[1], acknowledged: true }] })
}

export function keysState(dir: string): { exists: boolean; recoveryAcknowledged: boolean } {
  return keyFileExists(dir) ? { exists: true, recoveryAcknowledged: readKeyFile(dir).slots[1].acknowledged } : { exists: false, recoveryAcknowledged: false }
}

function checkStrength(passphrase: string): void {
  if ([...passphrase.normalize('NFKC')].length < MIN_PASSPHRASE) throw new Failure('WEAK_PASSPHRASE', { minLength: MIN_PASSPHRASE })
}

function passphraseSlot(passphrase: string, master: SecretBytes, vaultSeed: SecretBytes, { kdfCost = USUAL_COST }: KeyDeps): KeyFile['slots'][0] {
  const salt = randomBytes(SALT_BYTES)
  const key = keyFromPassphrase(passphrase, salt, kdfCost)
  const slot = { kind: 'passphrase', kdf: { alg: 'argon2id13', salt: new Uint8Array(salt), ...kdfCost }, ...wrap('passphrase', key, master, vaultSeed) } as const
  destroy(key)
  return slot
}

function wrap(kind: Slot['kind'], key: SecretBytes, master: SecretBytes, vaultSeed: SecretBytes): Pick<Slot, 'master' | 'vault'> {
  const [forMaster, forVault] = [deriveKey(key, 'wrap master'), deriveKey(key, 'wrap vault')]
  const result = { master: aeadSeal(forMaster, master, placeOf(kind, 'master')), vault: aeadSeal(forVault, vaultSeed, placeOf(kind, 'vault')) }
  destroy(forMaster)
  destroy(forVault)
  // Fresh arrays over exactly the bytes, as the file's schema gives them back.
  return { master: new Uint8Array(result.master), vault: new Uint8Array(result.vault) }
}

function unwrap(slot: Slot, key: SecretBytes): OpenKeys {
  const [forMaster, forVault] = [deriveKey(key, 'wrap master'), deriveKey(key, 'wrap vault')]
  const [master, vaultSeed] = [emptySecret(), emptySecret()]
  try {
    aeadOpen(forMaster, slot.master, placeOf(slot.kind, 'master'), master)
    aeadOpen(forVault, slot.vault, placeOf(slot.kind, 'vault'), vaultSeed)
    return hold(master, vaultSeed)
  } finally {
    destroy(forMaster)
    destroy(forVault)
  }
}

/** Where the secrets behind an OpenKeys are; only re-wrapping reads them. */
const secrets = new WeakMap<OpenKeys, { master: SecretBytes; vaultSeed: SecretBytes }>()

function secretsOf(keys: OpenKeys): { master: SecretBytes; vaultSeed: SecretBytes } {
  const held = secrets.get(keys)
  if (held === undefined) throw new Error('keys that were not opened here, or are closed')
  return held
}

function hold(master: SecretBytes, vaultSeed: SecretBytes): OpenKeys {
  const pair = keyPairFromSeed(vaultSeed)
  const privateKey = emptySecret()
  Buffer.from(pair.privateKey).copy(privateKey)
  pair.privateKey.fill(0)
  let state: 'open' | 'vault-closed' | 'closed' = 'open'
  const derived = (purpose: string): SecretBytes => {
    if (state === 'closed') throw new Failure('LOCKED', {})
    return deriveKey(master, purpose)
  }
  const closeVault = (): void => {
    destroy(vaultSeed)
    destroy(privateKey)
    if (state === 'open') state = 'vault-closed'
  }
  const keys: OpenKeys = {
    databaseKey: () => derived('database'),
    deviceKey: () => derived('device'),
    vaultPublicKey: pair.publicKey,
    get vaultIsOpen() {
      return state === 'open'
    },
    openVaultSeal(sealed) {
      if (state !== 'open') throw new Failure('VAULT_CLOSED', {})
      return openSealed(pair.publicKey, privateKey, sealed)
    },
    closeVault,
    close() {
      closeVault()
      destroy(master)
      state = 'closed'
      secrets.delete(keys)
    },
  }
  secrets.set(keys, { master, vaultSeed })
  return keys
}
