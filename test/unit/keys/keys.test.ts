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
const failure = async (work: () => unknown): Promise<unknown> => {
  try {
    await work()
    return null
  } catch (thrown) {
    return thrown
  }
}

describe("a store's keys", () => {
  it('open with the passphrase and with the recovery words, and are the same', async () => {
    const { keys, recoveryWords } = await createKeys(dir, RIGHT, deps)
    const sealed = sealTo(keys.vaultPublicKey, Buffer.from('Alice'))
    expect(recoveryWords).toHaveLength(24)
    for (const again of [await openWithPassphrase(dir, RIGHT, deps), openWithRecoveryWords(dir, recoveryWords)]) {
      expect(hex(again)).toBe(hex(keys))
      expect(Buffer.from(again.openVaultSeal(sealed)).toString()).toBe('Alice')
    }
  })

  it("are in no file in the clear, and the file is the owner's alone", async () => {
    const { keys, recoveryWords } = await createKeys(dir, RIGHT, deps)
    const text = keyFile().toString('latin1')
    expect(text).not.toContain(keys.databaseKey().toString('base64'))
    expect(text).not.toContain(recoveryWords.join(' '))
    expect(text).not.toContain(RIGHT)
    if (process.platform !== 'win32') expect(statSync(join(dir, 'keys.json')).mode & 0o777).toBe(0o600)
    expect(readdirSync(dir)).toEqual(['keys.json'])
  })

  it('stay as they are after a wrong passphrase', async () => {
    await createKeys(dir, RIGHT, deps)
    const before = keyFile()
    expect(await failure(() => openWithPassphrase(dir, 'another passphrase', deps))).toMatchObject({ code: 'WRONG_PASSPHRASE', params: { waitSeconds: 0 } })
    expect(keyFile().equals(before)).toBe(true)
    expect((await openWithPassphrase(dir, RIGHT, deps)).vaultIsOpen).toBe(true)
  })

  it('make wrong passphrases wait longer and longer, up to a minute, and forget them after the right one', async () => {
    await createKeys(dir, RIGHT, deps)
    const waits: number[] = []
    for (let attempt = 0; attempt < 12; attempt++) {
      const thrown = await failure(() => openWithPassphrase(dir, 'another passphrase', deps))
      if (!failedWith(thrown, 'WRONG_PASSPHRASE')) throw thrown
      waits.push(thrown.params.waitSeconds)
      now += thrown.params.waitSeconds * 1000
    }
    expect(waits).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60])
    now -= 1
    expect(await failure(() => openWithPassphrase(dir, RIGHT, deps))).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', params: { waitSeconds: 1 } })
    now += 1
    await openWithPassphrase(dir, RIGHT, deps)
    expect(await failure(() => openWithPassphrase(dir, 'another passphrase', deps))).toMatchObject({ params: { waitSeconds: 0 } })
  })

  it('change their passphrase without changing themselves', async () => {
    const { keys, recoveryWords } = await createKeys(dir, RIGHT, deps)
    await changePassphrase(dir, keys, 'quite different words', deps)
    expect(await failure(() => openWithPassphrase(dir, RIGHT, deps))).toMatchObject({ code: 'WRONG_PASSPHRASE' })
    expect(hex(await openWithPassphrase(dir, 'quite different words', deps))).toBe(hex(keys))
    expect(hex(openWithRecoveryWords(dir, recoveryWords))).toBe(hex(keys))
  })

  it('are not created twice, nor with a weak passphrase', async () => {
    expect(await failure(() => createKeys(dir, 'short', deps))).toMatchObject({ code: 'WEAK_PASSPHRASE' })
    expect(readdirSync(dir)).toEqual([])
    await createKeys(dir, RIGHT, deps)
    expect(await failure(() => createKeys(dir, RIGHT, deps))).toMatchObject({ code: 'STORE_EXISTS' })
  })

  it('say what is wrong with recovery words', async () => {
    const { recoveryWords } = await createKeys(dir, RIGHT, deps)
    const reason = (words: string[]): Promise<unknown> => failure(() => openWithRecoveryWords(dir, words))
    expect(await reason([...recoveryWords.slice(0, 23), 'sotto'])).toMatchObject({ code: 'WRONG_RECOVERY_KEY', params: { reason: 'words' } })
    const other = mkdtempSync(join(tmpdir(), 'sotto-keys-'))
    try {
      expect(await reason((await createKeys(other, RIGHT, deps)).recoveryWords)).toMatchObject({ params: { reason: 'mismatch' } })
    } finally {
      rmSync(other, { recursive: true })
    }
    // 24 times the first word of the list: no list of words with that check.
    expect(await reason(Array.from({ length: 24 }, () => 'abandon'))).toMatchObject({ params: { reason: 'checksum' } })
    expect(await reason(recoveryWords.map((word) => ` ${word.toUpperCase()} `))).toBeNull()
  })

  it('remember that the recovery words were written down', async () => {
    expect(keysState(dir)).toEqual({ exists: false, recoveryAcknowledged: false })
    await createKeys(dir, RIGHT, deps)
    expect(keysState(dir)).toEqual({ exists: true, recoveryAcknowledged: false })
    acknowledgeRecovery(dir)
    expect(keysState(dir)).toEqual({ exists: true, recoveryAcknowledged: true })
    expect((await openWithPassphrase(dir, RIGHT, deps)).vaultIsOpen).toBe(true)
  })

  it("are gone from memory once closed, the vault's before the rest if wished", async () => {
    const { keys } = await createKeys(dir, RIGHT, deps)
    const sealed = sealTo(keys.vaultPublicKey, Buffer.from('Alice'))
    keys.closeVault()
    expect(await failure(() => keys.openVaultSeal(sealed))).toMatchObject({ code: 'VAULT_CLOSED' })
    expect(keys.databaseKey()).toHaveLength(32)
    keys.close()
    expect(await failure(() => keys.databaseKey())).toMatchObject({ code: 'LOCKED' })
  })

  it('are called damaged when any bit of their file changed, unless that bit means nothing', async () => {
    const { keys } = await createKeys(dir, RIGHT, deps)
    const expected = hex(keys)
    const before = keyFile()
    await fc.assert(
      fc.asyncProperty(fc.nat(before.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = Buffer.from(before)
        changed[at] = (changed[at] ?? 0) ^ flip
        writeFileSync(join(dir, 'keys.json'), changed)
        try {
          expect(hex(await openWithPassphrase(dir, RIGHT, deps))).toBe(expected)
        } catch (thrown) {
          // Never WRONG_PASSPHRASE: the passphrase is right, and the person must not be sent looking for another.
          if (!failedWith(thrown, 'STORE_DAMAGED') && !failedWith(thrown, 'STORE_TOO_NEW')) throw thrown
        }
        expect(readdirSync(dir)).toEqual(['keys.json'])
      }),
      { numRuns: 500 },
    )
  })

  it('do not open under a false public key or a moved slot, even if the file\'s check was computed anew', async () => {
    const first = await createKeys(dir, RIGHT, deps)
    const file = readKeyFile(dir)
    const slot = slotOf(file, 'passphrase')
    const attempt = async (changed: KeyFile): Promise<unknown> => {
      writeKeyFile(dir, changed)
      rmSync(join(dir, 'unlock-attempts.json'), { force: true })
      return failure(() => openWithPassphrase(dir, RIGHT, deps))
    }
    expect(await attempt({ ...file, vaultPublicKey: new Uint8Array(32).fill(9) })).toMatchObject({ code: 'STORE_DAMAGED', params: { part: 'keys' } })
    expect(await attempt(withSlot(file, { ...slot, vault: slot.master }))).toMatchObject({ code: 'STORE_DAMAGED' })
    expect(await attempt(withSlot(file, { ...slot, master: slot.vault }))).toMatchObject({ code: 'WRONG_PASSPHRASE' })
    expect(await attempt(withSlot(file, { ...slot, master: slotOf(file, 'recovery').master }))).toMatchObject({ code: 'WRONG_PASSPHRASE' })
    expect(await attempt({ ...file, slots: file.slots.filter(({ kind }) => kind === 'recovery') })).toMatchObject({ code: 'STORE_DAMAGED' })
    writeKeyFile(dir, file)
    expect(hex(openWithRecoveryWords(dir, first.recoveryWords))).toBe(hex(first.keys))
  })

  it('of a newer version are left alone', async () => {
    await createKeys(dir, RIGHT, deps)
    writeFileSync(join(dir, 'keys.json'), keyFile().toString().replace('"version": 1', '"version": 2'))
    expect(await failure(() => openWithPassphrase(dir, RIGHT, deps))).toMatchObject({ code: 'STORE_TOO_NEW' })
  })

  it('are zeroed in memory by closing, and by every way that fails', async () => {
    const made: Buffer[] = []
    const malloc = sodium.sodium_malloc.bind(sodium)
    const spy = vi.spyOn(sodium, 'sodium_malloc').mockImplementation((size) => {
      const secret = malloc(size)
      made.push(secret)
      return secret
    })
    try {
      const { keys, recoveryWords } = await createKeys(dir, RIGHT, deps)
      expect(made.some((secret) => secret.some((byte) => byte !== 0))).toBe(true)
      await failure(() => openWithPassphrase(dir, 'another passphrase', deps))
      const changed = readKeyFile(dir)
      writeKeyFile(dir, withSlot(changed, { ...slotOf(changed, 'recovery'), vault: slotOf(changed, 'recovery').master }))
      expect(await failure(() => openWithRecoveryWords(dir, recoveryWords))).toMatchObject({ code: 'STORE_DAMAGED' })
      await changePassphrase(dir, keys, 'quite different words', deps)
      const again = await openWithPassphrase(dir, 'quite different words', deps)
      again.close()
      keys.close()
      expect(made.length).toBeGreaterThan(10)
      expect(made.filter((secret) => secret.some((byte) => byte !== 0))).toEqual([])
    } finally {
      spy.mockRestore()
    }
  })

  it('whose vault is closed are not wrapped again: that would lose the names', async () => {
    const { keys } = await createKeys(dir, RIGHT, deps)
    const before = keyFile()
    keys.closeVault()
    expect(await failure(() => changePassphrase(dir, keys, 'quite different words', deps))).toMatchObject({ code: 'VAULT_CLOSED' })
    keys.close()
    expect(await failure(() => changePassphrase(dir, keys, 'quite different words', deps))).toMatchObject({ code: 'LOCKED' })
    expect(keyFile().equals(before)).toBe(true)
  })

  it('of one store are not written into another', async () => {
    await createKeys(dir, RIGHT, deps)
    const before = keyFile()
    const other = mkdtempSync(join(tmpdir(), 'sotto-keys-'))
    try {
      const foreign = (await createKeys(other, RIGHT, deps)).keys
      expect(await failure(() => changePassphrase(dir, foreign, 'quite different words', deps))).toBeInstanceOf(Error)
      expect(keyFile().equals(before)).toBe(true)
    } finally {
      rmSync(other, { recursive: true })
    }
  })

  it('keep their old file when the new one cannot be written', async () => {
    const { keys } = await createKeys(dir, RIGHT, deps)
    const before = keyFile()
    mkdirSync(join(dir, 'keys.json.new')) // stands where the new file would be written
    expect(await failure(() => changePassphrase(dir, keys, 'quite different words', deps))).toBeInstanceOf(Error)
    expect(keyFile().equals(before)).toBe(true)
    expect(hex(await openWithPassphrase(dir, RIGHT, deps))).toBe(hex(keys))
  })

  it('open after the app was killed in the middle of changing the passphrase', async () => {
    const { keys } = await createKeys(dir, RIGHT, deps)
    keys.close()
    const words = ['first of two passphrases', 'second of two passphrases']
    const program = `
      import { changePassphrase, openWithPassphrase } from ${JSON.stringify(new URL('../../../src-main/core/keys/index.ts', import.meta.url).href)}
      const [dir, now, ...words] = process.argv.slice(1)
      const deps = { now: () => Number(now), kdfCost: { opsLimit: 1, memLimitBytes: 8192 } }
      let open
      for (const word of [${JSON.stringify(RIGHT)}, ...words]) try { open ??= await openWithPassphrase(dir, word, deps) } catch {}
      process.stdout.write('ready')
      for (let turn = 0; ; turn++) await changePassphrase(dir, open, words[turn % 2], deps)`
    for (const delayMs of [0, 3, 7, 16, 31]) {
      rmSync(join(dir, 'unlock-attempts.json'), { force: true })
      const child = spawn(process.execPath, ['--input-type=module', '-e', program, dir, String(now), ...words], { stdio: ['ignore', 'pipe', 'ignore'] })
      await once(child.stdout, 'data')
      await setTimeout(delayMs)
      child.kill('SIGKILL')
      await once(child, 'exit')
      rmSync(join(dir, 'unlock-attempts.json'), { force: true })
      const opened: string[] = []
      for (const word of [RIGHT, ...words]) {
        const thrown = await failure(async () => (await openWithPassphrase(dir, word, deps)).close())
        if (thrown === null) opened.push(word)
      }
      expect(opened).toHaveLength(1)
    }
  })
})
