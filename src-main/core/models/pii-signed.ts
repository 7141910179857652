import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { calculateJwkThumbprint, compactVerify, EmbeddedJWK } from 'jose'
import type { z } from 'zod'
import { piiModelSchema } from '../../../src-shared/contract/models.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'

/** The signed list of a model's files, beside them. */
export const SIGNED_LIST = 'sotto-model.jws'
export const SIGNED_TYPE = 'sotto-pii-model+jws'

/** WebAssembly has four gigabytes for weights, what they are copied from and what is computed with them. */
const MOST_BYTES = 1_000_000_000
const NAMES = ['model.onnx', 'tokenizer.json', 'config.json']

const listSchema = piiModelSchema
  .omit({ dir: true })
  .refine(({ files }) => files.length === NAMES.length && NAMES.every((name) => files.some((file) => file.name === name)), 'the three files, once each')
  .refine(({ files }) => files.reduce((sum, { bytes }) => sum + bytes, 0) <= MOST_BYTES, 'too large')
export type SignedList = z.infer<typeof listSchema>

/**
 * Reads a folder's list: a compact JWS (RFC 7515, ES256) that carries the key it is signed with, whose payload says what the model is and
 * the SHA-256 of each file. Whether that key is to be trusted is for the caller to say.
 * @returns `key`: the key's thumbprint (RFC 7638)
 * @throws Failure BAD_PII_MODEL (unsigned: no list, or one that is not right)
 */
export async function readSignedList(dir: string): Promise<{ list: SignedList; key: string }> {
  try {
    const jws = (await readFile(join(dir, SIGNED_LIST), 'utf8')).trim()
    const { payload, protectedHeader } = await compactVerify(jws, EmbeddedJWK, { algorithms: ['ES256'] })
    if (protectedHeader.typ !== SIGNED_TYPE || protectedHeader.jwk === undefined) throw new Error('a signature of another kind')
    const list = listSchema.parse(JSON.parse(new TextDecoder().decode(payload)))
    return { list, key: await calculateJwkThumbprint(protectedHeader.jwk) }
  } catch (cause) {
    throw new Failure('BAD_PII_MODEL', { reason: 'unsigned' }, { cause })
  }
}
