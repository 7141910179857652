import { Button } from '../button/button.tsx'
import { Row } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { announce, silence } from './announcements.ts'

const file: StoryFile = {
  title: 'Announcer',
  stories: {
    both: () => (
      <Row>
        <Button onPress={() => announce('Recording paused.')}>Say politely</Button>
        <Button onPress={() => announce('The microphone was unplugged.', 'assertive')}>Say at once</Button>
        <Button onPress={silence}>Forget all</Button>
      </Row>
    ),
  },
}
export default file
