import { join } from 'node:path'
import { adoptRecordings, type FoundRecording } from '../../src-main/core/recorder/adopt.ts'
import { readPart } from '../../src-main/core/recorder/part-file.ts'

interface Recorded {
  readonly recording: FoundRecording
  /** Every sample, one array a channel. */
  readonly sound: readonly Int16Array[]
}

/** Takes up the recording that waits in a data directory, as the store would, and reads all of it. */
export async function readRecorded(dir: string, openSeal: (sealed: Uint8Array) => Uint8Array): Promise<Recorded> {
  const found: Recorded[] = []
  await adoptRecordings({
    dir,
    lock: () => ({ release: () => undefined }),
    known: new Set(),
    openSeal,
    async keep(recording) {
      const { id, part, channels, key } = recording
      const pieces: Int16Array[][] = []
      const place = { recordingId: id, part: 1, channels, firstSample: 0 }
      for await (const block of readPart(join(dir, 'audio', id, '0001.part'), place, key, { end: part })) pieces.push(block)
      const sound = Array.from({ length: channels }, (_, channel) => Int16Array.from(pieces.flatMap((block) => [...(block[channel] ?? [])])))
      found.push({ recording, sound })
    },
  })
  const [recorded] = found
  if (recorded === undefined || found.length > 1) throw new Error('not one recording')
  return recorded
}
