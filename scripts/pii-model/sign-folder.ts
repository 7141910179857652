import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { SIGNED_LIST, SIGNED_TYPE } from '../../src-main/core/models/pii-signed.ts'

const NAMES = ['model.onnx', 'tokenizer.json', 'config.json'] as const

/** What a maker says of a model; see `piiModelSchema`. */
export interface ModelFacts {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly languages: readonly string[]
  readonly labels?: Readonly<Record<string, string | null>>
  readonly threshold?: number
}

/** A P-256 key as a JWK with its private part. */
export async function newSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return exportJWK(privateKey)
}

/** Writes the signed list of a folder that holds a model. @returns the thumbprint of the key, for its maker to publish */
export async function signFolder(dir: string, facts: ModelFacts, key: JWK): Promise<string> {
  const files = NAMES.map((name) => {
    const bytes = readFileSync(join(dir, name))
    return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  })
  const { kty, crv, x, y } = key
  const open: JWK = { kty: kty ?? 'EC', ...(crv === undefined ? {} : { crv }), ...(x === undefined ? {} : { x }), ...(y === undefined ? {} : { y }) }
  const jws = await new CompactSign(new TextEncoder().encode(JSON.stringify({ ...facts, files })))
    .setProtectedHeader({ alg: 'ES256', typ: SIGNED_TYPE, jwk: open })
    .sign(await importJWK(key, 'ES256'))
  writeFileSync(join(dir, SIGNED_LIST), `${jws}\n`)
  return calculateJwkThumbprint(open)
}
