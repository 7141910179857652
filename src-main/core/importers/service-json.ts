import { z } from 'zod'
import { languageTag } from './language.ts'
import { Entries, type Parsed } from './parsed.ts'

/** The largest time taken, a thousand hours, in seconds. */
const LATEST_S = 3_600_000
const milliseconds = z
  .number()
  .min(0)
  .max(LATEST_S * 1000)
  .transform(Math.round)
const seconds = z
  .number()
  .min(0)
  .max(LATEST_S)
  .transform((value) => Math.round(value * 1000))
const timeText = z.coerce.number().pipe(seconds)
const speaker = z.union([z.string(), z.number()]).nullish()

const SERVICES = {
  /** https://www.assemblyai.com/docs/api-reference/transcripts/get: times in milliseconds */
  assemblyai: {
    schema: z.object({ text: z.string(), start: milliseconds.nullish(), end: milliseconds.nullish(), speaker }),
    expected: '"text", and where given "speaker", "start" and "end" in milliseconds',
  },
  /** https://developers.deepgram.com/docs/utterances: times in seconds, speakers counted from 0 */
  deepgram: {
    schema: z
      .object({ transcript: z.string(), start: seconds.nullish(), end: seconds.nullish(), speaker })
      .transform(({ transcript, ...rest }) => ({ ...rest, text: transcript })),
    expected: '"transcript", and where given "speaker", "start" and "end" in seconds',
  },
  /** https://docs.aws.amazon.com/transcribe/latest/dg/how-input.html: times are strings of seconds, speakers "spk_0" */
  transcribe: {
    schema: z
      .object({ transcript: z.string(), start_time: timeText.nullish(), end_time: timeText.nullish(), speaker_label: speaker })
      .transform(({ transcript, start_time: start, end_time: end, speaker_label }) => ({ text: transcript, start, end, speaker: speaker_label })),
    expected: '"transcript", and where given "speaker_label", "start_time" and "end_time" in seconds',
  },
} as const

/** Turns as a speech service answers them, and the keys that lead to them. */
export interface Utterances {
  readonly service: keyof typeof SERVICES
  readonly path: readonly string[]
  readonly elements: readonly unknown[]
  readonly language: unknown
}

const listSchema = z.array(z.unknown()).min(1)
const resultsSchema = z.object({ utterances: listSchema.optional(), audio_segments: listSchema.optional() })

/** The list of turns in a service's answer; undefined where there is none or it is empty. */
export function findUtterances(document: Readonly<Record<string, unknown>>): Utterances | undefined {
  const own = listSchema.safeParse(document['utterances']).data
  if (own !== undefined) return { service: 'assemblyai', path: ['utterances'], elements: own, language: document['language_code'] }
  const { utterances, audio_segments: segments } = resultsSchema.safeParse(document['results']).data ?? {}
  if (utterances !== undefined) return { service: 'deepgram', path: ['results', 'utterances'], elements: utterances, language: undefined }
  if (segments !== undefined) return { service: 'transcribe', path: ['results', 'audio_segments'], elements: segments, language: undefined }
  return undefined
}

/** @throws Failure BAD_TRANSCRIPT by way of `fail` */
export function readUtterances({ service, elements, language }: Utterances, fail: (index: number, expected: string) => never): Parsed {
  const { schema, expected } = SERVICES[service]
  const entries = new Entries()
  elements.forEach((element, index) => {
    const { text, start, end, speaker: who } = schema.safeParse(element).data ?? fail(index, expected)
    entries.add({ speaker: label(who), startMs: start ?? undefined, endMs: end ?? undefined, text })
  })
  const tag = typeof language === 'string' ? languageTag(language) : undefined
  return { format: 'whisper-cpp-json', entries: entries.list, emptyCues: entries.empty, language: tag }
}

/** "A" and 0 are the services' counting of voices; a longer name is one. */
function label(who: string | number | null | undefined): string | undefined {
  if (typeof who === 'number') return `Speaker ${who}`
  const counted = /^\s*(?:spk_)?([A-Z]|\d{1,3})\s*$/.exec(who ?? '')
  return counted === null ? (who ?? undefined) : `Speaker ${counted[1]}`
}

export const PARTS_EXPECTED = 'a list of entries with "text", named "segments", "transcription", "chunks" or "utterances"'
const PART_MARKS = ['text', 'transcript', 'word', 'words', 'start', 'start_time', 'startMs', 'speaker', 'alternatives', 'results']
const partSchema = z.record(z.string(), z.unknown())

/** Is the talk told in parts somewhere, under names that are not known here? */
export const holdsParts = (document: Readonly<Record<string, unknown>>): boolean =>
  partSchema.safeParse(document['results']).success ||
  Object.values(document).some(
    (value) =>
      Array.isArray(value) &&
      value.some((part: unknown) => {
        const { data } = partSchema.safeParse(part)
        return data !== undefined && PART_MARKS.some((mark) => mark in data)
      }),
  )
