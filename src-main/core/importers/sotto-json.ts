import { z } from 'zod'
import { isoDate } from './dates.ts'
import type { JsonTranscript } from './json.ts'
import { languageTag } from './language.ts'
import { Entries, type Parsed } from './parsed.ts'

const LATEST_S = 3_600_000
const seconds = z.number().min(0).max(LATEST_S)
const milliseconds = z.number().min(0).max(LATEST_S * 1000)

/** `start`/`end` in seconds, or `startMs`/`endMs` as `sotto show` prints them; null where not known. */
const segmentSchema = z.object({
  text: z.string(),
  speaker: z.string().nullish(),
  start: seconds.nullish(),
  end: seconds.nullish(),
  startMs: milliseconds.nullish(),
  endMs: milliseconds.nullish(),
})
const EXPECTED = '"text", and where given "speaker" as text, "start" and "end" as seconds (or "startMs" and "endMs")'

const headSchema = z.object({
  title: z.string().nullish().catch(undefined),
  date: z.string().nullish(),
  language: z.string().nullish().catch(undefined),
  participants: z.array(z.string()).nullish(),
})
const HEAD_EXPECTED = '"date" as text and "participants" as a list of names'

/** `{title?, date?, language?, participants?, segments: [{speaker?, start?, end?, text}]}`, or only the list. */
export function readSottoJson({ document, elements, fail }: JsonTranscript): Parsed {
  const head = headSchema.safeParse(document).data ?? fail(undefined, HEAD_EXPECTED)
  const date = isoDate(head.date ?? '')
  if (date === undefined && (head.date ?? '').trim() !== '') return fail(undefined, '"date" in ISO 8601, such as 2026-11-03')
  const entries = new Entries()
  elements.forEach((element, index) => {
    const segment = segmentSchema.safeParse(element).data ?? fail(index, EXPECTED)
    entries.add({
      speaker: segment.speaker ?? undefined,
      startMs: milli(segment.startMs, segment.start),
      endMs: milli(segment.endMs, segment.end),
      text: segment.text,
    })
  })
  return {
    format: 'sotto-json',
    entries: entries.list,
    emptyCues: entries.empty,
    attendees: head.participants ?? [],
    title: head.title ?? undefined,
    date,
    language: languageTag(head.language ?? undefined),
  }
}

const milli = (ms: number | null | undefined, seconds: number | null | undefined): number | undefined =>
  typeof ms === 'number' ? Math.round(ms) : typeof seconds === 'number' ? Math.round(seconds * 1000) : undefined
