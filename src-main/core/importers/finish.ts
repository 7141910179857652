import type { ImportedTranscript } from '../../../src-shared/domain/transcript.ts'
import type { RawText } from '../../../src-shared/domain/raw-text/raw-text.ts'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import { hasWords, oneLine, personName } from './tidy.ts'
import type { Parsed } from './parsed.ts'

/** The last step of every import: plain words become raw text, which only redaction and the vault can open. */
export function finish({ format, entries, emptyCues, attendees = [], title, date, language }: Parsed): ImportedTranscript {
  const speakers = new Map<string, RawText>()
  const speakerOf = (name: string): RawText => {
    const known = speakers.get(name)
    if (known !== undefined) return known
    const raw = rawText(name)
    speakers.set(name, raw)
    return raw
  }
  const cues = entries.map(({ speaker, startMs, endMs, text }) => ({
    ...(speaker === undefined ? {} : { speaker: speakerOf(speaker.normalize('NFC')) }),
    ...(startMs === undefined ? {} : { startMs }),
    ...(endMs === undefined ? {} : { endMs }),
    text: rawText(text),
  }))
  return {
    format,
    cues,
    speakers: [...speakers.values()],
    attendees: beyond(attendees, speakers).map(rawText),
    ...(title !== undefined && hasWords(title) ? { title: rawText(oneLine(title)) } : {}),
    ...(date === undefined ? {} : { date }),
    ...(language === undefined ? {} : { language }),
    emptyCues,
  }
}

/** Listed people who do not speak, each once, whatever the case they are written in. */
function beyond(attendees: readonly string[], speakers: ReadonlyMap<string, RawText>): string[] {
  const seen = new Set([...speakers.keys()].map((name) => name.toLowerCase()))
  return attendees.map((name) => personName(name).normalize('NFC')).filter((name) => {
    const key = name.toLowerCase()
    if (!hasWords(name) || seen.has(key)) return false
    seen.add(key)
    return true
  })
}
