import { createHmac } from 'node:crypto'
import sodium from 'sodium-native'

/** Key bytes in memory that is locked against swapping, guarded at both ends and zeroed when destroyed. */
export type SecretBytes = Buffer

export const KEY_BYTES = 32

export function newSecret(): SecretBytes {
  const secret = sodium.sodium_malloc(KEY_BYTES)
  sodium.randombytes_buf(secret)
  return secret
}

export const emptySecret = (size = KEY_BYTES): SecretBytes => sodium.sodium_malloc(size)

export const destroy = (secret: Buffer): void => sodium.sodium_memzero(secret)

/**
 * One key from another for one purpose: HKDF-SHA-256 (RFC 5869) without salt, one block.
 * @param purpose fixed ASCII words; different purposes give unrelated keys
 */
export function deriveKey(from: Uint8Array, purpose: string): SecretBytes {
  const extracted = createHmac('sha256', Buffer.alloc(KEY_BYTES)).update(from).digest()
  const expanded = createHmac('sha256', extracted).update(`sotto ${purpose} v1`).update(Buffer.of(1)).digest()
  const key = emptySecret()
  expanded.copy(key)
  extracted.fill(0)
  expanded.fill(0)
  return key
}

/** What turning a passphrase into a key costs; kept with the slot so that it can rise later. */
export interface KdfCost {
  readonly opsLimit: number
  readonly memLimitBytes: number
}

/** About a fifth of a second on an old laptop core, and 64 MiB for every guess. */
export const USUAL_COST: KdfCost = { opsLimit: 3, memLimitBytes: 64 * 1024 * 1024 }

export const SALT_BYTES = sodium.crypto_pwhash_SALTBYTES

/**
 * Argon2id (RFC 9106), on a thread of its own: it takes longer than a window may stand still. The passphrase is brought to
 * NFKC first: keyboards differ in how they compose accents.
 */
export async function keyFromPassphrase(passphrase: string, salt: Uint8Array, { opsLimit, memLimitBytes }: KdfCost): Promise<SecretBytes> {
  const typed = Buffer.from(passphrase.normalize('NFKC'))
  const key = emptySecret()
  try {
    await new Promise<void>((resolve, reject) => {
      const done = (error: Error | null): void => (error === null ? resolve() : reject(error))
      sodium.crypto_pwhash_async(key, typed, Buffer.from(salt), opsLimit, memLimitBytes, sodium.crypto_pwhash_ALG_ARGON2ID13, done)
    })
    return key
  } finally {
    typed.fill(0)
  }
}
