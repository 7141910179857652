import { z } from 'zod'
import { parseClock } from '../../../src-shared/text/timecode.ts'
import type { JsonTranscript } from './json.ts'
import { languageTag } from './language.ts'
import { Entries, type Parsed } from './parsed.ts'

/** The largest time taken: a thousand hours, far beyond any recording and far below where numbers lose milliseconds. */
const LATEST_MS = 3_600_000_000
const ms = z.number().min(0).max(LATEST_MS)
const seconds = z.number().max(LATEST_MS / 1000).transform((value) => Math.round(Math.max(0, value) * 1000))
const clock = z.string().transform((value, context) => parseClock(value.trim()) ?? (context.addIssue('a clock'), z.NEVER))

/** Entries as whisper.cpp writes them: milliseconds in `offsets`, the same as clocks in `timestamps`. */
const cppSchema = z.object({
  text: z.string(),
  offsets: z.object({ from: ms, to: ms }).optional(),
  timestamps: z.object({ from: clock, to: clock }).optional(),
  speaker: z.union([z.string(), z.number()]).nullish(),
})
/** Entries of OpenAI Whisper, faster-whisper, WhisperX (`start`, `end`) and of Transformers (`timestamp`), in seconds. */
const pythonSchema = z.object({
  text: z.string(),
  start: seconds.nullish(),
  end: seconds.nullish(),
  timestamp: z.tuple([seconds.nullable(), seconds.nullable()]).nullish(),
  speaker: z.union([z.string(), z.number()]).nullish(),
})
const CPP_EXPECTED = '"text" with "offsets" in milliseconds or "timestamps" such as "00:00:01,000"'
const PYTHON_EXPECTED = '"text" with "start" and "end" in seconds'

/**
 * The JSON of Whisper programs. An entry's text begins with a blank there; special tokens such as [_BEG_] are only in the
 * word lists of `-ojf`, which are not read.
 */
export function readWhisperJson({ document, list, elements, fail }: JsonTranscript): Parsed {
  const entries = new Entries()
  elements.forEach((element, index) => {
    if (list === 'transcription') {
      const { data } = cppSchema.safeParse(element)
      if (data === undefined) return fail(index, CPP_EXPECTED)
      const from = data.offsets?.from ?? data.timestamps?.from
      const to = data.offsets?.to ?? data.timestamps?.to
      entries.add({ speaker: label(data.speaker), startMs: whole(from), endMs: whole(to), text: data.text })
    } else {
      const { data } = pythonSchema.safeParse(element)
      if (data === undefined) return fail(index, PYTHON_EXPECTED)
      const start = data.start ?? data.timestamp?.[0] ?? undefined
      const end = data.end ?? data.timestamp?.[1] ?? undefined
      entries.add({ speaker: label(data.speaker), startMs: start, endMs: end, text: data.text })
    }
  })
  return { format: 'whisper-cpp-json', entries: entries.list, emptyCues: entries.empty, language: languageOf(document) }
}

const label = (speaker: string | number | null | undefined): string | undefined =>
  typeof speaker === 'number' || /^\d{1,3}$/.test(speaker ?? '') ? `Speaker ${speaker}` : (speaker ?? undefined)
const whole = (value: number | undefined): number | undefined => (value === undefined ? undefined : Math.round(value))

const resultSchema = z.object({ result: z.object({ language: z.string() }) })

/** whisper.cpp says "en"; OpenAI says "english", which is no language tag and is left out. */
function languageOf(document: Readonly<Record<string, unknown>>): string | undefined {
  const own = document['language']
  return languageTag(typeof own === 'string' ? own : resultSchema.safeParse(document).data?.result.language)
}
