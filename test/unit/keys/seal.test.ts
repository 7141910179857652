import { hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aeadOpen, aeadSeal, deriveKey, keyPairFromSeed, openSealed, sealTo } from '../../../src-main/core/keys/index.ts'

const bytes = fc.uint8Array({ maxLength: 500 })
const key = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe('sealing', () => {
  it('gives back what was sealed, under the same key and place only', () => {
    fc.assert(
      fc.property(key, bytes, bytes, fc.nat(), (secret, plaintext, place, at) => {
        const sealed = aeadSeal(secret, plaintext, place)
        expect(Buffer.from(aeadOpen(secret, sealed, place))).toEqual(Buffer.from(plaintext))
        const changed = Buffer.from(sealed)
        changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ 1
        expect(() => aeadOpen(secret, changed, place)).toThrow()
        expect(() => aeadOpen(secret, sealed, Buffer.concat([place, Buffer.of(0)]))).toThrow()
      }),
    )
  })

  it('to a public key opens with its private key only', () => {
    fc.assert(
      fc.property(key, key, bytes, (seed, otherSeed, plaintext) => {
        fc.pre(Buffer.compare(seed, otherSeed) !== 0)
        const pair = keyPairFromSeed(seed)
        const other = keyPairFromSeed(otherSeed)
        const sealed = sealTo(pair.publicKey, plaintext)
        expect(Buffer.from(openSealed(pair.publicKey, pair.privateKey, sealed))).toEqual(Buffer.from(plaintext))
        expect(() => openSealed(other.publicKey, other.privateKey, sealed)).toThrow()
      }),
      { numRuns: 50 },
    )
  })

  it('derives the key RFC 5869 says', () => {
    // node:crypto's HKDF as the other opinion; it may be missing where the app runs, so the app does not use it.
    const from = Buffer.alloc(22, 0x0b)
    expect(deriveKey(from, 'a').equals(Buffer.from(hkdfSync('sha256', from, '', 'sotto a v1', 32)))).toBe(true)
    expect(deriveKey(from, 'a').equals(deriveKey(from, 'b'))).toBe(false)
  })
})
