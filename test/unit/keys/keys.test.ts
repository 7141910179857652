import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import sodium from 'sodium-native'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { failedWith } from '../../../src-shared/errors/failure.ts'
import {
  acknowledgeRecovery,
  changePassphrase,
  createKeys,
  keysState,
  openWithPassphrase,
  openWithRecoveryWords,
  sealTo,
  type OpenKeys,
} from '../../../src-main/core/keys/index.ts'
import { readKeyFile, slotOf, withSlot, writeKeyFile, type KeyFile } from '../../../src-main/core/keys/file.ts'

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

describe("a store's keys", () => {
  it('open with the passphrase and with the recovery words, and are the same', () => {
    const { keys, recoveryWords } = createKeys(dir, RIGHT, deps)
    const sealed = sealTo(keys.vaultPublicKey, Buffer.from('Alice'))
    expect(recoveryWords).toHaveLength(24)
    for (const again of [openWithPassphrase(dir, RIGHT, deps), openWithRecoveryWords(dir, recoveryWords)]) {
      expect(hex(again)).toBe(hex(keys))
      expect(Buffer.from(again.openVaultSeal(sealed)).toString()).toBe('Alice')
    }
  })

  it("are in no file in the clear, and the file is the owner's alone", () => {
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
    // 24 times the first word of the list: no list of words with that check.
    expect(reason(Array.from({ length: 24 }, () => 'abandon'))).toMatchObject({ params: { reason: 'checksum' } })
    expect(reason(recoveryWords.map((word) => ` ${word.toUpperCase()} `))).toBeNull()
  })

  it('remember that the recovery words were written down', () => {
    expect(keysState(dir)).toEqual({ exists: false, recoveryAcknowledged: false })
    createKeys(dir, RIGHT, deps)
    expect(keysState(dir)).toEqual({ exists: true, recoveryAcknowledged: false })
    acknowledgeRecovery(dir)
    expect(keysState(dir)).toEqual({ exists: true, recoveryAcknowledged: true })
    expect(openWithPassphrase(dir, RIGHT, deps).vaultIsOpen).toBe(true)
  })

  it("are gone from memory once closed, the vault's before the rest if wished", () => {
    const { keys } = createKeys(dir, RIGHT, deps)
    const sealed = sealTo(keys.vaultPublicKey, Buffer.from('Alice'))
    keys.closeVault()
    expect(failure(() => keys.openVaultSeal(sealed))).toMatchObject({ code: 'VAULT_CLOSED' })
    expect(keys.databaseKey()).toHaveLength(32)
    keys.close()
    expect(failure(() => keys.databaseKey())).toMatchObject({ code: 'LOCKED' })
  })

  it('are called damaged when any bit of their file changed, unless that bit means nothing', () => {
    const { keys } = createKeys(dir, RIGHT, deps)
    const expected = hex(keys)
    const before = keyFile()
    fc.assert(
      fc.property(fc.nat(before.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Buffer.from(before)
        changed[at] = (changed[at] ?? 0) ^ flip
        writeFileSync(join(dir, 'keys.json'), changed)
        try {
          expect(hex(openWithPassphrase(dir, RIGHT, deps))).toBe(expected)
        } catch (thrown) {
          // Never WRONG_PASSPHRASE: the passphrase is right, and the person must not be sent looking for another.
          if (!failedWith(thrown, 'STORE_DAMAGED') && !failedWith(thrown, 'STORE_TOO_NEW')) throw thrown
        }
        expect(readdirSync(dir)).toEqual(['keys.json'])
      }),
      { numRuns: 500 },
    )
  })

  it('do not open under a false public key or a moved slot, even if the file\'s check was computed anew', () => {
    const first = createKeys(dir, RIGHT, deps)
    const file = readKeyFile(dir)
    const slot = slotOf(file, 'passphrase')
    const attempt = (changed: KeyFile): unknown => {
      writeKeyFile(dir, changed)
      rmSync(join(dir, 'unlock-attempts.json'), { force: true })
      return failure(() => openWithPassphrase(dir, RIGHT, deps))
    }
    expect(attempt({ ...file, vaultPublicKey: new Uint8Array(32).fill(9) })).toMatchObject({ code: 'STORE_DAMAGED', params: { part: 'keys' } })
    expect(attempt(withSlot(file, { ...slot, vault: slot.master }))).toMatchObject({ code: 'STORE_DAMAGED' })
    expect(attempt(withSlot(file, { ...slot, master: slot.vault }))).toMatchObject({ code: 'WRONG_PASSPHRASE' })
    expect(attempt(withSlot(file, { ...slot, master: slotOf(file, 'recovery').master }))).toMatchObject({ code: 'WRONG_PASSPHRASE' })
    expect(attempt({ ...file, slots: file.slots.filter(({ kind }) => kind === 'recovery') })).toMatchObject({ code: 'STORE_DAMAGED' })
    writeKeyFile(dir, file)
    expect(hex(openWithRecoveryWords(dir, first.recoveryWords))).toBe(hex(first.keys))
  })

  it('of a newer version are left alone', () => {
    createKeys(dir, RIGHT, deps)
    writeFileSync(join(dir, 'keys.json'), keyFile().toString().replace('"version": 1', '"version": 2'))
    expect(failure(() => openWithPassphrase(dir, RIGHT, deps))).toMatchObject({ code: 'STORE_TOO_NEW' })
  })

  it('are zeroed in memory by closing, and by every way that fails', () => {
    const made: Buffer[] = []
    const malloc = sodium.sodium_malloc.bind(sodium)
    const spy = vi.spyOn(sodium, 'sodium_malloc').mockImplementation((size) => {
      const secret = malloc(size)
      made.push(secret)
      return secret
    })
    try {
      const { keys, recoveryWords } = createKeys(dir, RIGHT, deps)
      expect(made.some((secret) => secret.some((byte) => byte !== 0))).toBe(true)
      failure(() => openWithPassphrase(dir, 'another passphrase', deps))
      const changed = readKeyFile(dir)
      writeKeyFile(dir, withSlot(changed, { ...slotOf(changed, 'recovery'), vault: slotOf(changed, 'recovery').master }))
      expect(failure(() => openWithRecoveryWords(dir, recoveryWords))).toMatchObject({ code: 'STORE_DAMAGED' })
      changePassphrase(dir, keys, 'quite different words', deps)
      openWithPassphrase(dir, 'quite different words', deps).close()
      keys.close()
      expect(made.length).toBeGreaterThan(10)
      expect(made.filter((secret) => secret.some((byte) => byte !== 0))).toEqual([])
    } finally {
      spy.mockRestore()
    }
  })

  it('whose vault is closed are not wrapped again: that would lose the names', () => {
    const { keys } = createKeys(dir, RIGHT, deps)
    const before = keyFile()
    keys.closeVault()
    expect(failure(() => changePassphrase(dir, keys, 'quite different words', deps))).toMatchObject({ code: 'VAULT_CLOSED' })
    keys.close()
    expect(failure(() => changePassphrase(dir, keys, 'quite different words', deps))).toMatchObject({ code: 'LOCKED' })
    expect(keyFile().equals(before)).toBe(true)
  })

  it('of one store are not written into another', () => {
    createKeys(dir, RIGHT, deps)
    const before = keyFile()
    const other = mkdtempSync(join(tmpdir(), 'sotto-keys-'))
    try {
      const foreign = createKeys(other, RIGHT, deps).keys
      expect(failure(() => changePassphrase(dir, foreign, 'quite different words', deps))).toBeInstanceOf(Error)
      expect(keyFile().equals(before)).toBe(true)
    } finally {
      rmSync(other, { recursive: true })
    }
  })

  it('keep their old file when the new one cannot be written', () => {
    const { keys } = createKeys(dir, RIGHT, deps)
    const before = keyFile()
    mkdirSync(join(dir, 'keys.json.new')) // stands where the new file would be written
    expect(failure(() => changePassphrase(dir, keys, 'quite different words', deps))).toBeInstanceOf(Error)
    expect(keyFile().equals(before)).toBe(true)
    expect(hex(openWithPassphrase(dir, RIGHT, deps))).toBe(hex(keys))
  })

  it('open after the app was killed in the middle of changing the passphrase', async () => {
    const { keys } = createKeys(dir, RIGHT, deps)
    keys.close()
    const words = ['first of two passphrases', 'second of two passphrases']
    const program = `
      import { changePassphrase, openWithPassphrase } from ${JSON.stringify(new URL('../../../src-main/core/keys/index.ts', import.meta.url).href)}
      const [dir, now, ...words] = process.argv.slice(1)
      const deps = { now: () => Number(now), kdfCost: { opsLimit: 1, memLimitBytes: 8192 } }
      let open
      for (const word of [${JSON.stringify(RIGHT)}, ...words]) try { open ??= openWithPassphrase(dir, word, deps) } catch {}
      process.stdout.write('ready')
      for (let turn = 0; ; turn++) changePassphrase(dir, open, words[turn % 2], deps)`
    for (const delayMs of [0, 3, 7, 16, 31]) {
      rmSync(join(dir, 'unlock-attempts.json'), { force: true })
      const child = spawn(process.execPath, ['--input-type=module', '-e', program, dir, String(now), ...words], { stdio: ['ignore', 'pipe', 'ignore'] })
      await once(child.stdout, 'data')
      await setTimeout(delayMs)
      child.kill('SIGKILL')
      await once(child, 'exit')
      rmSync(join(dir, 'unlock-attempts.json'), { force: true })
      const opened = [RIGHT, ...words].filter((word) => failure(() => openWithPassphrase(dir, word, deps).close()) === null)
      expect(opened).toHaveLength(1)
    }
  })
})
