import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { overSocket } from '../../src-renderer/rpc/client.ts'
import type { recorderContract } from '../../src-shared/contract/recorder.ts'
import { encodeSound } from '../../src-shared/wire/sound.ts'
import { makePage, openSession, openSocket } from '../../test/support/browser-host.ts'
import { startHost } from '../../test/support/host-process.ts'
import { processTree } from '../../test/support/process-memory.ts'
import { MODEL, speechOf } from './speech-audio.ts'

const STEP_MINUTES = 10
const RATE = 16_000
/** A quarter of a second at a time. */
const FRAME = 4_000
/** Each side speaks for so many seconds of a minute, one after the other: what is said costs time, and silence is part of every meeting. */
const SPOKEN_S = 8
/** The source waits where words are so far behind: a person cannot speak faster than time, and memory is to be that of a meeting. */
const AHEAD_MS = 90_000

type Step = ReadonlyMap<string, number>

/**
 * `npm run bench -- live-memory [--quick]`: the app as it runs (host with its recorder, core, speech process) records and hears four
 * hours of two sides, as fast as it can; resident memory of every process every ten minutes of sound. Linux only: /proc says how much.
 */
export async function benchLiveMemory({ quick }: { quick: boolean }): Promise<void> {
  if (process.platform !== 'linux') return console.log("memory: this system does not tell another process's resident memory; skipped")
  const minutes = quick ? 30 : 240
  const data = mkdtempSync(join(tmpdir(), 'sotto-live-memory-'))
  const page = makePage()
  const host = await startHost(data, page.dir, { SOTTO_WHISPER_MODEL: fileURLToPath(MODEL) })
  try {
    const file = await host.openFile()
    const session = await openSession({ url: host.url, openFile: () => file })
    const { client } = overSocket(await openSocket(host, '/rpc', session))
    const recorder: ContractRouterClient<typeof recorderContract> = createORPCClient(new RPCLink({ websocket: await openSocket(host, '/recorder', session) }))
    await client.system.init({ passphrase: 'four unrelated words' })
    const { recordingId } = await recorder.start({ channels: 2 })
    const { noteId } = await client.recordings.follow({ recordingId })
    let heardMs = 0
    const watching = (async () => {
      for await (const event of await client.live.watch({ noteId })) if (event.kind === 'segment') heardMs = Math.max(heardMs, event.endMs)
    })()
    const sound = await openSocket(host, '/sound', session)
    const series: Step[] = []
    const from = performance.now()
    let sent = 0
    for (const channels of meeting(minutes)) {
      sound.send(encodeSound({ firstSample: sent, channels }))
      sent += FRAME
      while (sent / 16 > heardMs + AHEAD_MS) await setTimeout(20)
      if (sent % (STEP_MINUTES * 60 * RATE) === 0) {
        series.push(memoryOf(host.pid))
        const shown = [...(series.at(-1) ?? [])].map(([name, kb]) => `${name} ${mb(kb)} MB`).join(' · ')
        console.log(`minute ${String(sent / RATE / 60).padStart(3)} (after ${((performance.now() - from) / 60_000).toFixed(1)} min): ${shown}`)
      }
    }
    await recorder.stop({})
    await watching
    const { segments } = await client.notes.show({ id: noteId }).catch(() => ({ segments: [] }))
    console.log(`${minutes} minutes recorded in ${((performance.now() - from) / 60_000).toFixed(1)}; ${segments.length} lines so far`)
    tell(series)
  } finally {
    await host.end()
    page.remove()
    rmSync(data, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Two sides taking turns, once a minute each. */
function* meeting(minutes: number): Generator<[Int16Array, Int16Array]> {
  const words = speechOf(minutes * 60 * RATE)
  const silence = new Int16Array(FRAME)
  let second = new Int16Array()
  for (let frame = 0; frame < (minutes * 60 * RATE) / FRAME; frame++) {
    const at = (frame * FRAME) / RATE
    const within = at % 30
    if (within < SPOKEN_S && frame % (RATE / FRAME) === 0) {
      const next = words.next()
      second = new Int16Array(RATE)
      if (next.done !== true) second.set(next.value)
    }
    const quarter = frame % (RATE / FRAME)
    const speech = within < SPOKEN_S ? second.slice(quarter * FRAME, (quarter + 1) * FRAME) : silence
    yield at % 60 < 30 ? [speech, silence] : [silence, speech]
  }
}

/** Resident kilobytes of every process of the app. */
function memoryOf(pid: number): Step {
  const names = new Map<string, number>()
  for (const one of processTree(pid)) {
    const command = readFileSync(`/proc/${one}/cmdline`, 'latin1')
    const name = one === pid ? 'host' : command.includes('engine.worker') ? 'speech' : command.includes('core.process') ? 'core' : 'another'
    names.set(name, (names.get(name) ?? 0) + Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${one}/status`, 'latin1'))?.[1]))
  }
  return names
}

function tell(series: readonly Step[]): void {
  const at = (step: Step | undefined, name: string): number => step?.get(name) ?? Number.NaN
  for (const [name, first] of series[0] ?? []) {
    const last = at(series.at(-1), name)
    const highest = Math.max(...series.map((step) => at(step, name)).filter((kb) => !Number.isNaN(kb)))
    console.log(`${name}: ${mb(first)} MB at minute ${STEP_MINUTES}, ${mb(last)} MB at the end (${(last / first).toFixed(3)}), highest ${mb(highest)} MB`)
  }
}

const mb = (kilobytes: number): string => (kilobytes / 1024).toFixed(1)
