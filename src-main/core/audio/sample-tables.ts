import type { WholeBytes } from './bytes.ts'

const MOST_BOXES = 1000
const MAX_ENTRY = 4096
/** Runs of chunks alike; an hour of sound needs a few thousand of them at most. */
const MAX_RUNS = 200_000
const RUN_BYTES = 12
/** So many packets are counted through in no time, should a careless writer have rounded up. */
const HARMLESS = 100_000

interface SampleTables {
  /** the packets of this track are encrypted: common encryption (`enca`, ISO/IEC 23001-7) or FairPlay (`drms`) */
  readonly isEncrypted: boolean
  /** false where one chunk claims more packets than there are: mediabunny 1.61 counts through all of them for every packet */
  readonly isPlausible: boolean
  /** the sample entry of Apple Lossless */
  readonly lossless?: Uint8Array
}

/** What an MP4's movie box, between `from` and `to`, says of each track's packets (ISO/IEC 14496-12 §8.5 to 8.7). */
export async function* sampleTables(bytes: WholeBytes, from: number, to: number): AsyncGenerator<SampleTables> {
  for await (const table of boxesAt(bytes, from, to, ['trak', 'mdia', 'minf', 'stbl'])) {
    let isEncrypted = false
    let lossless: Uint8Array | undefined
    // A table that is missing, or lost in damage, counts none.
    let packets = 0
    let largestChunk = 0
    for await (const box of boxes(bytes, table.at + 8, table.end)) {
      // stsd has four bytes of flags and four of a count before its entries.
      if (box.name === 'stsd') for await (const entry of boxes(bytes, box.at + 16, box.end)) {
        isEncrypted ||= entry.name === 'enca' || entry.name === 'drms'
        if (entry.name === 'alac') lossless ??= await bytes.at(entry.at, Math.min(entry.end - entry.at, MAX_ENTRY))
      }
      if (box.name === 'stsz' || box.name === 'stz2') packets = await countedPackets(bytes, box)
      if (box.name === 'stsc') largestChunk = Math.max(largestChunk, await packetsOfLargestChunk(bytes, box))
    }
    yield { isEncrypted, isPlausible: largestChunk <= Math.max(packets, HARMLESS), ...(lossless === undefined ? {} : { lossless }) }
  }
}

interface Box {
  readonly name: string
  readonly at: number
  readonly end: number
}

async function* boxes(bytes: WholeBytes, from: number, to: number): AsyncGenerator<Box> {
  for (let at = from, seen = 0; at + 8 <= to && seen < MOST_BOXES; seen += 1) {
    const head = await bytes.at(at, 8)
    if (head.length < 8) return
    const size = viewOf(head).getUint32(0)
    yield { name: String.fromCharCode(...head.subarray(4, 8)), at, end: Math.min(to, at + size) }
    if (size < 8) return
    at += size
  }
}

async function* boxesAt(bytes: WholeBytes, from: number, to: number, path: readonly string[]): AsyncGenerator<Box> {
  const [wanted, ...rest] = path
  for await (const box of boxes(bytes, from, to)) {
    if (box.name !== wanted) continue
    if (rest.length === 0) yield box
    else yield* boxesAt(bytes, box.at + 8, box.end, rest)
  }
}

/** Packets of one size each are not counted one by one, however many there are: plain samples. */
async function countedPackets(bytes: WholeBytes, { at }: Box): Promise<number> {
  const head = await bytes.at(at + 12, 8)
  if (head.length < 8) return 0
  return viewOf(head).getUint32(0) === 0 ? viewOf(head).getUint32(4) : Infinity
}

async function packetsOfLargestChunk(bytes: WholeBytes, { at, end }: Box): Promise<number> {
  const runs = await bytes.at(at + 16, Math.max(0, Math.min(end - at - 16, MAX_RUNS * RUN_BYTES)))
  let largest = 0
  for (let run = 0; run + RUN_BYTES <= runs.length; run += RUN_BYTES) largest = Math.max(largest, viewOf(runs).getUint32(run + 4))
  return largest
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
