import { Column } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { LevelMeter } from './level-meter.tsx'

const file: StoryFile = {
  title: 'Level meter',
  stories: {
    levels: () => (
      <Column>
        <LevelMeter label="You" fraction={0} text="silent" />
        <LevelMeter label="You" fraction={0.3} text="quiet" />
        <LevelMeter label="Others" fraction={0.7} text="good" />
        <LevelMeter label="Others" fraction={1} text="loud" isOver />
        <LevelMeter label="You" fraction={0} text="muted" />
      </Column>
    ),
  },
}
export default file
