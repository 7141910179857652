import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { recorderContract } from '../../src-shared/contract/recorder.ts'
import { overSocket } from '../../src-renderer/rpc/client.ts'
import { makePage, openSession, openSocket } from '../support/browser-host.ts'
import { filesBelow } from '../support/canaries.ts'
import { PASSPHRASE, run, runJson, workFolder } from '../support/cli.ts'
import { startHost } from '../support/host-process.ts'
import { processTree } from '../support/process-memory.ts'
import { SPEECH_MODEL } from '../support/sotto.ts'

/**
 * kill -9 of every process of the app while it records: the one that stays, with the store open, locked and while it stops; the core; the
 * speech engine; whoever captures. Where the recording is not itself hit it must go on. Then the store is opened: what was recovered is
 * no more than a second short of what was captured at the kill, and nothing of it is readable on disk.
 * `SOTTO_CRASH_TRIALS` (6), `SOTTO_CRASH_SEED`.
 */
const TRIALS = Number(process.env['SOTTO_CRASH_TRIALS'] ?? 6)
const SEED = Number(process.env['SOTTO_CRASH_SEED'] ?? Date.now() % 1_000_000)
const WAYS = ['host', 'host, locked', 'host, during Stop', 'core', 'engine', 'capture'] as const
type Way = (typeof WAYS)[number]
const CAPTURE = join(import.meta.dirname, '../support/capture.process.ts')
const sample = (at: number): number => ((Math.imul(at, 2_654_435_761) >>> 13) & 0xffff) - 32_768
const piecesOf = (sent: number): Buffer[] =>
  [0, 1_000, 5_000].filter((at) => at + 8 < sent).map((at) => Buffer.from(Int16Array.from({ length: 8 }, (_, index) => sample(at + index)).buffer))

const page = makePage()

/** The app as a person has it before one: a host with its core, a page's connections, a capture. */
async function openApp(data: string, temp: string) {
  const host = await startHost(data, page.dir, { SOTTO_WHISPER_MODEL: SPEECH_MODEL, TMPDIR: temp })
  const file = await host.openFile()
  const session = await openSession({ url: host.url, openFile: () => file })
  const { client } = overSocket(await openSocket(host, '/rpc', session))
  const recorder: ContractRouterClient<typeof recorderContract> = createORPCClient(new RPCLink({ websocket: await openSocket(host, '/recorder', session) }))
  await client.system.unlock({ passphrase: PASSPHRASE })
  const capture = fork(CAPTURE, [], { execArgv: [] })
  let sent = 0
  capture.on('message', (message) => (sent = z.object({ sent: z.number() }).parse(message).sent))
  return {
    host,
    client,
    recorder,
    capture,
    sent: () => sent,
    begin: () => capture.send({ authority: new URL(host.url).host, origin: new URL(host.url).origin, session }),
  }
}

type App = Awaited<ReturnType<typeof openApp>>

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** @returns samples captured up to the moment from which nothing more can be had, and whether the process was really there to be killed */
async function killed(way: Way, app: App, random: () => number, everybody: Set<number>): Promise<{ sent: number; wasKilled: boolean }> {
  const { host, recorder, client, capture } = app
  const { recordingId } = await recorder.start({ channels: 2 })
  app.begin()
  await client.recordings.follow({ recordingId })
  // Its process may end before its answer is through.
  if (way === 'host, locked') await client.system.lock({}).catch(() => undefined)
  const from = app.sent()
  while (app.sent() <= from) await sleep(5)
  const find = (): number | undefined =>
    way === 'capture' ? capture.pid : processTree(host.pid).find((pid) => commandOf(pid).includes(way === 'core' ? 'core.process' : 'engine.worker'))
  // It is started when somebody speaks.
  for (let look = 0; way === 'engine' && find() === undefined && look < 400; look++) await sleep(50)
  await sleep(300 + random() * 2_500)
  if (way.startsWith('host')) {
    if (way === 'host, during Stop') {
      void recorder.stop({}).catch(() => undefined)
      await sleep(random() * 15)
    }
    processTree(host.pid).forEach((pid) => everybody.add(pid))
    const sent = app.sent()
    process.kill(host.pid, 'SIGKILL')
    await ended(capture)
    return { sent, wasKilled: true }
  }
  const hit = find()
  if (hit !== undefined) process.kill(hit, 'SIGKILL')
  if (way === 'capture') await ended(capture)
  // The recording goes on without it.
  else await sleep(700)
  await recorder.stop({})
  const sent = app.sent()
  return { sent, wasKilled: hit !== undefined }
}

describe.skipIf(process.platform !== 'linux')(`kill -9 of every process while recording, ${TRIALS} trials, seed ${SEED}`, () => {
  it(
    'loses no more than a second, and leaves nothing readable',
    async () => {
      const folder = workFolder()
      const { data, temp } = folder
      const options = { data, temp, env: { SOTTO_WHISPER_MODEL: '/nowhere.bin' } }
      let state = SEED >>> 0
      const random = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
      const table = new Map(WAYS.map((way) => [way, { trials: 0, killed: 0, worstLoss: 0 }]))
      try {
        expect((await run(['init'], options)).status).toBe(0)
        for (let trial = 0; trial < TRIALS; trial++) {
          const way = WAYS[trial % WAYS.length] ?? 'host'
          const row = table.get(way)
          if (row === undefined) throw new Error('a way has a row')
          const app = await openApp(data, temp)
          const everybody = new Set(processTree(app.host.pid))
          let hit = { sent: 0, wasKilled: false }
          try {
            hit = await killed(way, app, random, everybody)
          } finally {
            app.capture.kill('SIGKILL')
            processTree(app.host.pid).forEach((pid) => everybody.add(pid))
            await app.host.end()
          }
          const { sent, wasKilled } = hit
          // A core whose host is gone closes its store by itself.
          while ([...everybody].some((pid) => commandOf(pid) !== '')) await sleep(20)
          for (const file of [data, temp].flatMap(filesBelow)) {
            const bytes = readFileSync(file)
            expect(piecesOf(sent).some((piece) => bytes.includes(piece)), `trial ${trial}: sound in ${file}`).toBe(false)
          }
          const { document } = await runJson(['list'], options)
          const { notes } = z.object({ notes: z.array(z.object({ id: z.string(), durationMs: z.number() })) }).parse(document)
          expect(notes.length, `trial ${trial}, ${way}: its note, and no other`).toBe(1)
          const recovered = (notes[0]?.durationMs ?? 0) * 16
          row.trials++
          if (wasKilled) row.killed++
          row.worstLoss = Math.max(row.worstLoss, sent - recovered)
          expect(recovered, `trial ${trial}, ${way}: of ${sent} samples`).toBeGreaterThanOrEqual(sent - 16_000)
          expect((await run(['delete', notes[0]?.id ?? '', '--yes'], options)).status).toBe(0)
        }
      } finally {
        console.table(Object.fromEntries(table))
        page.remove()
        folder.remove()
      }
    },
    TRIALS * 240_000 + 240_000,
  )
})
