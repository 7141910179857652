import { strainOf, type Strain } from '../../../src-shared/domain/power.ts'
import type { SettingsKeeper } from '../settings/index.ts'
import type { PowerSource } from './power.ts'

/** Whether work that can wait should wait now, and why. */
export interface Sparing {
  readonly now: Strain
  /** Called with every change. @returns ends that */
  onChange(listener: (strain: Strain) => void): () => void
}

/** On battery or in heat, where the person wants the computer spared then. */
export function createSparing({ settings, power }: { settings: Pick<SettingsKeeper, 'now' | 'onChange'>; power: PowerSource }): Sparing {
  const now = (): Strain => (settings.now.sparing ? strainOf(power.now) : null)
  return {
    get now() {
      return now()
    },
    onChange(listener) {
      let last = now()
      const look = (): void => {
        const next = now()
        if (next === last) return
        last = next
        listener(next)
      }
      const leaves = [settings.onChange(look), power.onChange(look)]
      return () => leaves.forEach((leave) => leave())
    },
  }
}
