import { Button } from '../button/button.tsx'
import { Column, nothing } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { Progress } from './progress.tsx'

const file: StoryFile = {
  title: 'Progress',
  stories: {
    known: () => (
      <Column>
        <Progress
          label="Transcribing"
          fraction={0.42}
          detail="about 3 min"
          actions={
            <Button size="small" onPress={nothing}>
              Cancel
            </Button>
          }
        />
      </Column>
    ),
    unknown: () => (
      <Column>
        <Progress label="Reading the file" />
      </Column>
    ),
    slim: () => (
      <Column>
        <Progress label="Transcribing Supplier call" fraction={0.7} size="slim" />
      </Column>
    ),
    done: () => (
      <Column>
        <Progress label="Checking the model" fraction={1} />
      </Column>
    ),
  },
}
export default file
