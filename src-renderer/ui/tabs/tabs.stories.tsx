import { Keep } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { Tabs, type TabItem } from './tabs.tsx'

const TABS: readonly TabItem<'summary' | 'notes' | 'transcript'>[] = [
  { id: 'summary', label: 'Summary', content: <p>Ship on Friday, if the invoice is settled.</p> },
  { id: 'notes', label: 'Your notes', content: <p>You wrote nothing down.</p> },
  { id: 'transcript', label: 'Transcript', count: 214, content: <p>S1: I think we are ready for Friday.</p> },
]

const file: StoryFile = {
  title: 'Tabs',
  stories: {
    chosen: () => (
      <Keep<'summary' | 'notes' | 'transcript'> initial="summary">
        {(value, set) => <Tabs label="Views of this note" tabs={TABS} selected={value} onSelect={set} />}
      </Keep>
    ),
  },
}
export default file
