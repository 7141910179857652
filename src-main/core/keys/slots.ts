import { randomBytes } from 'node:crypto'
import type { Slot, SlotOf } from './file.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { aeadOpen, aeadSeal } from './seal.ts'
import { deriveKey, destroy, emptySecret, keyFromPassphrase, SALT_BYTES, type KdfCost, type SecretBytes } from './secret.ts'

/** What every slot wraps: the master key and the seed of the vault's key pair. */
export interface Secrets {
  readonly master: SecretBytes
  readonly vaultSeed: SecretBytes
}

/** Binds a wrapped key to its slot, its purpose and the file's version: moved to another place it does not open. */
const placeOf = (kind: Slot['kind'], what: 'master' | 'vault'): Buffer => Buffer.from(`sotto-keys v1 ${kind} ${what}`)

export async function passphraseSlot(passphrase: string, secrets: Secrets, cost: KdfCost): Promise<SlotOf<'passphrase'>> {
  const salt = new Uint8Array(randomBytes(SALT_BYTES))
  const key = await keyFromPassphrase(passphrase, salt, cost)
  try {
    return { kind: 'passphrase', kdf: { alg: 'argon2id13', salt, ...cost }, ...wrap('passphrase', key, secrets) }
  } finally {
    destroy(key)
  }
}

/** @param entropy the 32 bytes that the recovery words stand for */
export function recoverySlot(entropy: Uint8Array, secrets: Secrets): SlotOf<'recovery'> {
  const key = recoveryKey(entropy)
  try {
    return { kind: 'recovery', acknowledged: false, ...wrap('recovery', key, secrets) }
  } finally {
    destroy(key)
  }
}

/** The entropy is uniform already, so HKDF is enough. */
export const recoveryKey = (entropy: Uint8Array): SecretBytes => deriveKey(entropy, 'recovery')

function wrap(kind: Slot['kind'], key: SecretBytes, { master, vaultSeed }: Secrets): Pick<Slot, 'master' | 'vault'> {
  const [forMaster, forVault] = [deriveKey(key, 'wrap master'), deriveKey(key, 'wrap vault')]
  try {
    const sealed = { master: aeadSeal(forMaster, master, placeOf(kind, 'master')), vault: aeadSeal(forVault, vaultSeed, placeOf(kind, 'vault')) }
    // Fresh arrays over exactly the bytes, as the file's schema gives them back.
    return { master: new Uint8Array(sealed.master), vault: new Uint8Array(sealed.vault) }
  } finally {
    destroy(forMaster)
    destroy(forVault)
  }
}

/**
 * @returns the secrets, or null when the key is not the slot's
 * @throws Failure STORE_DAMAGED when the key is right and the rest of the slot is not
 */
export function unwrap(slot: Slot, key: SecretBytes): Secrets | null {
  const [forMaster, forVault] = [deriveKey(key, 'wrap master'), deriveKey(key, 'wrap vault')]
  const [master, vaultSeed] = [emptySecret(), emptySecret()]
  const opens = (into: SecretBytes, under: SecretBytes, what: 'master' | 'vault'): boolean => {
    try {
      aeadOpen(under, slot[what], placeOf(slot.kind, what), into)
      return true
    } catch {
      return false // the one thing sodium says about it: the tag does not fit
    }
  }
  let secrets: Secrets | null = null
  try {
    if (!opens(master, forMaster, 'master')) return null
    if (!opens(vaultSeed, forVault, 'vault')) throw new Failure('STORE_DAMAGED', { part: 'keys' })
    secrets = { master, vaultSeed }
    return secrets
  } finally {
    for (const used of secrets === null ? [forMaster, forVault, master, vaultSeed] : [forMaster, forVault]) destroy(used)
  }
}
