import { Moon, Sun, SunMoon } from 'lucide-react'
import { Column, Keep } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { Segmented, type Segment } from './segmented.tsx'

const THEMES: readonly Segment<'system' | 'light' | 'dark'>[] = [
  { id: 'system', label: 'System', icon: SunMoon },
  { id: 'light', label: 'Light', icon: Sun },
  { id: 'dark', label: 'Dark', icon: Moon },
]

const file: StoryFile = {
  title: 'Segmented',
  stories: {
    words: () => (
      <Keep<'open' | 'done'> initial="open">
        {(value, set) => (
          <Segmented
            label="Which action items"
            segments={[
              { id: 'open', label: 'Open 3' },
              { id: 'done', label: 'Done' },
            ]}
            value={value}
            onChange={set}
          />
        )}
      </Keep>
    ),
    icons: () => (
      <Column>
        <Keep<'system' | 'light' | 'dark'> initial="system">
          {(value, set) => <Segmented label="Theme" segments={THEMES} value={value} onChange={set} />}
        </Keep>
      </Column>
    ),
  },
}
export default file
