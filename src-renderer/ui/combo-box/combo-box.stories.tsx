import type { Option } from '../select/select.tsx'
import { Column, Keep } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { ComboBox } from './combo-box.tsx'

const PEOPLE: readonly Option<string>[] = ['Person 1', 'Person 2', 'Person 3', 'Person 4'].map((label) => ({ id: label, label }))

const file: StoryFile = {
  title: 'Combo box',
  stories: {
    empty: () => (
      <Column>
        <Keep<string | null> initial={null}>
          {(value, set) => (
            <ComboBox label="Owner" options={PEOPLE} value={value} onChange={set} placeholder="Unassigned" description="Type a part of the name." />
          )}
        </Keep>
      </Column>
    ),
    chosen: () => (
      <Column>
        <Keep<string | null> initial="Person 2">{(value, set) => <ComboBox label="Owner" options={PEOPLE} value={value} onChange={set} />}</Keep>
      </Column>
    ),
    error: () => (
      <Column>
        <ComboBox label="Owner" options={PEOPLE} value={null} onChange={() => undefined} error="Nobody of this name was there." />
      </Column>
    ),
  },
}
export default file
