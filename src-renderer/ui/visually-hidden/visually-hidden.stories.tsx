import type { StoryFile } from '../story.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

const file: StoryFile = {
  title: 'Visually hidden',
  stories: {
    'after a number': () => (
      <p>
        12<VisuallyHidden> words are hidden</VisuallyHidden>
      </p>
    ),
  },
}
export default file
