import { isBoilerplate } from './boilerplate.ts'
import { Entries, type Parsed } from './parsed.ts'
import { isBlank, type Line } from './tidy.ts'

/** Text without names or times: each paragraph is an entry; where no blank line parts them, each line is. */
export function readProse(lines: readonly Line[]): Parsed {
  const entries = new Entries()
  const spoken = lines.filter((line) => !isBoilerplate(line.text))
  const filled = spoken.findIndex((line) => !isBlank(line))
  const last = spoken.findLastIndex((line) => !isBlank(line))
  const paragraphs = spoken.slice(Math.max(0, filled), last + 1).some(isBlank)
  let words: string[] = []
  const close = (): void => {
    if (words.length > 0) entries.add({ text: words.join('\n') })
    words = []
  }
  for (const line of spoken) {
    if (isBlank(line)) close()
    else words.push(line.text)
    if (!paragraphs) close()
  }
  close()
  return { format: 'plain-text', entries: entries.list, emptyCues: entries.empty }
}
