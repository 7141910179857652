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
  /** While it is held nothing need be handed over. @returns when all that was heard until then has been, or it is held no longer */
  hold(isHeld: boolean): Promise<void>
  /** A browser may want a click in this page before it lets anything be heard. */
  readonly isBlocked: boolean
  /** Hands over what was heard until now, and ends. */
  close(): Promise<void>
}

export interface MixerEvents {
  /** Sound as it comes, 64 ms at a time. */
  onFrame(frame: SoundFrame): void
  /** It may be heard now, or no longer. */
  onChange(): void
  /** The microphone sends nothing any more while the other side does, or sends again; told where tracks can be read. */
  onStopped(isStopped: boolean): void
}

export async function openMixer(channels: 1 | 2, events: MixerEvents): Promise<Mixer> {
  return openTrackMixer(channels, events) ?? openClockMixer(channels, events)
}
