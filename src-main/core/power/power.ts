import { UNKNOWN_POWER, type PowerState } from '../../../src-shared/domain/power.ts'

/** Somebody who knows how the computer is powered: the host, or the system's own files. */
export interface PowerSource {
  readonly now: PowerState
  /** @returns ends that */
  onChange(listener: (state: PowerState) => void): () => void
}

export interface Power extends PowerSource {
  /** The host says how it is. */
  tell(state: PowerState): void
}

/** What a host was told by the system, for as long as it lasts; unknown until it says so. */
export function createPower(first: PowerState = UNKNOWN_POWER): Power {
  let now = first
  const listeners = new Set<(state: PowerState) => void>()
  return {
    get now() {
      return now
    },
    tell(state) {
      if (isSame(state, now)) return
      now = state
      for (const listener of listeners) listener(now)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export const isSame = (one: PowerState, other: PowerState): boolean => one.supply === other.supply && one.isHot === other.isHot
