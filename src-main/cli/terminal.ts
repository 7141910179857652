import { stripVTControlCharacters, styleText } from 'node:util'
import type { Failure } from '../../src-shared/errors/failure.ts'

type Style = Parameters<typeof styleText>[0]

/** The streams a command writes to; tests give their own. */
export interface Streams {
  readonly stdout: OutputStream
  readonly stderr: OutputStream
  readonly stdin: { readonly isTTY?: boolean }
}

interface OutputStream {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** How a command talks: with `--json` one document on standard output and everything else on standard error. */
export interface Terminal {
  readonly json: boolean
  readonly isInteractive: boolean
  /** The result: `document` with `--json`, the lines otherwise. */
  result(document: unknown, lines: () => readonly string[]): void
  /** Something to know beside the result. */
  note(line: string): void
  style(style: Style, text: string): string
  /** A line that is drawn over itself on a terminal; plain lines, one a stage, elsewhere. */
  progress(label: string, done: number | null): void
  endProgress(): void
}

const BAR_WIDTH = 24

export function createTerminal(json: boolean, { stdout, stderr, stdin }: Streams): Terminal {
  const liveTo = stderr.isTTY === true ? stderr : null
  let drawn = ''
  let lastLabel = ''
  const clear = (): void => {
    if (liveTo !== null && drawn !== '') liveTo.write('\r\u001b[2K')
    drawn = ''
  }
  return {
    json,
    isInteractive: stdin.isTTY === true && stderr.isTTY === true,
    result(document, lines) {
      clear()
      stdout.write(
        json
          ? `${JSON.stringify(document)}\n`
          : lines()
              .map((line) => `${safe(line)}\n`)
              .join(''),
      )
    },
    note(line) {
      clear()
      stderr.write(`${safe(line)}\n`)
    },
    style: (style, text) =>
      !json && stdout.isTTY === true && process.env['NO_COLOR'] === undefined ? styleText(style, text, { validateStream: false }) : text,
    progress(label, done) {
      if (liveTo === null) {
        if (label !== lastLabel) stderr.write(`${label}\n`)
        lastLabel = label
        return
      }
      const filled = done === null ? 0 : Math.round(done * BAR_WIDTH)
      const bar = done === null ? '' : ` ${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${String(Math.round(done * 100)).padStart(3)} %`
      const line = `${label}${bar}`.slice(0, (liveTo.columns ?? 80) - 1)
      if (line === drawn) return
      liveTo.write(`\r\u001b[2K${line}`)
      drawn = line
    },
    endProgress: clear,
  }
}

/** The sequences `style` makes: bold, dim, red, green, yellow, and their ends. Others (conceal, say) come from a transcript. */
const OUR_COLOURS = /\u001b\[(?:0|1|2|22|31|32|33|39)m/g

/** A transcript may hold terminal control sequences; they are shown to nobody's terminal. Colours of ours pass. */
function safe(line: string): string {
  const sgr = OUR_COLOURS
  const colours: string[] = line.match(sgr) ?? []
  return line
    .split(sgr)
    .map((part) => stripVTControlCharacters(part).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, ''))
    .reduce((text, part, at) => text + part + (colours[at] ?? ''), '')
}

/** The error document of DESIGN §15. */
export function errorDocument(failure: Failure): { code: string; message: string; fix?: string; line?: number } {
  const { message, fix } = failure.explanation
  const line = 'line' in failure.params ? failure.params.line : undefined
  return { code: failure.code, message, ...(fix === undefined ? {} : { fix }), ...(line === undefined ? {} : { line }) }
}
