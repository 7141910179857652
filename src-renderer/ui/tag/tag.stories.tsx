import { Column, nothing } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { Tags } from './tag.tsx'

const PEOPLE = [
  { id: 'p1', label: 'Person 1' },
  { id: 'p2', label: 'Person 2' },
  { id: 'p3', label: 'Person 3' },
]

const file: StoryFile = {
  title: 'Tags',
  stories: {
    plain: () => (
      <Column>
        <Tags label="Present" tags={PEOPLE} />
      </Column>
    ),
    removable: () => (
      <Column>
        <Tags label="Filters" tags={PEOPLE} onRemove={nothing} />
      </Column>
    ),
  },
}
export default file
