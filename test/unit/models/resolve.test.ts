import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createModels, type Models } from '../../../src-main/core/models/index.ts'
import { manifestOf, modelBytes } from '../../fakes/download/models.ts'

/** From quick to thorough, as in the manifest that ships. */
const FILES = {
  tiny: modelBytes(1000, { seed: 1 }),
  'tiny.en': modelBytes(1100, { seed: 2, vocabulary: 51_864 }),
  base: modelBytes(2000, { seed: 3 }),
  'base.en': modelBytes(2100, { seed: 4, vocabulary: 51_864 }),
}
type Name = keyof typeof FILES
const NAMES: readonly Name[] = ['tiny', 'tiny.en', 'base', 'base.en']

let dir: string
let models: Models
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sotto-models-'))
  models = createModels({
    dir,
    manifest: manifestOf('http://127.0.0.1:1', NAMES.map((name) => ({ name, file: FILES[name], languages: name.endsWith('.en') ? 'en' : 'many' }))),
  })
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const file = (name: Name): string => join(dir, `ggml-${name}.bin`)
const put = (...names: readonly Name[]): void => names.forEach((name) => writeFileSync(file(name), FILES[name]))
/** Changes a byte in the middle and puts the modification time back, as something that hides would. */
function spoil(name: Name): void {
  const { atime, mtime } = statSync(file(name))
  const bytes = readFileSync(file(name))
  bytes[500] = (bytes[500] ?? 0) ^ 1
  writeFileSync(file(name), bytes)
  utimesSync(file(name), atime, mtime)
}

describe('the model to listen with', () => {
  it.each<[string, Name[], string | undefined, string | null]>([
    ['the most thorough', ['tiny', 'base'], undefined, 'base'],
    ['one for many languages before an English one', ['tiny', 'base.en'], undefined, 'tiny'],
    ['an English one where there is no other', ['tiny.en'], undefined, 'tiny.en'],
    ['an English one for English', ['tiny', 'base', 'base.en'], 'en', 'base.en'],
    ['never an English one for German', ['tiny', 'base.en'], 'de', 'tiny'],
    ['none for German where there are only English ones', ['tiny.en', 'base.en'], 'de', null],
    ['none where there is none', [], undefined, null],
  ])('is %s', async (_, installed, language, expected) => {
    put(...installed)
    const resolving = models.resolve({ language })
    if (expected === null) await expect(resolving).rejects.toMatchObject({ code: 'SPEECH_MODEL_MISSING', exitCode: 4 })
    else expect(await resolving).toMatchObject({ name: expected, path: join(dir, `ggml-${expected}.bin`), multilingual: !expected.endsWith('.en') })
  })

  it('is the one asked for, else the environment’s, else an installed one', async () => {
    put('tiny', 'base')
    const own = join(dir, 'mine.bin')
    writeFileSync(own, modelBytes(500, { vocabulary: 51_864 }))
    expect(await models.resolve({ model: 'tiny', fromEnvironment: own })).toMatchObject({ name: 'tiny' })
    expect(await models.resolve({ fromEnvironment: own })).toEqual({ path: own, name: null, sha256: null, multilingual: false })
    expect(await models.resolve({ model: own })).toMatchObject({ path: own })
    expect(await models.resolve({ fromEnvironment: '' })).toMatchObject({ name: 'base' })
  })

  it('with no network and no model says which command gets one', async () => {
    const thrown: unknown = await models.resolve({}).catch((each: unknown) => each)
    expect(thrown).toMatchObject({ exitCode: 4, explanation: { fix: expect.stringContaining('sotto models pull') } })
    await expect(models.resolve({ model: 'base' })).rejects.toMatchObject({ code: 'SPEECH_MODEL_MISSING' })
    await expect(models.resolve({ model: 'enormous' })).rejects.toMatchObject({ code: 'BAD_USAGE' })
  })
})

describe('a file the person names', () => {
  it.each<[string, Buffer | null, string]>([
    ['is not there', null, 'unreadable'],
    ['is empty', Buffer.alloc(0), 'not-ggml'],
    ['is shorter than a header', modelBytes(100).subarray(0, 47), 'not-ggml'],
    ['is something else', Buffer.from('RIFF....WAVEfmt '.repeat(10)), 'not-ggml'],
    ['is the newer format of language models', Buffer.from(`GGUF${'\0'.repeat(60)}`), 'not-ggml'],
    ['is a ggml model that does not listen', modelBytes(500, { vocabulary: 32_000 }), 'not-ggml'],
  ])('that %s is refused', async (_, bytes, reason) => {
    const path = join(dir, 'given.bin')
    if (bytes !== null) writeFileSync(path, bytes)
    await expect(models.resolve({ model: path })).rejects.toMatchObject({ code: 'BAD_SPEECH_MODEL', params: { reason }, exitCode: 4 })
  })

  it('that is a folder is refused', async () => {
    mkdirSync(join(dir, 'folder.bin'))
    await expect(models.resolve({ model: join(dir, 'folder.bin') })).rejects.toMatchObject({ code: 'BAD_SPEECH_MODEL' })
  })
})

describe('an installed model', () => {
  it('is verified before its first use, and then only when it has changed', async () => {
    put('base')
    expect((await models.list()).find(({ name }) => name === 'base')).toMatchObject({ installed: true, verified: false })
    await models.resolve({ model: 'base' })
    expect((await models.list()).find(({ name }) => name === 'base')).toMatchObject({ installed: true, verified: true })
    const noted = (): bigint => statSync(`${file('base')}.verified.json`, { bigint: true }).ctimeNs
    const before = noted()
    await models.resolve({ model: 'base' })
    expect(noted()).toBe(before) // not hashed again
    await models.verify('base')
    expect(noted()).not.toBe(before)
    spoil('base')
    await expect(models.resolve({ model: 'base' })).rejects.toMatchObject({ code: 'BAD_SPEECH_MODEL', params: { reason: 'damaged' } })
  })

  it('that is damaged is passed over for one that is not, and never used', async () => {
    put('tiny', 'base')
    await models.verify(undefined)
    spoil('base')
    expect(await models.resolve({})).toMatchObject({ name: 'tiny' })
    rmSync(file('tiny'))
    await expect(models.resolve({})).rejects.toMatchObject({ code: 'BAD_SPEECH_MODEL' })
  })

  it.each<[string, (bytes: Buffer) => Buffer, string]>([
    ['cut short', (bytes) => bytes.subarray(0, 900), 'size'],
    ['with a byte changed', (bytes) => Buffer.concat([bytes.subarray(0, 700), Buffer.from([bytes[700] === 0 ? 1 : 0]), bytes.subarray(701)]), 'hash'],
    ['that is something else of the same size', (bytes) => Buffer.alloc(bytes.length, 'x'), 'format'],
    ['that is empty', () => Buffer.alloc(0), 'size'],
  ])('%s is found out by verify', async (_, change, problem) => {
    put('tiny', 'base')
    writeFileSync(file('base'), change(FILES.base))
    expect(await models.verify(undefined)).toEqual([
      { name: 'tiny', ok: true, problem: null },
      { name: 'base', ok: false, problem },
    ])
    expect(await models.verify('tiny')).toHaveLength(1)
  })

  it('that is not here cannot be verified', async () => {
    await expect(models.verify('base')).rejects.toMatchObject({ code: 'BAD_USAGE' })
    expect(await models.verify(undefined)).toEqual([])
  })

  it('can be removed, with what is left of a pull', async () => {
    put('base')
    await models.verify('base')
    writeFileSync(`${file('base')}.part`, 'x')
    expect(await models.remove('base')).toBe(true)
    expect(await models.remove('base')).toBe(false)
    expect((await models.list()).some(({ installed, partialBytes }) => installed || partialBytes > 0)).toBe(false)
  })

  it('is not hashed to the end for somebody who has gone', async () => {
    put('base')
    await expect(models.verify('base', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})
