import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failedWith, Failure } from '../../../src-shared/errors/failure.ts'
import { acknowledgeRecovery, changePassphrase, createKeys, keysState, openWithPassphrase, openWithRecoveryWords, sealTo, type OpenKeys } from '../../../src-main/core/keys/index.ts'

const CHEAP = { opsLimit: 1, memLimitBytes: 8192 }
const RIGHT = 'four unrelated words'
let dir: string
let now: number
const deps = { now: () => now, kdfCost: CHEAP }

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sotto-keys-'))
  now = 1_000_000
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const keyFile = (): Buffer => readFileSync(join(dir, 'keys.json'))
const hex = (keys: OpenKeys): string => keys.databaseKey().toString('hex')
const failure = (work: () => unknown): unknown => {
  try {
    work()
    return null
  } catch (thrown) {
    return thrown
  }
}

describe('a store\'s keys', () => {
  it('open with the passphrase and with the recovery words, and are the same', () => {
    const { keys, recoveryWords } = createKeys(dir, RIGHT, deps)
    const sealed = sealTo(keys.vaultPublicKey, Buffer.from('Alice'))
    expect(recoveryWords).toHaveLength(24)
    for (const again of [openWithPassphrase(dir, RIGHT, deps), openWithRecoveryWords(dir, recoveryWords)]) {
      expect(hex(again)).toBe(hex(keys))
      expect(Buffer.from(again.openVaultSeal(sealed)).toString()).toBe('Alice')
    }
  })

  it('are in no file in the clear, and the file is the owner\'s alone', () => {
    const { keys, recoveryWords } = createKeys(dir, RIGHT, deps)
    const text = keyFile().toString('latin1')
    expect(text).not.toContain(keys.databaseKey().toString('base64'))
    expect(text).not.toContain(recoveryWords.join(' '))
    expect(text).not.toContain(RIGHT)
    if (process.platform !== 'win32') expect(statSync(join(dir, 'keys.json')).mode & 0o777).toBe(0o600)
    expect(readdirSync(dir)).toEqual(['keys.json'])
  })

  it('stay as they are after a wrong passphrase', () => {
    createKeys(dir, RIGHT, deps)
    const before = keyFile()
    expect(failure(() => openWithPassphrase(dir, 'another passphrase', deps))).toMatchObject({ code: 'WRONG_PASSPHRASE', params: { waitSeconds: 0 } })
    expect(keyFile().equals(before)).toBe(true)
    expect(openWithPassphrase(dir, RIGHT, deps).vaultIsOpen).toBe(true)
  })

  it('make wrong passphrases wait longer and longer, up to a minute, and forget them after the right one', () => {
    createKeys(dir, RIGHT, deps)
    const waits: number[] = []
    for (let attempt = 0; attempt < 12; attempt++) {
      const thrown = failure(() => openWithPassphrase(dir, 'another passphrase', deps))
      if (!failedWith(thrown, 'WRONG_PASSPHRASE')) throw thrown
      waits.push(thrown.params.waitSeconds)
      now += thrown.params.waitSeconds * 1000
    }
    expect(waits).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60])
    now -= 1
    expect(failure(() => openWithPassphrase(dir, RIGHT, deps))).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', params: { waitSeconds: 1 } })
    now += 1
    openWithPassphrase(dir, RIGHT, deps)
    expect(failure(() => openWithPassphrase(dir, 'another passphrase', deps))).toMatchObject({ params: { waitSeconds: 0 } })
  })

  it('change their passphrase without changing themselves', () => {
    const { keys, recoveryWords } = createKeys(dir, RIGHT, deps)
    changePassphrase(dir, keys, 'quite different words', deps)
    expect(failure(() => openWithPassphrase(dir, RIGHT, deps))).toMatchObject({ code: 'WRONG_PASSPHRASE' })
    expect(hex(openWithPassphrase(dir, 'quite different words', deps))).toBe(hex(keys))
    expect(hex(openWithRecoveryWords(dir, recoveryWords))).toBe(hex(keys))
  })

  it('are not created twice, nor with a weak passphrase', () => {
    expect(failure(() => createKeys(dir, 'short', deps))).toMatchObject({ code: 'WEAK_PASSPHRASE' })
    expect(readdirSync(dir)).toEqual([])
    createKeys(dir, RIGHT, deps)
    expect(failure(() => createKeys(dir, RIGHT, deps))).toMatchObject({ code: 'STORE_EXISTS' })
  })

  it('say what is wrong with recovery words', () => {
    const { recoveryWords } = createKeys(dir, RIGHT, deps)
    const reason = (words: string[]): unknown => failure(() => openWithRecoveryWords(dir, words))
    expect(reason([...recoveryWords.slice(0, 23), 'sotto'])).toMatchObject({ code: 'WRONG_RECOVERY_KEY', params: { reason: 'words' } })
    const other = mkdtempSync(join(tmpdir(), 'sotto-keys-'))
    try {
      expect(reason(createKeys(other, RIGHT, deps).recoveryWords)).toMatchObject({ params: { reason: 'mismatch' } })
    } finally {
      rmSync(other, { recursive: true })
    }
    const [first = '', second = '', ...rest] = recoveryWords
    const swapped = reason([second, first, ...rest])
    if (first !== second) expect(swapped).toBeInstanceOf(Failure)
  })

  it('remember that the recovery words were written down', () => {
    expect(keysState(dir)).toEqual({ exists: false, recoveryAcknowledged: false })
    createKeys(dir, RIGHT, deps)
    expect(keysState(dir)).toEqual({ exists: true, recoveryAcknowledged: false })
    acknowledgeRecovery(dir)
    expect(keysState(dir)).toEqual({ exists: true, recoveryAcknowledged: true })
    expect(openWithPassphrase(dir, RIGHT, deps).vaultIsOpen).toBe(true)
  })

  it('are gone from memory once closed, the vault\'s before the rest if wished', () => {
    const { keys } = createKeys(dir, RIGHT, deps)
    const sealed = sealTo(keys.vaultPublicKey, Buffer.from('Alice'))
    keys.closeVault()
    expect(failure(() => keys.openVaultSeal(sealed))).toMatchObject({ code: 'VAULT_CLOSED' })
    expect(keys.databaseKey()).toHaveLength(32)
    keys.close()
    expect(failure(() => keys.databaseKey())).toMatchObject({ code: 'LOCKED' })
  })

  it('refuse a changed key file with a clear failure and never with another key', () => {
    const { keys } = createKeys(dir, RIGHT, deps)
    const expected = hex(keys)
    const before = keyFile()
    fc.assert(
      fc.property(fc.nat(before.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Buffer.from(before)
        changed[at] = (changed[at] ?? 0) ^ flip
        writeFileSync(join(dir, 'keys.json'), changed)
        rmSync(join(dir, 'unlock-attempts.json'), { force: true })
        const thrown = failure(() => expect(hex(openWithPassphrase(dir, RIGHT, deps))).toBe(expected))
        if (thrown !== null) expect(thrown).toBeInstanceOf(Failure)
      }),
      { numRuns: 300 },
    )
  })

  it('of a newer version are left alone', () => {
    createKeys(dir, RIGHT, deps)
    writeFileSync(join(dir, 'keys.json'), keyFile().toString().replace('"version": 1', '"version": 2'))
    expect(failure(() => openWithPassphrase(dir, RIGHT, deps))).toMatchObject({ code: 'STORE_TOO_NEW' })
  })
})
