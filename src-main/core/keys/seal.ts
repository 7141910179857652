import sodium from 'sodium-native'

/**
 * The few cryptographic operations everything at rest is made of, all libsodium's: XChaCha20-Poly1305 (IETF) with a random
 * nonce in front, and sealed boxes (X25519 + XSalsa20-Poly1305) for sealing without a secret.
 */
const NONCE = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
const TAG = sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES

/** The same bytes as the Buffer that sodium-native's types ask for; nothing is copied. */
const view = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/**
 * @param key 32 bytes
 * @param aad bound to the result, not in it; opening needs the same
 * @returns nonce (24 bytes) ‖ ciphertext ‖ tag (16 bytes)
 */
export function aeadSeal(key: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): Uint8Array {
  const sealed = Buffer.alloc(NONCE + plaintext.length + TAG)
  const nonce = sealed.subarray(0, NONCE)
  sodium.randombytes_buf(nonce)
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.subarray(NONCE), view(plaintext), view(aad), null, nonce, view(key))
  return sealed
}

/**
 * @param into where the plaintext goes, e.g. secure memory; fresh memory when absent
 * @throws Error when key, associated data or a single bit is wrong
 */
export function aeadOpen(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array, into?: Buffer): Uint8Array {
  if (sealed.length < NONCE + TAG) throw new Error('too short to be sealed')
  const bytes = view(sealed)
  const plaintext = into ?? Buffer.alloc(sealed.length - NONCE - TAG)
  sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(plaintext, null, bytes.subarray(NONCE), view(aad), bytes.subarray(0, NONCE), view(key))
  return plaintext
}

/** Seals to a public key; only its private key opens, and nobody can tell who sealed. */
export function sealTo(publicKey: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const sealed = Buffer.alloc(plaintext.length + sodium.crypto_box_SEALBYTES)
  sodium.crypto_box_seal(sealed, view(plaintext), view(publicKey))
  return sealed
}

/** @throws Error when it was not sealed to this key pair, or was changed */
export function openSealed(publicKey: Uint8Array, privateKey: Uint8Array, sealed: Uint8Array): Uint8Array {
  if (sealed.length < sodium.crypto_box_SEALBYTES) throw new Error('too short to be sealed')
  const plaintext = Buffer.alloc(sealed.length - sodium.crypto_box_SEALBYTES)
  if (!sodium.crypto_box_seal_open(plaintext, view(sealed), view(publicKey), view(privateKey))) throw new Error('not sealed to this key')
  return plaintext
}

/**
 * The X25519 key pair that follows from a 32-byte seed.
 * @param privateKey where the private half goes, e.g. secure memory; fresh memory when absent
 */
export function keyPairFromSeed(
  seed: Uint8Array,
  privateKey: Buffer = Buffer.alloc(sodium.crypto_box_SECRETKEYBYTES),
): { publicKey: Uint8Array; privateKey: Uint8Array } {
  const publicKey = Buffer.alloc(sodium.crypto_box_PUBLICKEYBYTES)
  sodium.crypto_box_seed_keypair(publicKey, privateKey, view(seed))
  return { publicKey, privateKey }
}
