import { fork } from 'node:child_process'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { Heard, speechContract } from '../../../src-shared/contract/speech.ts'
import { createInterrupt } from './interrupt.ts'
import { ipcPort } from './ipc-port.ts'

/** Windows' STATUS_ILLEGAL_INSTRUCTION. */
const ILLEGAL_INSTRUCTION = 0xc000001d

/** The process ended before it answered. */
export class EngineDied extends Error {
  override readonly name = 'EngineDied'
  /** It met an instruction the processor does not have. */
  readonly illegalInstruction: boolean
  /** Something outside ended it. */
  readonly killed: boolean

  constructor(code: number | null, signal: NodeJS.Signals | null) {
    super('the speech process ended')
    this.illegalInstruction = signal === 'SIGILL' || code === ILLEGAL_INSTRUCTION
    this.killed = signal === 'SIGKILL' || signal === 'SIGTERM'
  }
}

export interface HearRequest {
  readonly samples: Int16Array
  readonly language: string
  readonly prompt: string
  readonly threads: number
  readonly tokens: boolean
}

export interface EngineProcess {
  readonly pid: number | undefined
  /** @throws EngineDied, or what loading throws */
  load(files: { addon: string; gpu: boolean; model: string }): Promise<void>
  /** @throws EngineDied */
  hear(request: HearRequest): Promise<Heard>
  /** Ends it at once, whatever it is doing; resolves when it is gone. */
  kill(): Promise<void>
}

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const ENTRY = new URL(`../workers/engine.worker.${extension}`, import.meta.url)

/** What native libraries need of the environment; passphrases may stand in the rest. */
const PASSED_ON = ['PATH', 'SystemRoot', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'ELECTRON_RUN_AS_NODE', 'TMPDIR', 'TEMP']

/**
 * How the addon's threads work together. `npm run bench -- speech` shows what each is worth.
 * - One thread of Node's pool: each of the four it would use in turn gets a team of OpenMP threads of its own, and with more
 *   of them than processors OpenMP stops spinning altogether (libgomp, `gomp_managed_threads`): windows took 1.5 times as long.
 * - A thread that waits for another spins for some 50 µs, then sleeps. Sleeping at once takes nearly twice as long on an idle
 *   machine; spinning as long as libgomp does by itself took up to ten times as long where another process kept one of two
 *   processors busy. LLVM's OpenMP knows the wait policy only.
 */
export const THREADING = { UV_THREADPOOL_SIZE: '1', OMP_WAIT_POLICY: 'passive', GOMP_SPINCOUNT: '1000' }

/** Starts a speech process. It prints nowhere, and ends with this one. */
export function startEngine(): EngineProcess {
  const env: NodeJS.ProcessEnv = { ...THREADING }
  for (const name of PASSED_ON) if (process.env[name] !== undefined) env[name] = process.env[name]
  const child = fork(ENTRY, [], { stdio: ['pipe', 'ignore', 'ignore', 'ipc'], execArgv: [], env })
  // Writing to a process that just died is told here too; `ended` says it once.
  child.stdin?.on('error', () => undefined)
  const death = createInterrupt()
  const ended = new Promise<EngineDied>((resolve) => {
    child.once('exit', (code, signal) => resolve(new EngineDied(code, signal)))
    child.once('error', () => resolve(new EngineDied(null, null)))
  })
  void ended.then(death.interrupt)
  const client: ContractRouterClient<typeof speechContract> = createORPCClient(new RPCLink({ port: ipcPort(child) }))

  const orDied = async <T>(call: Promise<T>): Promise<T> => {
    call.catch(() => undefined) // a call to a dead process also fails by itself, later or sooner
    try {
      return await death.orInterrupted(call)
    } catch (thrown) {
      // The channel closes a moment before the exit is known; which of the two it was decides what happens next.
      if (!child.connected) throw await ended
      throw thrown
    }
  }
  return {
    pid: child.pid,
    load: async (files) => {
      await orDied(client.load(files))
    },
    hear: async ({ samples, ...options }) => {
      child.stdin?.write(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength))
      return await orDied(client.hear({ samples: samples.length, ...options }))
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
