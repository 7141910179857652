import { Mic, Search } from 'lucide-react'
import { Button } from '../button/button.tsx'
import { nothing } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { EmptyState } from './empty-state.tsx'

const file: StoryFile = {
  title: 'Empty state',
  stories: {
    'first step': () => (
      <EmptyState
        glyph={Mic}
        title="No meetings yet"
        actions={
          <>
            <Button variant="recording" icon={Mic} onPress={nothing}>
              Record
            </Button>
            <Button onPress={nothing}>Import a file</Button>
          </>
        }
      >
        Record one, or import a recording or a transcript. It stays on this computer.
      </EmptyState>
    ),
    'no result': () => (
      <EmptyState glyph={Search} title="Nothing found for “invoice”">
        Names are hidden, so people were not searched.
      </EmptyState>
    ),
  },
}
export default file
