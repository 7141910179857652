import { PlatformContext } from '../kit/platform.ts'
import { Row } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { Kbd } from './kbd.tsx'

const file: StoryFile = {
  title: 'Keys',
  stories: {
    here: () => (
      <Row>
        Record <Kbd keys={['mod', 'shift', 'R']} /> Search <Kbd keys={['mod', 'F']} /> Back <Kbd keys={['left']} />
      </Row>
    ),
    'on a mac': () => (
      <PlatformContext value="mac">
        <Row>
          Record <Kbd keys={['mod', 'shift', 'R']} />
        </Row>
      </PlatformContext>
    ),
  },
}
export default file
