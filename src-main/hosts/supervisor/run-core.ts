import { toFailure } from '../../../src-shared/errors/failure.ts'
import { serveStore, type ServedStore } from '../../core/own-store.ts'
import { createPower } from '../../core/power/index.ts'
import { orderSchema, type CoreSettings, type Report } from './messages.ts'

/** Why connections end: the store was locked and another core follows, or the host ends. */
export type Goodbye = 'locked' | 'ended'

/** What is different from shell to shell in the core's process. */
export interface CoreShell {
  report(report: Report): void
  /** Pages can be given the store from now on. @returns says goodbye to all of them */
  open(served: ServedStore): (goodbye: Goodbye) => Promise<void>
  /** Ends this process at once. */
  exit(): never
}

/** On Linux the core reads for itself how the computer is powered. */
const HAS_OWN_POWER = process.platform === 'linux'
/** How long the answer to whoever locked it may take to be on its way. */
const ANSWER_MS = 20
/** Past this, what is still being closed is left to the crash recovery of the next one. */
const ORPHAN_MS = 5_000

export interface RunningCore {
  /** @param message what came from the supervisor and is not a connection */
  obey(message: unknown): void
  /** The supervisor is no longer there. */
  endAlone(): void
}

/** The core's side of the supervisor (supervisor.ts): begins when told, ends when locked or told to. */
export function runCore(shell: CoreShell): RunningCore {
  let served: ServedStore | null = null
  const told = createPower()
  let beginning = Promise.resolve()
  let say: (goodbye: Goodbye) => Promise<void> = async () => undefined

  const end = async (goodbye: Goodbye): Promise<never> => {
    try {
      await beginning // halfway open, it could not be closed
      await say(goodbye)
      await served?.close()
    } finally {
      shell.exit()
    }
  }

  const begin = async ({ dir, version, ollamaHost, speechModel }: CoreSettings, isAfterCrash: boolean): Promise<void> => {
    try {
      served = await serveStore(
        { dir, version, ollamaHost, speechModel, onOffer: (kind) => shell.report({ report: 'offer', kind }), ...(HAS_OWN_POWER ? {} : { power: told }) },
        {
          isAfterCrash,
          onLocking: () => shell.report({ report: 'locking' }),
          onLocked: () => setTimeout(() => void end('locked'), ANSWER_MS),
        },
      )
      say = shell.open(served)
      shell.report({ report: 'ready' })
    } catch (thrown) {
      const { code, params } = toFailure(thrown)
      shell.report({ report: 'failed', code, data: params })
    }
  }

  const lock = async (): Promise<void> => {
    const hadToEnd = await served?.ending.lock().catch(() => true)
    if (hadToEnd !== true) shell.report({ report: 'clean' })
  }

  return {
    obey(message) {
      const order = orderSchema.parse(message)
      if (order.order === 'begin') beginning = begin(order.settings, order.isAfterCrash)
      else if (order.order === 'power') told.tell(order.power)
      else if (order.order === 'lock') void lock()
      else void end('ended')
    },
    endAlone() {
      setTimeout(() => shell.exit(), ORPHAN_MS)
      void end('ended')
    },
  }
}
