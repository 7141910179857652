import type { TranscriptFormat } from '../../../src-shared/domain/transcript.ts'
import { hasWords, oneLine, personName } from './tidy.ts'

/** One entry as a format's reader found it, still plain words; they become RawText in one place (`finish.ts`). */
export interface Entry {
  readonly speaker: string | undefined
  readonly startMs: number | undefined
  readonly endMs: number | undefined
  readonly text: string
}

/** What every format's reader gives. */
export interface Parsed {
  readonly format: TranscriptFormat
  readonly entries: readonly Entry[]
  readonly emptyCues: number
  readonly attendees?: readonly string[] | undefined
  readonly title?: string | undefined
  readonly date?: string | undefined
  readonly language?: string | undefined
}

/** How whisper.cpp says who speaks (`--diarize`) and that somebody else goes on (`--tinydiarize`), in whichever format. */
const COUNTED = /^\s{0,9}\(speaker (\d{1,3}|\?)\)/
const TURN_MARK = /\s?\[SPEAKER_TURN\]$/

/** Gathers entries in the file's order; drops and counts those without words. */
export class Entries {
  readonly list: Entry[] = []
  empty = 0

  /** An end before its start happens in exports (a clock that stepped back): the entry then takes no time at all. */
  add({ speaker, startMs, endMs, text }: { speaker?: string | undefined; startMs?: number | undefined; endMs?: number | undefined; text: string }): void {
    const counted = speaker === undefined ? COUNTED.exec(text) : null
    const words = oneLine(counted === null ? text : text.slice(counted[0].length)).replace(TURN_MARK, '')
    if (!hasWords(words)) {
      this.empty++
      return
    }
    const name = counted === null ? personName(speaker ?? '') : counted[1] === '?' ? '' : `Speaker ${counted[1]}`
    const end = endMs !== undefined && startMs !== undefined ? Math.max(startMs, endMs) : endMs
    this.list.push({ speaker: name === '' ? undefined : name, startMs, endMs: end, text: words })
  }
}
