import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign, verify, type KeyObject } from 'node:crypto'
import { calculateJwkThumbprint } from 'jose'
import { z } from 'zod'
import { aeadOpen, aeadSeal } from '../keys/index.ts'

const jwkSchema = z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() })
export type PublicJwk = z.infer<typeof jwkSchema>

/** A P-256 public key as JWK (RFC 7517). */
export const publicJwkSchema = jwkSchema.refine(isOnCurve, 'a point of the curve')

/** This installation's signing key. It signs the audit log and, later, what it sends; each with its own purpose inside. */
export interface Device {
  /** ES256, IEEE P1363 form. */
  sign(text: string): string
  readonly privateKey: KeyObject
  readonly publicJwk: PublicJwk
  /** RFC 7638; what a person compares. */
  readonly thumbprint: string
}

/** What is stored: the private key (PKCS #8) under a random key of its own, that key under the store's. Base64. */
const recordSchema = z.object({ version: z.literal(1), wrappedKey: z.base64(), sealedPrivateKey: z.base64() })
type DeviceRecord = z.infer<typeof recordSchema>

const PLACE = { key: Buffer.from('sotto-device v1 key'), private: Buffer.from('sotto-device v1 private') }

export function createDevice(wrapKey: Uint8Array): DeviceRecord {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const key = randomBytes(32)
  const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' })
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
  const record: DeviceRecord = {
    version: 1,
    wrappedKey: base64(aeadSeal(wrapKey, key, PLACE.key)),
    sealedPrivateKey: base64(aeadSeal(key, pkcs8, PLACE.private)),
  }
  key.fill(0)
  pkcs8.fill(0)
  return record
}

/** @throws Error when the record was not made under this key */
export async function openDevice(record: unknown, wrapKey: Uint8Array): Promise<Device> {
  const { wrappedKey, sealedPrivateKey } = recordSchema.parse(record)
  const key = aeadOpen(wrapKey, Buffer.from(wrappedKey, 'base64'), PLACE.key)
  const pkcs8 = Buffer.from(aeadOpen(key, Buffer.from(sealedPrivateKey, 'base64'), PLACE.private))
  const privateKey = createPrivateKey({ key: pkcs8, type: 'pkcs8', format: 'der' })
  key.fill(0)
  pkcs8.fill(0)
  const { kty, crv, x, y } = createPublicKey(privateKey).export({ format: 'jwk' })
  const publicJwk = publicJwkSchema.parse({ kty, crv, x, y })
  return {
    privateKey,
    publicJwk,
    thumbprint: await calculateJwkThumbprint(publicJwk),
    sign: (text) => sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
  }
}

export function verifySignature(text: string, signature: string, publicJwk: PublicJwk): boolean {
  const key = createPublicKey({ key: publicJwk, format: 'jwk' })
  return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
}

function isOnCurve(jwk: PublicJwk): boolean {
  try {
    createPublicKey({ key: jwk, format: 'jwk' })
    return true
  } catch {
    return false // OpenSSL's one objection: these numbers are no key
  }
}
