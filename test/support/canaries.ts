import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every file below a folder, sockets and links left out. */
export function filesBelow(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/**
 * Looks for words in every byte of every file below some folders: as UTF-8, as UTF-16, and in lower case.
 * @returns what was found where; empty is good
 */
export function findCanaries(dirs: readonly string[], canaries: readonly string[]): { file: string; canary: string }[] {
  const needles = canaries.flatMap((canary) =>
    [...new Set([canary, canary.toLowerCase()])].flatMap((form) => [Buffer.from(form), Buffer.from(form, 'utf16le')].map((bytes) => ({ canary, bytes }))),
  )
  return dirs.flatMap(filesBelow).flatMap((file) => {
    let content: Buffer
    try {
      content = readFileSync(file)
    } catch (thrown) {
      // A write-ahead log may go between the listing and the reading.
      if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return []
      throw thrown
    }
    return needles.filter(({ bytes }) => content.includes(bytes)).map(({ canary }) => ({ file, canary }))
  })
}

/** A meeting with things nobody else may read: names, numbers and ordinary words that appear nowhere else. */
export const CANARIES = [
  'Zebulon',
  'Quackenbush',
  'zebulon.q@example.com',
  'kumquatlaunch',
  'vermilionbudget',
  'Thistlewood',
  'DE89370400440532013000',
]

export function canaryMeeting(turns = 60): string {
  const lines = ['WEBVTT', '']
  for (let turn = 0; turn < turns; turn++) {
    const from = clock(turn * 5)
    const to = clock(turn * 5 + 4)
    const speaker = turn % 2 === 0 ? 'Zebulon Quackenbush' : 'Orla Thistlewood'
    const words =
      [
        'We moved the kumquatlaunch to the second week of March, and that is decided.',
        'Zebulon, can you send the vermilionbudget to Orla by Friday?',
        'Yes, I will send it. Write to me at zebulon.q@example.com if it is late.',
        'The deposit goes to DE89370400440532013000, please check the number with Thistlewood.',
      ][turn % 4] ?? ''
    lines.push(`${from} --> ${to}`, `<v ${speaker}>${words}</v>`, '')
  }
  return lines.join('\n')
}

const clock = (seconds: number): string =>
  `${[Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':')}.000`
