import { readTranscript } from '../../../src-main/core/importers/index.ts'
import { wordsOf } from '../../../src-shared/domain/raw-text/open.ts'
import { isFailure } from '../../../src-shared/errors/failure.ts'

/** An imported transcript with its raw text opened, for comparing. */
export async function read(source: string | Uint8Array) {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  const { cues, speakers, attendees, title, ...rest } = await readTranscript(bytes)
  return {
    ...rest,
    title: title === undefined ? undefined : wordsOf(title),
    speakers: speakers.map(wordsOf),
    attendees: attendees.map(wordsOf),
    entries: cues.map(({ speaker, startMs, endMs, text }) => ({ speaker: speaker === undefined ? null : wordsOf(speaker), startMs, endMs,
      text: wordsOf(text) })),
  }
}

/** Entries as "speaker|start|end|words", which keeps expectations on one line. */
export async function entriesOf(source: string | Uint8Array): Promise<string[]> {
  const { entries } = await read(source)
  return entries.map(({ speaker, startMs, endMs, text }) => `${speaker ?? '?'}|${startMs ?? '-'}|${endMs ?? '-'}|${text}`)
}

/** What reading fails with: a code and its parameters. */
export async function failureOf(source: string | Uint8Array): Promise<Record<string, unknown>> {
  try {
    await read(source)
  } catch (error) {
    if (isFailure(error)) return { code: error.code, ...error.params }
    throw error
  }
  throw new Error('It was read without a failure.')
}
