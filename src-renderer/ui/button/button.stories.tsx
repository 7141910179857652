import { Mic, Plus, Trash2 } from 'lucide-react'
import type { StoryFile } from '../story.ts'
import { nothing as press, Row } from '../story-state.tsx'
import { Button } from './button.tsx'

const file: StoryFile = {
  title: 'Button',
  stories: {
    variants: () => (
      <Row>
        <Button variant="primary" onPress={press}>
          Start recording
        </Button>
        <Button onPress={press}>Import a file</Button>
        <Button variant="quiet" onPress={press}>
          Not now
        </Button>
        <Button variant="danger" onPress={press}>
          Erase audio
        </Button>
        <Button variant="recording" onPress={press}>
          Stop recording
        </Button>
      </Row>
    ),
    sizes: () => (
      <Row>
        <Button variant="primary" size="small" onPress={press}>
          Keep
        </Button>
        <Button variant="primary" onPress={press}>
          Keep
        </Button>
        <Button variant="primary" size="large" onPress={press}>
          Keep
        </Button>
      </Row>
    ),
    icons: () => (
      <Row>
        <Button variant="recording" icon={Mic} onPress={press}>
          Record
        </Button>
        <Button icon={Plus} onPress={press}>
          Add from file
        </Button>
        <Button variant="quiet" size="small" icon={Trash2} onPress={press}>
          Delete audio
        </Button>
      </Row>
    ),
    width: () => (
      <Button variant="primary" width="fill" size="large" onPress={press}>
        Unlock
      </Button>
    ),
    pending: () => (
      <Row>
        <Button variant="primary" isPending onPress={press}>
          Send 3 action items
        </Button>
        <Button isPending onPress={press}>
          Check now
        </Button>
      </Row>
    ),
    disabled: () => (
      <Row>
        <Button variant="primary" disabledBecause="Choose a microphone first." onPress={press}>
          Start recording
        </Button>
        <Button disabledBecause="Nothing has been shared yet." onPress={press}>
          Withdraw
        </Button>
        <Button variant="quiet" disabledBecause="Names are hidden." onPress={press}>
          Search people
        </Button>
      </Row>
    ),
    discouraged: () => (
      <Row>
        <Button isDiscouraged onPress={press}>
          Send without review
        </Button>
        <Button variant="primary" onPress={press}>
          Review first
        </Button>
      </Row>
    ),
    'long label': () => <Button onPress={press}>Send the three action items of this meeting to the whole team at once</Button>,
  },
}
export default file
