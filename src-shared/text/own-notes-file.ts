import { leadingClock } from './timecode.ts'

export interface WrittenLine {
  /** Milliseconds from the recording's start; null where the line says no time. */
  readonly atMs: number | null
  readonly text: string
}

/** "- ", "* ", "3. ", "# ", "> ", "- [ ] ": what Markdown puts before a line's words. */
const MARKER = /^(?:[-*+•>]|#{1,6}|\d{1,3}[.)])(?:\s+\[[ xX]\])?\s+/
const LONGEST = 2_000

/**
 * Lines of a text or Markdown file: one a line, empty ones left out, each perhaps behind a time ("12:30 ask about the invoice",
 * "- [1:02:03] …", "(0:45) …"). Words stay as they are; what is longer than a line may be goes on in the next.
 */
export function readOwnNotes(text: string): WrittenLine[] {
  return text
    .normalize('NFC')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .flatMap((line) => {
      const { atMs, words } = timed(line.trim().replace(MARKER, ''))
      return pieces(words.trim()).map((piece) => ({ atMs, text: piece }))
    })
}

function timed(line: string): { atMs: number | null; words: string } {
  const open = line.startsWith('[') || line.startsWith('(') ? 1 : 0
  const clock = leadingClock(line.slice(open))
  if (clock === undefined) return { atMs: null, words: line }
  const rest = line.slice(open + clock.length)
  if (open === 1 && !/^[\])]/.test(rest)) return { atMs: null, words: line }
  const behind = rest.slice(open)
  // "3:1 majority" begins with no time; a time stands alone.
  if (!/^(?:\s|[-–—:]\s|$)/.test(behind)) return { atMs: null, words: line }
  return { atMs: clock.ms, words: behind.replace(/^\s*[-–—:]?\s+/, '') }
}

function pieces(words: string): string[] {
  const all: string[] = []
  for (let rest = words; rest !== ''; ) {
    const cut = rest.length <= LONGEST ? rest.length : Math.max(rest.lastIndexOf(' ', LONGEST), 1)
    all.push(rest.slice(0, cut).trim())
    rest = rest.slice(cut).trim()
  }
  return all
}
