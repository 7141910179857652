import { Column } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { Skeleton } from './skeleton.tsx'

const file: StoryFile = {
  title: 'Skeleton',
  stories: {
    text: () => (
      <Column>
        <Skeleton label="Opening the note" />
      </Column>
    ),
    rows: () => (
      <Column>
        <Skeleton label="Opening the library" shape="rows" count={4} />
      </Column>
    ),
  },
}
export default file
