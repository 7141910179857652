import type { EngineBuild, Heard } from '../../../src-shared/contract/speech.ts'
import { Failure, isFailure } from '../../../src-shared/errors/failure.ts'
import { engineInfo, refuseFastEngine } from './addon.ts'
import { EngineDied, startEngine, type EngineProcess, type HearRequest } from './engine-process.ts'
import { createInterrupt } from './interrupt.ts'

export interface EngineHost {
  /** @throws Failure CANCELLED, BAD_SPEECH_MODEL, SPEECH_ENGINE_MISSING, WORKER_DIED */
  hear(request: HearRequest): Promise<Heard>
  /** The build that runs; null before the first window. */
  readonly build: EngineBuild | null
  /** @throws Failure CANCELLED as soon as the signal says so, whatever the work does */
  orCancelled<T>(work: Promise<T>): Promise<T>
  /** Leaves no process behind. */
  close(): Promise<void>
}

/** How often in a row a process may die before a window is done. A machine that kills at random is not that unlucky. */
const MOST_DEATHS = 5

/** One job's speech process, started when first needed and again when it died. Cancelling kills it. */
export function createEngineHost({ model, engine: wanted, signal }: {
  model: string
  engine: EngineBuild | undefined
  signal: AbortSignal | undefined
}): EngineHost {
  let current: EngineProcess | null = null
  let loaded = false
  let build: EngineBuild | null = null
  const cancelled = createInterrupt()
  const cancel = (): void => {
    cancelled.interrupt(new Failure('CANCELLED', {}))
    void current?.kill()
  }
  signal?.addEventListener('abort', cancel, { once: true })

  const end = async (): Promise<void> => {
    const engine = current
    current = null
    loaded = false
    await engine?.kill()
  }

  const attempt = async (request: HearRequest): Promise<Heard> => {
    const info = engineInfo(wanted)
    build = info.build
    current ??= startEngine()
    if (!loaded) await current.load({ addon: info.addon, gpu: info.build === 'vulkan' || info.build === 'cuda', model })
    loaded = true
    return await current.hear(request)
  }

  return {
    orCancelled: cancelled.orInterrupted,
    get build() {
      return build
    },
    async hear(request) {
      for (let deaths = 0; ; ) {
        if (signal?.aborted === true) throw new Failure('CANCELLED', {})
        try {
          return await cancelled.orInterrupted(attempt(request))
        } catch (thrown) {
          const wasLoaded = loaded
          await end()
          if (isFailure(thrown) && thrown.code === 'CANCELLED') throw thrown
          if (thrown instanceof EngineDied && thrown.illegalInstruction && build === 'avx2' && wanted === undefined) {
            refuseFastEngine()
            continue
          }
          if (isFailure(thrown) && thrown.code === 'SPEECH_ENGINE_MISSING') throw thrown
          // The addon says no more than that it could not load; the file was read before, so it is what is in it.
          if (!wasLoaded && !(thrown instanceof EngineDied)) throw new Failure('BAD_SPEECH_MODEL', { reason: 'damaged' }, { cause: thrown })
          // A model that makes the addon crash does so again.
          deaths += wasLoaded || (thrown instanceof EngineDied && thrown.killed) ? 1 : Math.ceil(MOST_DEATHS / 2)
          if (deaths < MOST_DEATHS) continue
          if (wasLoaded || (thrown instanceof EngineDied && thrown.killed)) throw new Failure('WORKER_DIED', { worker: 'speech' }, { cause: thrown })
          throw new Failure('BAD_SPEECH_MODEL', { reason: 'damaged' }, { cause: thrown })
        }
      }
    },
    async close() {
      signal?.removeEventListener('abort', cancel)
      await end()
    },
  }
}
