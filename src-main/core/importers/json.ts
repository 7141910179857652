import { z } from 'zod'
import { badTranscript } from './failures.ts'
import { placesIn } from './json-place.ts'
import type { Parsed } from './parsed.ts'
import { findUtterances, holdsParts, PARTS_EXPECTED, readUtterances } from './service-json.ts'
import { readSottoJson } from './sotto-json.ts'
import { readWhisperJson } from './whisper-json.ts'

/** Nothing else begins with a brace (RTF's is followed by a backslash); a list begins with an object, "[Name] 10:02:31" does not. */
export const isJson = (text: string): boolean => /^\s*(?:\{(?!\\)|\[\s*(?:[[{\]]|$))/.test(text.slice(0, 2000))

/** Lists of entries under the names programs give them, and the words for a file without any. */
const LISTS = ['segments', 'transcription', 'chunks'] as const
const EXPECTED = 'an object with a list "segments", "transcription" or "chunks" of entries with "text"'

const documentSchema = z.record(z.string(), z.unknown())
const elementSchema = z.record(z.string(), z.unknown())

/** A JSON document found to hold a list of entries; elements are checked by the format that takes it. */
export interface JsonTranscript {
  readonly document: Readonly<Record<string, unknown>>
  readonly list: (typeof LISTS)[number] | undefined
  readonly elements: readonly Readonly<Record<string, unknown>>[]
  /** Throws BAD_TRANSCRIPT at the line of an element, or of the whole document. */
  fail(index: number | undefined, expected: string): never
}

/**
 * whisper.cpp (`-oj`, `-ojf`), OpenAI Whisper and its kin, the answers of speech services, and Sotto's own.
 *
 * @throws Failure BAD_TRANSCRIPT
 */
export function readJson(text: string): Parsed {
  const parsed = parse(text)
  const document = Array.isArray(parsed) ? {} : (documentSchema.safeParse(parsed).data ?? {})
  const list = Array.isArray(parsed) ? undefined : LISTS.find((name) => Array.isArray(document[name]))
  const raw: unknown = list === undefined ? parsed : document[list]
  const failIn = (path: readonly string[]) => (index: number | undefined, expected: string): never => {
    throw badTranscript('JSON', index === undefined ? 1 : (placesIn(text, path).elementLines[index] ?? 1), expected)
  }
  const fail = failIn(list === undefined ? [] : [list])
  if (!Array.isArray(raw)) {
    const found = findUtterances(document)
    if (found !== undefined) return readUtterances(found, failIn(found.path))
    // OpenAI's plain answer: the words and nothing else. With parts beside them, speakers and times would be lost unseen.
    const words = document['text']
    if (holdsParts(document)) return fail(undefined, PARTS_EXPECTED)
    if (typeof words === 'string') return readWhisperJson({ document, list, elements: words.split('\n').map((text) => ({ text })), fail })
    return fail(undefined, EXPECTED)
  }
  const elements = raw.map((element: unknown, index) => elementSchema.safeParse(element).data ?? fail(index, 'an entry as an object with "text"'))
  const transcript: JsonTranscript = { document, list, elements, fail }
  return isWhisper(transcript) ? readWhisperJson(transcript) : readSottoJson(transcript)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw badTranscript('JSON', placesIn(text, []).firstMistake ?? 1, 'well-formed JSON')
    throw error
  }
}

const WHISPER_MARKS = ['offsets', 'timestamps', 'timestamp', 'seek', 'avg_logprob', 'no_speech_prob', 'compression_ratio', 'tokens', 'temperature']

const isWhisper = ({ list, elements }: JsonTranscript): boolean =>
  list === 'transcription' || list === 'chunks' || WHISPER_MARKS.some((mark) => elements[0] !== undefined && mark in elements[0])
