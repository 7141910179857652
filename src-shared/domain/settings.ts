import { z } from 'zod'
import type { OptionalType } from './pii.ts'

/**
 * What becomes of a meeting. `sound-and-text`: both, as long as each may stay. `sound-only`: nothing is heard until somebody asks for it.
 * `text-only`: the sound goes as soon as its words are stored.
 */
export const recordingModeSchema = z.enum(['sound-and-text', 'sound-only', 'text-only'])
export type RecordingMode = z.infer<typeof recordingModeSchema>

/** How one records, until it is chosen otherwise. Kept in the store: it says what somebody's meetings are like. */
export const settingsSchema = z.object({
  /** Whether everyone's agreement is a reminder, or must be given before anything is recorded. */
  agreement: z.enum(['remind', 'require']),
  /** Words to ask everyone with; null for ours. */
  notice: z.string().trim().min(1).max(2000).nullable(),
  mode: recordingModeSchema,
  sides: z.enum(['both', 'mine']),
  /** What the system calls the microphone; null for the usual one. Ids of devices differ from start to start. */
  microphone: z.string().min(1).max(300).nullable(),
  /** When words come. */
  words: z.enum(['live', 'after']),
  /** On battery, or while this computer is too hot, words come after Stop. */
  sparing: z.boolean(),
  /** Offers to record when another program takes the microphone. */
  offerOnMicrophone: z.boolean(),
  /** Offers to record when an event of the calendar begins. */
  offerOnEvent: z.boolean(),
  /** An .ics file, or a folder of them; null for none. */
  calendar: z.string().min(1).max(4096).nullable(),
  /** Companies and institutions are hidden like names, in what is redacted from now on. */
  hideOrganisations: z.boolean(),
  /** The same for countries, regions and towns. */
  hidePlaces: z.boolean(),
})
export type Settings = z.infer<typeof settingsSchema>
/** What is to be different; the rest stays. */
export const settingsChangeSchema = settingsSchema.partial()
export type SettingsChange = z.infer<typeof settingsChangeSchema>
export type SettingName = keyof Settings

export const DEFAULT_SETTINGS: Settings = {
  agreement: 'remind',
  notice: null,
  mode: 'sound-and-text',
  sides: 'both',
  microphone: null,
  words: 'live',
  sparing: false,
  offerOnMicrophone: true,
  offerOnEvent: true,
  calendar: null,
  hideOrganisations: false,
  hidePlaces: false,
}

/** What is hidden beside what always is. */
export const alsoTypesOf = ({ hideOrganisations, hidePlaces }: Settings): OptionalType[] => [
  ...(hideOrganisations ? (['ORG'] as const) : []),
  ...(hidePlaces ? (['LOCATION'] as const) : []),
]

/**
 * What is kept, each value by itself: one that another version wrote and this one does not know counts as never chosen, and the rest stays.
 * @param kept anything, as parsed from JSON
 */
export function settingsFrom(kept: unknown): Settings {
  const { data: values = {} } = z.record(z.string(), z.unknown()).safeParse(kept)
  const known = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
    const { success, data } = schema.safeParse(values[name])
    return success ? [[name, data] as const] : []
  })
  return settingsSchema.parse({ ...DEFAULT_SETTINGS, ...Object.fromEntries(known) })
}
