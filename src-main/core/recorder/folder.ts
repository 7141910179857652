import { join } from 'node:path'

/** Where a recording lies: `audio/<recording>/`, its parts, and what a recording that no note knows yet has beside them. */
export const AUDIO = 'audio'
export const JOURNAL = '0001.journal'
/** The recording's key, sealed to the store's public key; destroyed when the database has it. */
export const SEALED_KEY = 'key.sealed'

export const folderOf = (dir: string, recordingId: string): string => join(dir, AUDIO, recordingId)
export const partName = (part: number): string => `${String(part).padStart(4, '0')}.part`
/** A part that was heard and made smaller. */
export const opusName = (part: number): string => `${String(part).padStart(4, '0')}.opus`

/** Takes a folder for this process; the end of the process, however it comes, gives it back. Null: another has it. */
export type LockFolder = (folder: string) => { release(): void } | null
