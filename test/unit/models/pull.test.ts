import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ModelProgress } from '../../../src-shared/contract/models.ts'
import { createModels } from '../../../src-main/core/models/index.ts'
import { loopbackEgress, manifestOf, modelBytes } from '../../fakes/download/models.ts'
import {
  answers, dropsAfter, redirectsTo, stallsAfter, startDownloadServer, wellBehaved, type Behaviour, type DownloadServer,
} from '../../fakes/download/server.ts'

const FILE = modelBytes(300_000)
const WRONG = modelBytes(300_000, { seed: 2 })
const PLENTY = 10 ** 12

let server: DownloadServer
let dir: string
beforeEach(async () => {
  server = await startDownloadServer(FILE)
  dir = join(mkdtempSync(join(tmpdir(), 'sotto-models-')), 'models')
})
afterEach(async () => {
  await server.close()
  rmSync(join(dir, '..'), { recursive: true, force: true })
})

const file = (name = 'base'): string => join(dir, `ggml-${name}.bin`)
const part = (): string => `${file()}.part`
const kept = (): number => statSync(part()).size

/** The module under test in a folder of its own. Pauses between tries are noted, not waited for. */
function aFolder({ free = PLENTY, onPause = () => undefined }: { free?: number; onPause?: () => void } = {}) {
  const { egress, lines } = loopbackEgress()
  const pauses: number[] = []
  const models = createModels({
    dir,
    manifest: manifestOf(server.origin, [{ name: 'base', file: FILE }]),
    world: {
      freeBytes: async () => free,
      pause: async (ms) => {
        pauses.push(ms)
        onPause()
      },
    },
  })
  const progress: ModelProgress[] = []
  const onProgress = (each: ModelProgress): void => {
    progress.push(each)
    if (each.step === 'downloading') server.clientHas(each.bytes)
  }
  const pull = (signal?: AbortSignal) => models.pull('base', { egress, signal, onProgress })
  return { models, pull, pauses, progress, lines }
}

describe('a pull', () => {
  it('brings the file, says how far it is, and leaves nothing else behind', async () => {
    const { models, pull, progress } = aFolder()
    await pull()
    expect(readFileSync(file()).equals(FILE)).toBe(true)
    expect(readdirSync(dir).toSorted()).toEqual(['ggml-base.bin', 'ggml-base.bin.verified.json'])
    expect(progress.at(-1)).toEqual({ name: 'base', step: 'done', bytes: FILE.length, totalBytes: FILE.length })
    expect(progress.map(({ bytes }) => bytes)).toEqual(progress.map(({ bytes }) => bytes).toSorted((a, b) => a - b))
    expect(await models.list()).toEqual([
      { name: 'base', bytes: FILE.length, license: 'MIT', languages: 'many', installed: true, verified: true, partialBytes: 0 },
    ])
  })

  it('of what is here asks nobody', async () => {
    const { pull } = aFolder()
    await pull()
    await pull()
    expect(server.asked).toHaveLength(1)
  })

  it('of a file somebody has put there checks that instead of fetching it', async () => {
    mkdirSync(dir)
    writeFileSync(file(), FILE)
    await aFolder().pull()
    expect(server.asked).toEqual([])
  })

  it('replaces a file of that name that is another', async () => {
    mkdirSync(dir)
    writeFileSync(file(), WRONG)
    await aFolder().pull()
    expect(readFileSync(file()).equals(FILE)).toBe(true)
  })

  it('enters its request in the ledger, without the path of the file', async () => {
    const { pull, lines } = aFolder()
    await pull()
    expect(lines).toMatchObject([
      { intent: { purpose: 'model-download', method: 'GET', path: '/repo/resolve/' }, outcome: { result: 'ok', status: 200, responseBytes: FILE.length } },
    ])
  })

  it('knows no other names', async () => {
    const { egress } = loopbackEgress()
    await expect(aFolder().models.pull('medium', { egress })).rejects.toMatchObject({ code: 'BAD_USAGE' })
    await expect(aFolder().models.pull('../base', { egress })).rejects.toMatchObject({ code: 'BAD_USAGE' })
  })

  it('happens once at a time', async () => {
    const { pull } = aFolder()
    const first = pull()
    await expect(pull()).rejects.toMatchObject({ params: { reason: 'under-way' } })
    await first
  })
})

describe('a connection that breaks', () => {
  it('is taken up where it broke, as often as it brings something', async () => {
    server.play(...Array.from({ length: 7 }, () => dropsAfter(40_000)), wellBehaved())
    const { pull } = aFolder()
    await pull()
    expect(readFileSync(file()).equals(FILE)).toBe(true)
    const starts = server.asked.map(({ range }) => Number(/^bytes=(\d+)-$/.exec(range ?? 'bytes=0-')?.[1]))
    expect(starts).toHaveLength(8)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    expect(starts.at(-1)).toBe(280_000)
    expect(server.asked.slice(1).map(({ ifRange }) => ifRange)).toEqual(Array.from({ length: 7 }, () => '"v1"'))
  })

  it('that brings nothing any more is given up, and what came is kept for the next pull', async () => {
    server.play(dropsAfter(100_000), dropsAfter(0))
    const { pull, pauses } = aFolder()
    await expect(pull()).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED', params: { reason: 'dropped' } })
    expect(kept()).toBe(100_000)
    expect(existsSync(file())).toBe(false)
    expect(pauses.length).toBeGreaterThan(2)
    server.play(wellBehaved())
    await aFolder().pull()
    expect(server.asked.at(-1)?.range).toBe('bytes=100000-')
    expect(readFileSync(file()).equals(FILE)).toBe(true)
  })

  it('that goes silent is noticed', async () => {
    server.play(stallsAfter(50_000), wellBehaved())
    const { pull, lines } = aFolder()
    await pull()
    expect(server.asked[1]?.range).toBe('bytes=50000-')
    expect(lines[0]?.outcome).toMatchObject({ result: 'aborted', responseBytes: 50_000 })
  })

  it('to nobody says so', async () => {
    const { pull } = aFolder()
    await server.close()
    await expect(pull()).rejects.toMatchObject({ params: { reason: 'unreachable' } })
  })

  it('whose answer ends early without having said how long it is counts as broken', async () => {
    server.play((_, response) => void response.writeHead(200, { etag: '"v1"' }).end(FILE.subarray(0, 70_000)), wellBehaved())
    await aFolder().pull()
    expect(server.asked[1]?.range).toBe('bytes=70000-')
    expect(readFileSync(file()).equals(FILE)).toBe(true)
  })
})

describe('a server', () => {
  it('that knows no ranges sends all of it again', async () => {
    server.play(dropsAfter(90_000, { ranges: false }), wellBehaved({ ranges: false }))
    await aFolder().pull()
    expect(readFileSync(file()).equals(FILE)).toBe(true)
    expect(server.asked).toHaveLength(2)
  })

  it('that has another version by now sends all of it', async () => {
    server.file = WRONG
    server.play(dropsAfter(90_000, { etag: '"old"' }), (request, response, _, once) => wellBehaved({ etag: '"new"' })(request, response, FILE, once))
    await aFolder().pull()
    expect(server.asked[1]).toMatchObject({ range: 'bytes=90000-', ifRange: '"old"' })
    expect(readFileSync(file()).equals(FILE)).toBe(true)
  })

  it.each(['W/"weak"', null])('whose mark is %s is asked for a range without one', async (etag) => {
    server.play(dropsAfter(90_000, { etag }), wellBehaved({ etag }))
    await aFolder().pull()
    expect(server.asked[1]).toMatchObject({ range: 'bytes=90000-', ifRange: undefined })
  })

  it.each([
    ['starts elsewhere', { 'content-range': `bytes 5-${FILE.length - 1}/${FILE.length}` }],
    ['says no range', {}],
    ['says nonsense', { 'content-range': 'bytes all of it' }],
  ])('whose range %s is asked for all of it', async (_, headers) => {
    server.play(dropsAfter(90_000), answers(206, headers, FILE.subarray(5)), wellBehaved())
    await aFolder().pull()
    expect(server.asked.map(({ range }) => range)).toEqual([undefined, 'bytes=90000-', undefined])
    expect(readFileSync(file()).equals(FILE)).toBe(true)
  })

  it('that is in trouble is asked again, a few times and with growing pauses', async () => {
    server.play(answers(503), answers(500), answers(429), wellBehaved())
    const { pull, pauses } = aFolder()
    await pull()
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
    expect(new Set(pauses).size).toBe(3)
    server.play(answers(500))
    rmSync(file())
    await expect(aFolder().pull()).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED', params: { reason: 'server' } })
  })

  it.each([404, 403, 401, 451])('that answers %i is asked once', async (status) => {
    server.play(answers(status))
    await expect(aFolder().pull()).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED', params: { reason: 'refused', status } })
    expect(server.asked).toHaveLength(1)
  })

  it('may send it on to where the rules allow, range and all', async () => {
    server.play(redirectsTo('/cdn/any/path?signed=1'), dropsAfter(90_000), redirectsTo('/cdn/other?signed=2'), wellBehaved())
    const { pull, lines } = aFolder()
    await pull()
    expect(server.asked.map(({ path }) => path)).toEqual([
      '/repo/resolve/ggml-base.bin', '/cdn/any/path?signed=1', '/repo/resolve/ggml-base.bin', '/cdn/other?signed=2',
    ])
    expect(server.asked[3]).toMatchObject({ range: 'bytes=90000-', ifRange: '"v1"' })
    expect(JSON.stringify(lines)).not.toMatch(/signed|any/)
  })

  it.each(['http://evil.example/ggml-base.bin', 'https://127.0.0.1/cdn/x', '//evil.example/cdn/x', '/elsewhere'])('may not send it on to %s', async (to) => {
    server.play(redirectsTo(to))
    await expect(aFolder().pull()).rejects.toMatchObject({ code: 'EGRESS_DENIED' })
    expect(server.asked).toHaveLength(1)
  })

  it('may not lead round in circles', async () => {
    server.play(redirectsTo('/cdn/round'))
    await expect(aFolder().pull()).rejects.toMatchObject({ code: 'EGRESS_DENIED', params: { reason: 'redirects' } })
  })
})

const endless: Behaviour = (_, response) => {
  response.writeHead(200)
  const more = (): void => {
    while (response.write(FILE)) continue
  }
  response.on('drain', more)
  more()
}
const wrongInstead: Behaviour = (request, response, _, once) => wellBehaved({ etag: null })(request, response, WRONG, once)

describe('what is not the published file', () => {
  const cases: [string, () => void][] = [
    ['has other bytes', () => server.play(wrongInstead)],
    ['is shorter', () => server.play(answers(200, { 'content-length': '1000' }, FILE.subarray(0, 1000)))],
    ['is longer', () => server.play((_, response) => void response.writeHead(200).end(Buffer.concat([FILE, Buffer.alloc(10)])))],
    ['is far longer than it says', () => server.play(endless)],
    ['is a web page of the same length', () => server.play(answers(200, { 'content-type': 'text/html' }, Buffer.alloc(FILE.length, '<p>')))],
    ['is packed', () => server.play(answers(200, { 'content-encoding': 'gzip' }, FILE))],
    ['is continued from another file', () => server.play(dropsAfter(90_000, { etag: null }), wrongInstead)],
    [
      'is said to be part of a longer one',
      () => server.play(dropsAfter(90_000), answers(206, { 'content-range': 'bytes 90000-400000/400001' }, FILE.subarray(90_000))),
    ],
  ]
  it.each(cases)('%s: removed, and said so', async (_, play) => {
    play()
    const { models, pull } = aFolder()
    await expect(pull()).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED', params: { reason: 'wrong-file' } })
    expect(readdirSync(dir)).toEqual([])
    await expect(models.resolve({})).rejects.toMatchObject({ code: 'SPEECH_MODEL_MISSING' })
  })

  it('was spoiled on the disk between two pulls', async () => {
    server.play(dropsAfter(90_000), dropsAfter(0))
    await expect(aFolder().pull()).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED' })
    const spoiled = readFileSync(part())
    spoiled[50_000] = (spoiled[50_000] ?? 0) ^ 1
    writeFileSync(part(), spoiled)
    server.play(wellBehaved())
    await expect(aFolder().pull()).rejects.toMatchObject({ params: { reason: 'wrong-file' } })
    await aFolder().pull() // nothing of it is left to be in the way
    expect(readFileSync(file()).equals(FILE)).toBe(true)
  })

  it.each([
    ['for another version of the manifest', (): void => writeFileSync(`${part()}.json`, JSON.stringify({ sha256: '0'.repeat(64), etag: '"v1"' }))],
    ['of unknown origin', (): void => rmSync(`${part()}.json`)],
    ['longer than the whole', (): void => writeFileSync(part(), Buffer.alloc(FILE.length + 1))],
  ])('a part %s is not gone on with', async (_, change) => {
    server.play(dropsAfter(90_000), dropsAfter(0))
    await expect(aFolder().pull()).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED' })
    change()
    server.play(wellBehaved())
    await aFolder().pull()
    expect(server.asked.at(-1)?.range).toBeUndefined()
    expect(readFileSync(file()).equals(FILE)).toBe(true)
  })
})

it('a part that is complete needs no server', async () => {
  server.play(dropsAfter(FILE.length - 1), dropsAfter(0))
  await expect(aFolder().pull()).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED' })
  writeFileSync(part(), FILE)
  const before = server.asked.length
  await aFolder().pull()
  expect(server.asked).toHaveLength(before)
  expect(readFileSync(file()).equals(FILE)).toBe(true)
})

describe('stopping', () => {
  it('in the middle keeps what came and closes the connection', async () => {
    server.play(stallsAfter(120_000))
    const stop = new AbortController()
    const { pull, progress, lines } = aFolder()
    const pulling = pull(stop.signal)
    await expect.poll(() => progress.at(-1)?.bytes).toBe(120_000)
    stop.abort()
    await expect(pulling).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(lines[0]?.outcome).toMatchObject({ result: 'aborted' })
    server.play(wellBehaved())
    await aFolder().pull()
    expect(server.asked.at(-1)?.range).toBe('bytes=120000-')
  })

  it('during a pause between tries ends the pause', async () => {
    server.play(answers(503))
    const stop = new AbortController()
    const { pull } = aFolder({ onPause: () => stop.abort() })
    await expect(pull(stop.signal)).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(server.asked).toHaveLength(1)
  })
})

describe('a disk', () => {
  it('without room is found out before anything is asked', async () => {
    await expect(aFolder({ free: FILE.length }).pull()).rejects.toMatchObject({ code: 'DISK_FULL' })
    expect(server.asked).toEqual([])
  })

  it.skipIf(!existsSync('/dev/full'))('that fills up on the way gets its bytes back', async () => {
    mkdirSync(dir)
    symlinkSync('/dev/full', part())
    await expect(aFolder().pull()).rejects.toMatchObject({ code: 'DISK_FULL' })
    expect(readdirSync(dir)).toEqual([])
  })
})
