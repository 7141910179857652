import type { ModelState } from '../../../src-shared/contract/models.ts'

/** One of each kind, which is as many as most people want to choose from. */
const SUGGESTED: ReadonlySet<string> = new Set(['base', 'small', 'medium-q5_0', 'large-v3-turbo-q5_0'])

/** "small" of "small.en-q5_1". */
export const familyOf = (name: string): string => name.replace(/(\.en)?(-q\d_\d)?$/, '')

/**
 * The model that hears where nothing else is asked for: the app's own rule (core/models), for a language not known beforehand.
 * The list goes from quick to thorough.
 */
export function usedAmong(models: readonly ModelState[]): string | undefined {
  const here = models.filter(({ installed }) => installed)
  return (here.findLast(({ languages }) => languages === 'many') ?? here.at(-1))?.name
}

/** What is on this computer or worth a suggestion, and all the rest. */
export function sorted(models: readonly ModelState[], isBusy: (name: string) => boolean): { first: ModelState[]; rest: ModelState[] } {
  const isFirst = (model: ModelState): boolean => model.installed || model.partialBytes > 0 || SUGGESTED.has(model.name) || isBusy(model.name)
  return { first: models.filter(isFirst), rest: models.filter((model) => !isFirst(model)) }
}
