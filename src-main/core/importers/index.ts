import type { ImportedTranscript } from '../../../src-shared/domain/transcript.ts'
import { decodeText } from './decode.ts'
import { docxText, isOle, isZip, oldOrLocked } from './docx.ts'
import { emptyTranscript, unknownFormat, type FormatName } from './failures.ts'
import { finish } from './finish.ts'
import { readJson } from './json.ts'
import type { Parsed } from './parsed.ts'
import { recognise } from './recognise.ts'
import { readSrt } from './srt.ts'
import { readText } from './text.ts'
import { linesOf } from './tidy.ts'
import { readWebVtt } from './webvtt.ts'

/**
 * Reads a transcript of any known format, recognised by its content. Entries are the source's own, in its order, neither
 * merged nor cut; times are milliseconds from the start; a word joiner or token look-alike in the words stays as it is.
 *
 * @param _hints what the file was called; kept for callers, not used: names lie
 * @throws Failure UNKNOWN_FORMAT, BAD_TRANSCRIPT (with the line, counted from 1), EMPTY_TRANSCRIPT
 */
export async function readTranscript(bytes: Uint8Array, _hints?: { readonly fileName?: string }): Promise<ImportedTranscript> {
  const { name, parsed } = await read(bytes)
  if (parsed.entries.length === 0) throw emptyTranscript(name)
  return finish(parsed)
}

async function read(bytes: Uint8Array): Promise<{ name: FormatName; parsed: Parsed }> {
  if (isOle(bytes)) throw oldOrLocked()
  if (isZip(bytes)) {
    const lines = linesOf(await docxText(bytes))
    return { name: 'Word', parsed: { ...readText(lines), format: 'docx' } }
  }
  const text = decodeText(bytes)
  const found = recognise(text)
  switch (found.kind) {
    case 'json':
      return { name: 'JSON', parsed: readJson(text) }
    case 'webvtt':
      return { name: 'WebVTT', parsed: readWebVtt(found.lines) }
    case 'srt':
      return { name: 'SRT', parsed: readSrt(found.lines) }
    case 'text':
      return { name: 'text', parsed: readText(found.lines) }
    case 'foreign':
      throw unknownFormat()
  }
}
