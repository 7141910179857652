import { Failure } from '../../../src-shared/errors/failure.ts'
import { keyPairFromSeed, openSealed } from './seal.ts'
import { deriveKey, destroy, emptySecret, type SecretBytes } from './secret.ts'
import type { Secrets } from './slots.ts'

/**
 * The store's secrets while it is unlocked, in guarded memory. The master key leads to the database and the device; the
 * vault has a key pair of its own, whose private half is closed separately. `close` zeroes everything.
 */
export interface OpenKeys {
  /** 32 bytes, the caller's to zero. */
  databaseKey(): SecretBytes
  /** Wraps recordings' keys; the caller's to zero. */
  audioKey(): SecretBytes
  /** Wraps the device's signing key; the caller's to zero. */
  deviceKey(): SecretBytes
  readonly vaultPublicKey: Uint8Array
  /** What the keys of recordings are sealed to while they are made; it stands in keys.json, so that nothing has to be unlocked. */
  readonly recordingPublicKey: Uint8Array
  /** Opens what was sealed to {@link recordingPublicKey}. @throws Failure LOCKED; Error when it was not sealed to it */
  openRecordingSeal(sealed: Uint8Array): Uint8Array
  readonly vaultIsOpen: boolean
  /** Opens what was sealed to the vault. @throws Failure VAULT_CLOSED; Error when it was not sealed to it */
  openVaultSeal(sealed: Uint8Array): Uint8Array
  /** Zeroes the vault's private key; only unlocking again opens it. */
  closeVault(): void
  close(): void
}

/** Where the secrets behind an OpenKeys are; only re-wrapping reads them. */
const held = new WeakMap<OpenKeys, Secrets>()

/** @throws Failure VAULT_CLOSED, LOCKED: half of the secrets are zeroed then, and wrapping them would lose the names for good */
export function secretsOf(keys: OpenKeys): Secrets {
  const secrets = held.get(keys)
  if (secrets === undefined) throw new Failure('LOCKED', {})
  if (!keys.vaultIsOpen) throw new Failure('VAULT_CLOSED', {})
  return secrets
}

/** Takes the secrets over: closing zeroes them. */
export function hold(secrets: Secrets): OpenKeys {
  const { master, vaultSeed } = secrets
  const privateKey = emptySecret()
  const { publicKey } = keyPairFromSeed(vaultSeed, privateKey)
  const recordingPair = (): { publicKey: Uint8Array; privateKey: Uint8Array } => {
    const seed = deriveKey(master, 'recording')
    const pair = keyPairFromSeed(seed, emptySecret())
    destroy(seed)
    return pair
  }
  const recording = recordingPair()
  recording.privateKey.fill(0)
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
    audioKey: () => derived('audio'),
    deviceKey: () => derived('device'),
    vaultPublicKey: publicKey,
    recordingPublicKey: recording.publicKey,
    openRecordingSeal(sealed) {
      if (state === 'closed') throw new Failure('LOCKED', {})
      const pair = recordingPair()
      try {
        return openSealed(pair.publicKey, pair.privateKey, sealed)
      } finally {
        pair.privateKey.fill(0)
      }
    },
    get vaultIsOpen() {
      return state === 'open'
    },
    openVaultSeal(sealed) {
      if (state !== 'open') throw new Failure('VAULT_CLOSED', {})
      return openSealed(publicKey, privateKey, sealed)
    },
    closeVault,
    close() {
      closeVault()
      destroy(master)
      state = 'closed'
      held.delete(keys)
    },
  }
  held.set(keys, secrets)
  return keys
}
