import type { ChosenPiiModel } from '../../../../src-shared/contract/models.ts'
import type { Span } from '../../../../src-shared/domain/pii.ts'
import { Failure } from '../../../../src-shared/errors/failure.ts'
import type { NameModel } from './open-model.ts'

interface Looked {
  readonly done: number
  readonly total: number
  readonly found: (text: string) => readonly Span[]
}

/** What a model finds in texts, remembered until they have been redacted; without a model it finds nothing. */
export interface Looking {
  /** The model to look with from now on; the one before is let go. */
  use(chosen: ChosenPiiModel): Promise<void>
  /**
   * Looks at texts, but for those it remembers, until all are done or the time is up. `found` says what was found in one of them.
   * @throws Failure BAD_PII_MODEL where the one that was added must not or cannot be used
   */
  look(texts: readonly string[], limitMs?: number): Promise<Looked>
  /** Raw words are remembered only until they are redacted. */
  forget(except?: readonly string[]): void
}

/** @param now a clock that only goes forward, in milliseconds */
export function createLooking(now: () => number): Looking {
  let chosen: ChosenPiiModel = null
  let opened: Promise<NameModel> | null = null
  const seen = new Map<string, readonly Span[]>()

  return {
    async use(next) {
      if (JSON.stringify(next) === JSON.stringify(chosen)) return
      const before = opened
      chosen = next
      opened = null
      seen.clear()
      await before?.then((model) => model.close()).catch(() => undefined)
    },

    async look(texts, limitMs = Infinity) {
      if (chosen === null) return { done: 0, total: 0, found: () => [] }
      if ('bad' in chosen) throw new Failure('BAD_PII_MODEL', { reason: chosen.bad })
      const wanted = chosen
      // Loaded when first needed: the runtime is large, and most people have no model.
      opened ??= import('./open-model.ts').then(({ openNameModel }) => openNameModel(wanted))
      const model = await opened.catch((thrown: unknown) => {
        opened = null
        throw thrown
      })
      const begun = now()
      const distinct = new Set(texts)
      const answers = new Map<string, readonly Span[]>()
      for (const text of distinct) {
        const known = seen.get(text)
        if (known === undefined && now() - begun > limitMs) break
        const spans = known ?? (await model.find(text))
        seen.set(text, spans)
        answers.set(text, spans)
      }
      return { done: answers.size, total: distinct.size, found: (text) => answers.get(text) ?? [] }
    },

    forget(except = []) {
      for (const text of seen.keys()) if (!except.includes(text)) seen.delete(text)
    },
  }
}
