import { Column } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { Meter } from './meter.tsx'

const file: StoryFile = {
  title: 'Meter',
  stories: {
    tones: () => (
      <Column>
        <Meter label="Audio" fraction={0.3} text="1.2 GB of 4 GB" />
        <Meter label="Microphone level" fraction={0.62} text="good" tone="good" />
        <Meter label="Load of Kitchen Pi" fraction={0.81} text="81 %, 72 °C" tone="warning" />
        <Meter label="Space on this disk" fraction={0.97} text="1 GB left" tone="danger" />
      </Column>
    ),
  },
}
export default file
