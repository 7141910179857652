import { Column, Keep, nothing } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { Switch } from './switch.tsx'

const file: StoryFile = {
  title: 'Switch',
  stories: {
    states: () => (
      <Column>
        <Keep<boolean> initial>
          {(value, set) => (
            <Switch label="Lock when this computer sleeps" isOn={value} onChange={set} description="What is being recorded goes on." />
          )}
        </Keep>
        <Keep<boolean> initial={false}>{(value, set) => <Switch label="Speak finished sentences" isOn={value} onChange={set} />}</Keep>
      </Column>
    ),
    disabled: () => (
      <Column>
        <Switch label="Record system audio" isOn={false} onChange={nothing} disabledBecause="This system gives no other program's sound." />
        <Switch label="Check before sharing" isOn onChange={nothing} disabledBecause="Always on." />
      </Column>
    ),
  },
}
export default file
