import type { RecordedSide } from '../../src-shared/domain/recorder.ts'
import type { SoundFrame } from '../../src-shared/wire/sound.ts'
import { openClockMixer } from './clock-mixer.ts'
import { openTrackMixer } from './track-mixer.ts'

/** What comes into each side of the recording, in one count of samples. A side without a source is silent. */
export interface Mixer {
  /** Puts a source into a side, in the place of what was there. */
  connect(side: RecordedSide, stream: MediaStream): void
  /** Whoever calls it stops the source's tracks. */
  disconnect(side: RecordedSide): void
  /** Nothing is handed over while it is held. */
  hold(isHeld: boolean): void
  /** A browser may want a click in this page before it lets anything be heard. */
  readonly isBlocked: boolean
  /** Hands over what was heard until now, and ends. */
  close(): Promise<void>
}

/**
 * @param onFrame gets sound as it comes, 64 ms at a time
 * @param onChange it may be heard now, or no longer
 */
export async function openMixer(channels: 1 | 2, onFrame: (frame: SoundFrame) => void, onChange: () => void): Promise<Mixer> {
  return openTrackMixer(channels, onFrame) ?? openClockMixer(channels, onFrame, onChange)
}
