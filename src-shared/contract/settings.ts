import { settingsChangeSchema, settingsSchema } from '../domain/settings.ts'
import { base, nothing } from './base.ts'

/** How a person wants things done. Needs an unlocked store. */
export const settings = {
  get: base.input(nothing).output(settingsSchema),
  /** Changes what is given and nothing else. @returns all of them as they are then */
  set: base.input(settingsChangeSchema).output(settingsSchema),
}
