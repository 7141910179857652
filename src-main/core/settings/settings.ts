import { settingsFrom, settingsSchema, type Settings, type SettingsChange } from '../../../src-shared/domain/settings.ts'
import type { Store } from '../store/index.ts'

/** One record of the store: small, read whole and written whole. */
const KEY = 'settings'

export interface SettingsKeeper {
  readonly now: Settings
  /** Stored when it resolves. @throws Failure DISK_FULL; everything is as before then */
  change(to: SettingsChange): Promise<Settings>
  /** Called with every change. @returns ends that */
  onChange(listener: (settings: Settings) => void): () => void
}

/** Reads what is kept. Only one process has the store open, so what is read once stays true. */
export async function createSettings(store: Pick<Store, 'read' | 'write'>): Promise<SettingsKeeper> {
  const { value } = await store.read.getMeta({ key: KEY })
  let now = settingsFrom(value === null ? {} : JSON.parse(value))
  const listeners = new Set<(settings: Settings) => void>()
  let changing: Promise<unknown> = Promise.resolve()

  const change = async (to: SettingsChange): Promise<Settings> => {
    const next = settingsSchema.parse({ ...now, ...given(to) })
    await store.write.setMeta({ key: KEY, value: JSON.stringify(next) })
    now = next
    for (const listener of listeners) listener(now)
    return now
  }

  return {
    get now() {
      return now
    },
    change(to) {
      // One after the other: two windows that change two settings change both.
      const changed = changing.then(() => change(to))
      changing = changed.catch(() => undefined)
      return changed
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** A port keeps `undefined`, JSON does not. */
const given = (to: SettingsChange): SettingsChange => Object.fromEntries(Object.entries(to).filter(([, value]) => value !== undefined))
