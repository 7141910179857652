import { Pause, Play, RotateCcw, RotateCw } from 'lucide-react'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider'
import { IconButton } from '../icon-button/icon-button.tsx'
import styles from './scrubber.module.css'

export interface ScrubberWords {
  readonly position: string
  readonly play: string
  readonly pause: string
  readonly back: string
  readonly forward: string
}

export interface ScrubberProps {
  /** What the buttons and the slider are called, e.g. "Position in the recording", "Back 5 seconds". */
  words: ScrubberWords
  positionMs: number
  durationMs: number
  /** 62000 to "1:02". */
  formatTime: (ms: number) => string
  isPlaying: boolean
  onSeek: (ms: number) => void
  onPlayPause: () => void
  stepMs?: number
}

/** Plays and moves in a recording: by dragging, by arrow keys on the slider, or by step buttons for those who cannot drag. */
export function Scrubber(props: ScrubberProps): ReactNode {
  const { words, positionMs, durationMs, formatTime, isPlaying, onSeek, onPlayPause, stepMs = 5_000 } = props
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    // React Aria words a slider's value as a number; five hundred thousand milliseconds mean nothing to anybody.
    input.current?.setAttribute('aria-valuetext', formatTime(positionMs))
  })
  const seek = (ms: number): void => onSeek(Math.min(durationMs, Math.max(0, ms)))
  return (
    <div className={styles['scrubber']}>
      <IconButton glyph={RotateCcw} label={words.back} onPress={() => seek(positionMs - stepMs)} />
      <IconButton glyph={isPlaying ? Pause : Play} label={isPlaying ? words.pause : words.play} variant="secondary" onPress={onPlayPause} />
      <IconButton glyph={RotateCw} label={words.forward} onPress={() => seek(positionMs + stepMs)} />
      <span className={styles['time']}>{formatTime(positionMs)}</span>
      <Slider<number>
        aria-label={words.position}
        minValue={0}
        maxValue={durationMs}
        step={stepMs / 5}
        value={positionMs}
        onChange={seek}
        className={styles['slider'] ?? ''}
      >
        <SliderTrack className={styles['track'] ?? ''}>
          {({ state }) => (
            <>
              <svg className={styles['line']} aria-hidden="true" focusable="false">
                <rect className={styles['played']} width={`${state.getThumbPercent(0) * 100}%`} height="100%" rx="2" />
              </svg>
              <SliderThumb className={styles['thumb'] ?? ''} inputRef={input} />
            </>
          )}
        </SliderTrack>
      </Slider>
      <span className={styles['time']}>{formatTime(durationMs)}</span>
    </div>
  )
}
