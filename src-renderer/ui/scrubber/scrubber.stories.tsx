import { Keep } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { Scrubber } from './scrubber.tsx'

const WORDS = { position: 'Position in the recording', play: 'Play', pause: 'Pause', back: 'Back 5 seconds', forward: 'Forward 5 seconds' }
const formatTime = (ms: number): string => `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1_000) % 60).padStart(2, '0')}`

const file: StoryFile = {
  title: 'Scrubber',
  stories: {
    paused: () => (
      <Keep initial={512_000}>
        {(at, set) => (
          <Keep<boolean> initial={false}>
            {(isPlaying, play) => (
              <Scrubber
                words={WORDS}
                positionMs={at}
                durationMs={1_440_000}
                formatTime={formatTime}
                isPlaying={isPlaying}
                onSeek={set}
                onPlayPause={() => play(!isPlaying)}
              />
            )}
          </Keep>
        )}
      </Keep>
    ),
  },
}
export default file
