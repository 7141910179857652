import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openWithPassphrase } from '../../src-main/core/keys/index.ts'
import { secretsOf } from '../../src-main/core/keys/open-keys.ts'
import { socketWire } from '../../src-renderer/rpc/wires.ts'
import { sendBytes } from '../../src-shared/wire/send-bytes.ts'
import { makePage } from '../support/browser-host.ts'
import { CANARIES, canaryMeeting } from '../support/canaries.ts'
import { startHost } from '../support/host-process.ts'
import { findInMemory, processTree, reasonNotToScan, textSecret, type Secret } from '../support/process-memory.ts'
import { finished } from '../support/sotto.ts'

/**
 * Locking leaves nothing in memory: words of a note, the passphrase, the recovery words and the keys are looked for in every
 * byte that a process of Sotto can have written.
 */
const PASSPHRASE = 'oxblood marimba tangent'
const reason = reasonNotToScan()
if (reason !== null) console.info(`memory after a lock: skipped, ${reason}`)

describe.skipIf(reason !== null)('after a lock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sotto-memory-'))
  const dataDir = join(folder, 'data')
  const page = makePage()
  afterAll(() => {
    page.remove()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  })

  it('no process of ours holds a word, a passphrase or a key any more', async () => {
    const host = await startHost(dataDir, page.dir)
    try {
      const way = await host.enter()
      const { client, gone } = await way.connect()
      const { recoveryWords } = await client.system.init({ passphrase: PASSPHRASE })
      async function* bytes(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
        yield new TextEncoder().encode(canaryMeeting(60))
      }
      await sendBytes(socketWire(await way.socket('/files')), bytes(), { fileName: 'Zebulon Quackenbush.vtt' })
      const [note] = await client.notes.list({ reveal: true })
      if (note === undefined) throw new Error('no note')
      await finished(client, note.id)
      const shown = await client.notes.show({ id: note.id, reveal: true })
      expect(JSON.stringify(shown)).toContain('Zebulon Quackenbush')
      expect((await client.search.query({ query: 'Quackenbush', reveal: true })).length).toBeGreaterThan(0)

      const words = [...CANARIES, ...(shown.title === null ? [] : [shown.title]), PASSPHRASE]
      const recovery = [' ', '","'].map((between) => recoveryWords.slice(4, 8).join(between))
      const secrets = [...words, ...recovery].flatMap(textSecret)
      const keys = await keysOf(dataDir)

      const open = processTree(host.pid).flatMap((pid) => findInMemory(pid, [...secrets, ...keys]))
      for (const word of [...CANARIES, PASSPHRASE]) expect(open.join('\n')).toContain(word)
      expect(open.some((name) => name.startsWith('key'))).toBe(true)
      expect(open.some((name) => name.includes(recovery[1] ?? ''))).toBe(true)

      await client.system.lock({})
      await gone
      // Whoever asks again is answered by another core.
      const again = await way.connect()
      expect(await again.client.system.status({})).toMatchObject({ state: 'locked' })
      await expect.poll(() => processTree(host.pid)).toHaveLength(2)
      const left = processTree(host.pid).map((pid) => findInMemory(pid, [...secrets, ...keys]))
      expect(left).toEqual(left.map(() => []))

      await again.client.system.unlock({ passphrase: PASSPHRASE })
      expect((await again.client.notes.list({ reveal: true })).map(({ id }) => id)).toEqual([note.id])
      expect(await host.end()).toBe(0)
    } finally {
      await host.remove()
    }
  })
})

/** The store's keys, derived from the passphrase and the key file as the core does it, in this process. */
async function keysOf(dir: string): Promise<Secret[]> {
  const keys = await openWithPassphrase(dir, PASSPHRASE, { now: () => Date.now() })
  const { master, vaultSeed } = secretsOf(keys)
  const all = { master, vaultSeed, database: keys.databaseKey(), audio: keys.audioKey(), device: keys.deviceKey() }
  return Object.entries(all).flatMap(([name, bytes]) => [
    { name: `key ${name}`, bytes: Buffer.from(bytes) },
    ...textSecret(Buffer.from(bytes).toString('hex')).map((secret) => ({ ...secret, name: `key ${name} in hex` })),
  ])
}
