import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'

/** Linux shows a process's memory as files. */
const at = (pid: number, name: string): string => `/proc/${pid}/${name}`

/** A process and everything it started, as long as that is running. */
export function processTree(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The command's name stands in brackets and may hold anything; the parent is the second word behind it.
        const stat = readFileSync(at(Number(name), 'stat'), 'utf8')
        return [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }]
      } catch {
        return [] // ended meanwhile
      }
    })
  const below = (one: number): number[] => [one, ...parents.filter(({ parent }) => parent === one).flatMap((child) => below(child.pid))]
  return below(pid)
}

/** Why the memory of processes cannot be read here, or null. */
export function reasonNotToScan(): string | null {
  if (process.platform !== 'linux') return 'only Linux shows the memory of a process as a file'
  try {
    closeSync(openSync(at(process.ppid, 'mem'), 'r'))
    return null
  } catch {
    return 'this user may not read the memory of a process'
  }
}

export interface Secret {
  readonly name: string
  readonly bytes: Buffer
}

/** A word in every way that a program of ours could hold it: as UTF-8, which for its letters is Latin-1 as well, and as UTF-16. */
export const textSecret = (text: string): Secret[] =>
  (['utf8', 'latin1', 'utf16le'] as const)
    .map((encoding) => ({ name: `${text} (${encoding})`, bytes: Buffer.from(text, encoding) }))
    .filter(({ bytes }, index, all) => all.findIndex((other) => other.bytes.equals(bytes)) === index)

const PIECE = 8 * 1024 * 1024

/**
 * Looks for secrets in all memory of a process that it could have written to: what is mapped from a file and cannot be
 * written holds what the file holds.
 * @returns names of what was found
 */
export function findInMemory(pid: number, secrets: readonly Secret[]): string[] {
  const found = new Set<string>()
  const longest = Math.max(...secrets.map(({ bytes }) => bytes.length))
  const memory = openSync(at(pid, 'mem'), 'r')
  const piece = Buffer.alloc(PIECE + longest)
  try {
    for (const { from, to } of writtenRegions(pid)) {
      for (let start = from; start < to; start += PIECE) {
        const length = readPiece(memory, piece, start, Math.min(piece.length, to - start))
        const read = piece.subarray(0, length)
        for (const { name, bytes } of secrets) if (!found.has(name) && read.includes(bytes)) found.add(name)
      }
    }
  } finally {
    closeSync(memory)
  }
  return [...found]
}

function writtenRegions(pid: number): { from: number; to: number }[] {
  return readFileSync(at(pid, 'maps'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [range = '', rights = '', , , inode] = line.split(/\s+/)
      const [from, to] = range.split('-').map((address) => Number.parseInt(address, 16))
      if (from === undefined || to === undefined || !rights.startsWith('r')) return []
      const isFileAsItIs = inode !== '0' && !rights.includes('w')
      return isFileAsItIs || /\[v(var|sys|dso)/.test(line) ? [] : [{ from, to }]
    })
}

/** @returns the bytes read: fewer where a region ended meanwhile, or cannot be read though it says so */
function readPiece(memory: number, into: Buffer, position: number, length: number): number {
  try {
    return readSync(memory, into, 0, length, position)
  } catch {
    return 0
  }
}
