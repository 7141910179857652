import { Column, Keep, nothing } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { Check } from './check.tsx'

const file: StoryFile = {
  title: 'Check',
  stories: {
    states: () => (
      <Column>
        <Keep<boolean> initial={false}>
          {(value, set) => (
            <Check
              label="Everyone present has agreed to be recorded"
              isChecked={value}
              onChange={set}
              description="We store this answer with the note."
            />
          )}
        </Keep>
        <Keep<boolean> initial>{(value, set) => <Check label="Send the quote" isChecked={value} onChange={set} />}</Keep>
        <Check label="Choose all" isChecked={false} isMixed onChange={nothing} />
      </Column>
    ),
    disabled: () => (
      <Column>
        <Check label="Send names too" isChecked={false} onChange={nothing} disabledBecause="Names never leave this computer." />
        <Check label="Hide phone numbers" isChecked onChange={nothing} disabledBecause="Your organisation's policy requires it." />
      </Column>
    ),
    'label hidden': () => (
      <Keep<boolean> initial={false}>{(value, set) => <Check label="Choose Stand-up" isLabelHidden isChecked={value} onChange={set} />}</Keep>
    ),
  },
}
export default file
