import type { OfferKind } from '../../../src-shared/domain/offer.ts'
import type { PowerState } from '../../../src-shared/domain/power.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { failureOf } from '../../../src-shared/errors/wire.ts'
import type { Channel, CoreSettings, Order, Report } from './messages.ts'

/** A process that was started to be the core, as its host sees it. `Way` is what a connection of a page is there. */
export interface CoreProcess<Way> {
  order(order: Order): void
  /** Hands a page's connection over; this process has nothing more to do with it. @returns false when it ends before it has it */
  hand(channel: Channel, way: Way): Promise<boolean>
  onReport(listener: (report: Report) => void): void
  readonly ended: Promise<void>
  /** Ends it at once, whatever it is doing. */
  kill(): void
}

export interface SupervisorOptions<Way> {
  readonly settings: CoreSettings
  start(): CoreProcess<Way>
  /** A core that was open has ended and another one is there, locked: pages hold words of the old one. */
  onReplaced?(): void
  /** The core has something to offer. */
  onOffer?(kind: OfferKind): void
  /** There is no core and there will be none. */
  onFailed(failure: Failure): void
  /** How long a core may take to close when it is locked or ended, milliseconds. */
  readonly closingMs?: number
}

export interface Supervisor<Way> {
  /** Resolves when the first core answers. */
  readonly ready: Promise<void>
  /** Gives a page's connection to the core, as soon as there is one. @returns false when there is none any more */
  give(channel: Channel, way: Way): Promise<boolean>
  /** How the computer is powered: this core is told, and every one after it. */
  tellPower(power: PowerState): void
  /** Locks the store. Resolves when nothing of it is left in any process of ours. */
  lock(): Promise<void>
  /** Ends the core, orderly if it can. */
  close(): Promise<void>
}

/** Files that are being written are finished within it; a crash loses nothing that was stored, so longer is not needed. */
const CLOSING_MS = 3_000
/** A core that ends so often before it answers once will not do better. */
const MOST_FAILED_STARTS = 3

interface Running<Way> {
  readonly process: CoreProcess<Way>
  readonly ready: Promise<void>
  /** Whether it answers for the store: it has begun and has not been told to end. */
  state: 'starting' | 'open' | 'ending'
}

/**
 * Keeps one core running. A core ends when the store is locked, since that is the only way to take words, passphrase and keys
 * out of a program's memory, and the next one is started at once, so that it waits at the lock screen. What must go on while
 * the store is locked, such as a recording, stands beside this, in the process that stays, and never holds a secret.
 */
export function createSupervisor<Way>(options: SupervisorOptions<Way>): Supervisor<Way> {
  const { settings, onReplaced = () => undefined, closingMs = CLOSING_MS } = options
  let current: Running<Way> | null = null
  let failedStarts = 0
  let isClosing = false
  let power: PowerState | null = null

  const giveUp = (failure: Failure): void => {
    if (isClosing) return
    isClosing = true
    current = null
    options.onFailed(failure)
  }

  const launch = (isAfterCrash: boolean): Running<Way> => {
    const process = options.start()
    const { promise: ready, resolve, reject } = Promise.withResolvers<void>()
    ready.catch(() => undefined) // whoever waits for it hears of it
    const running: Running<Way> = { process, ready, state: 'starting' }
    process.onReport((report) => {
      if (report.report === 'ready') {
        failedStarts = 0
        if (running.state === 'starting') running.state = 'open'
        resolve()
      } else if (report.report === 'locking') {
        replace(running)
      } else if (report.report === 'offer') {
        if (running.state === 'open') options.onOffer?.(report.kind)
      } else if (report.report === 'failed') {
        running.state = 'ending'
        const failure = failureOf({ code: report.code, data: report.data, message: '' })
        reject(failure)
        giveUp(failure)
      }
    })
    void process.ended.then(() => {
      const hadBegun = running.state !== 'starting'
      reject(new Failure('WORKER_DIED', { worker: 'core' }))
      if (current === running && !isClosing) {
        // Nobody asked it to end.
        failedStarts += hadBegun ? 0 : 1
        if (failedStarts >= MOST_FAILED_STARTS) return giveUp(new Failure('WORKER_DIED', { worker: 'core' }))
        current = launch(true)
      }
      if (hadBegun && !isClosing) onReplaced()
    })
    if (power !== null) process.order({ order: 'power', power })
    process.order({ order: 'begin', settings, isAfterCrash })
    return running
  }

  /** From here on it is only waited for, and not for long. */
  const end = (running: Running<Way>): void => {
    if (running.state === 'ending') return
    running.state = 'ending'
    const limit = setTimeout(() => running.process.kill(), closingMs)
    void running.process.ended.then(() => clearTimeout(limit))
  }

  const replace = (running: Running<Way>): void => {
    end(running)
    if (current === running && !isClosing) current = launch(false)
  }

  const first = (current = launch(false))
  return {
    ready: first.ready,
    async give(channel, way) {
      // The one that is there now may end before it is ready, and another one follows.
      for (let tried: Running<Way> | null = null; current !== null && current !== tried; ) {
        tried = current
        await tried.ready.catch(() => undefined)
        if (current !== tried || tried.state !== 'open') continue
        if (await tried.process.hand(channel, way)) return true
        await tried.process.ended
      }
      return false
    },
    tellPower(state) {
      power = state
      current?.process.order({ order: 'power', power })
    },
    async lock() {
      const running = current
      if (running === null) return
      await running.ready.catch(() => undefined)
      const { promise: clean, resolve } = Promise.withResolvers<void>()
      running.process.onReport(({ report }) => {
        if (report === 'clean') resolve()
      })
      running.process.order({ order: 'lock' })
      // One that does not even say that it has begun is too busy for the order.
      const limit = setTimeout(() => {
        replace(running)
        running.process.kill()
      }, closingMs)
      await Promise.race([clean, running.process.ended])
      clearTimeout(limit)
    },
    async close() {
      isClosing = true
      const running = current
      current = null
      if (running === null) return
      running.process.order({ order: 'end' })
      end(running)
      await running.process.ended
    },
  }
}
