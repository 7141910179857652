import { Button } from '../button/button.tsx'
import { nothing } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { ErrorPanel } from './error-panel.tsx'

const file: StoryFile = {
  title: 'Error panel',
  stories: {
    'with action and details': () => (
      <ErrorPanel
        title="The microphone was unplugged at 14:32"
        meaning="Everything before that is saved."
        action={
          <Button variant="primary" onPress={nothing}>
            Choose microphone
          </Button>
        }
        details={'AUDIO_SOURCE_LOST\nstage record · attempt 1 · 14:32:07'}
      />
    ),
    short: () => <ErrorPanel title="This file is not a recording" meaning="Nothing was imported and the file was not changed." />,
  },
}
export default file
