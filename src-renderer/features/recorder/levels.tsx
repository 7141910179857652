import { Mic, MicOff, Volume2, VolumeX } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { RecordedSide, RecorderState } from '../../../src-shared/domain/recorder.ts'
import { recorder as copy } from '../../copy/recorder.ts'
import { useRecorder } from '../../rpc/index.ts'
import { IconButton, LevelMeter } from '../../ui/index.ts'
import { fractionOf, FLOOR_DB, loudnessOf, needle } from './loudness.ts'
import { useIsStill } from './use-is-still.ts'
import { useSteer } from './use-steer.ts'
import styles from './recorder-bar.module.css'

const SIDES: readonly RecordedSide[] = ['me', 'others']
/** Below every word but "silent". */
const SILENCE = FLOOR_DB - 1
const GLYPHS = { me: { on: Mic, off: MicOff }, others: { on: Volume2, off: VolumeX } }

/** How loud each side is, and whether it is heard at all. */
export function Levels(): ReactNode {
  const channels = useRecorder(({ state }) => (state === null || state.state === 'idle' ? 0 : state.channels))
  return SIDES.slice(0, channels).map((side) => <Level key={side} side={side} />)
}

function Level({ side }: { side: RecordedSide }): ReactNode {
  const steer = useSteer()
  const isStill = useIsStill()
  const isMuted = useRecorder(({ state }) => state !== null && state.state !== 'idle' && state.muted.includes(side))
  const level = useNeedle(side)
  const loudness = loudnessOf(isMuted ? SILENCE : level)
  // Where motion is unwelcome, the bar moves with the word and not with every syllable.
  const fraction = isStill ? { silent: 0, quiet: 0.3, good: 0.65, loud: 1 }[loudness] : fractionOf(level)
  const { on, off } = GLYPHS[side]
  return (
    <span className={styles['side']}>
      <IconButton glyph={isMuted ? off : on} label={copy.mute[side]} size="small" isPressedDown={isMuted} onPress={() => steer.mute(side, !isMuted)} />
      <LevelMeter label={copy.side[side]} fraction={isMuted ? 0 : fraction} text={isMuted ? copy.muted : copy.level[loudness]} isOver={loudness === 'loud'} />
    </span>
  )
}

/** The recorder tells levels about ten times a second, which is how often this moves. */
function useNeedle(side: RecordedSide): number {
  const state = useRecorder((seen) => seen.state)
  const [shown, setShown] = useState<{ readonly state: RecorderState | null; readonly level: number }>({ state: null, level: SILENCE })
  if (shown.state === state) return shown.level
  const heard = levelIn(state, side)
  // Where nothing is recorded nothing moves, so the needle would stay where it stood.
  const level = heard === null ? SILENCE : needle(shown.level, heard)
  setShown({ state, level })
  return level
}

function levelIn(state: RecorderState | null, side: RecordedSide): number | null {
  return state?.state === 'recording' && state.source === 'live' ? (state.levels[SIDES.indexOf(side)] ?? null) : null
}
