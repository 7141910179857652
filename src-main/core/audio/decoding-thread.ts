import { Worker } from 'node:worker_threads'
import { Failure } from '../../../src-shared/errors/failure.ts'
import type { AudioSource } from './open-audio.ts'
import { fromThreadSchema, type FromThread, type ToThread } from './sound-messages.ts'

/** The same file whether run from source by type stripping or from the build. */
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const ENTRY = new URL(`../workers/audio.worker.${extension}`, import.meta.url)

/**
 * How long one step (opening, or the next second of sound) may take before the decoder counts as stuck. The longest honest one
 * is the start of a file of two sides that sound alike for five minutes, on a slow machine.
 */
const STUCK_MS = 60_000

/** What the thread says about the sound; what it asks of the source is answered here. */
type Said = Exclude<FromThread, { say: 'read' }>

interface ThreadOptions {
  readonly keepTruncated: boolean
  readonly signal: AbortSignal | undefined
}

/** One decoding thread: what it said, in order, until it ends or is ended. */
export class DecodingThread {
  readonly #worker: Worker
  readonly #said: Said[] = []
  readonly #gone: Promise<void>
  readonly #source: AsyncIterator<Uint8Array> | null
  readonly #unlisten: () => void
  #wake: (() => void) | undefined
  #fault: Error | undefined
  #isReading = false

  constructor(source: AudioSource, { keepTruncated, signal }: ThreadOptions) {
    const path = 'path' in source ? source.path : null
    this.#source = 'path' in source ? null : source[Symbol.asyncIterator]()
    this.#worker = new Worker(ENTRY, {
      workerData: { path, keepTruncated },
      name: 'sotto-audio',
      argv: [],
      env: {},
      // Decoders complain of damaged packets to the console; what matters of that comes as a Failure.
      stdout: true,
      stderr: true,
      resourceLimits: { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 256 },
    })
    this.#worker.stdout.resume()
    this.#worker.stderr.resume()
    this.#gone = new Promise((resolve) => this.#worker.once('exit', () => resolve()))
    void this.#gone.then(() => this.#fail(new Failure('WORKER_DIED', { worker: 'audio' })))
    this.#worker.on('error', (error: Error) => this.#fail(isOutOfMemory(error) ? new Failure('WORKER_DIED', { worker: 'audio' }, { cause: error }) : error))
    this.#worker.on('message', (data: unknown) => this.#receive(fromThreadSchema.parse(data)))
    const cancel = (): void => {
      this.#said.length = 0
      this.#fail(new Failure('CANCELLED', {}))
      void this.#worker.terminate()
    }
    signal?.addEventListener('abort', cancel, { once: true })
    this.#unlisten = () => signal?.removeEventListener('abort', cancel)
  }

  say(message: ToThread): void {
    this.#worker.postMessage(message)
  }

  /** The next thing it says. @throws Failure CANCELLED, INPUT_TOOK_TOO_LONG, WORKER_DIED, or what reading the source throws */
  async hear(): Promise<Said> {
    for (;;) {
      const [message] = this.#said.splice(0, 1)
      if (message !== undefined) return message
      if (this.#fault !== undefined) throw this.#fault
      await this.#somethingHappens()
    }
  }

  /** Ends the thread, whatever it is doing, and gives the source back. */
  async end(): Promise<void> {
    this.#unlisten()
    this.#fail(new Failure('CANCELLED', {}))
    await this.#worker.terminate()
    const given = this.#source?.return?.()
    // A source that never brings what it was asked for would not come back from this either.
    if (this.#isReading) given?.catch(() => undefined)
    else await given
  }

  async #somethingHappens(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#wake = resolve
    const timer = setTimeout(() => {
      // A source that takes its time (an upload) does not make the decoder stuck.
      if (this.#isReading) return resolve()
      this.#fail(new Failure('INPUT_TOOK_TOO_LONG', { seconds: STUCK_MS / 1000 }))
      void this.#worker.terminate()
    }, STUCK_MS)
    await promise
    clearTimeout(timer)
  }

  #receive(message: FromThread): void {
    if (message.say === 'read') {
      void this.#answer()
      return
    }
    if (this.#fault !== undefined) return
    this.#said.push(message)
    this.#wake?.()
  }

  async #answer(): Promise<void> {
    this.#isReading = true
    try {
      const next = await this.#source?.next()
      // A copy: a view's whole buffer would go over, and Node's small buffers are views of a large one.
      this.say({ say: 'piece', bytes: next === undefined || next.done === true ? new Uint8Array(0) : new Uint8Array(next.value) })
    } catch (error) {
      this.#fail(error instanceof Error ? error : new Error('the source failed', { cause: error }))
    } finally {
      this.#isReading = false
    }
  }

  /** The first reason counts. */
  #fail(fault: Error): void {
    this.#fault ??= fault
    this.#wake?.()
  }
}

const isOutOfMemory = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
