import { Entries, type Parsed } from './parsed.ts'
import type { Line } from './tidy.ts'

/** Whisper's table (`--output_format tsv`): a head, then start and end in milliseconds and the words, parted by tabs. */
const HEAD = /^start\tend\ttext\s*$/i
const ROW = /^(\d{1,12})\t(\d{1,12})\t(.*)$/

export const isTimedTable = (lines: readonly Line[]): boolean => HEAD.test(lines.find(({ text }) => text.trim() !== '')?.text ?? '')

/** A line that is no row goes on with the words of the row before it. */
export function readTimedTable(lines: readonly Line[]): Parsed {
  const rows: { startMs: number; endMs: number; words: string[] }[] = []
  for (const { text } of lines) {
    const row = ROW.exec(text)
    if (row !== null) rows.push({ startMs: Number(row[1]), endMs: Number(row[2]), words: [row[3] ?? ''] })
    else rows.at(-1)?.words.push(text)
  }
  const entries = new Entries()
  for (const { startMs, endMs, words } of rows) entries.add({ startMs, endMs, text: words.join('\n') })
  return { format: 'plain-text', entries: entries.list, emptyCues: entries.empty }
}
