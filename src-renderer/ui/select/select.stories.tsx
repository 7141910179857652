import { Column, Keep } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { Select, type Option } from './select.tsx'

type Language = 'auto' | 'de' | 'en' | 'fr'
const LANGUAGES: readonly Option<Language>[] = [
  { id: 'auto', label: 'Detect', description: 'Listens to the first half minute' },
  { id: 'de', label: 'German' },
  { id: 'en', label: 'English' },
  { id: 'fr', label: 'French', disabledBecause: 'The model in use does not know it' },
]

const file: StoryFile = {
  title: 'Select',
  stories: {
    chosen: () => (
      <Column>
        <Keep<Language | null> initial="auto">{(value, set) => <Select label="Language" options={LANGUAGES} value={value} onChange={set} />}</Keep>
      </Column>
    ),
    placeholder: () => (
      <Column>
        <Keep<Language | null> initial={null}>
          {(value, set) => (
            <Select
              label="Language"
              options={LANGUAGES}
              value={value}
              onChange={set}
              placeholder="Choose a language"
              description="What is spoken most."
            />
          )}
        </Keep>
      </Column>
    ),
    error: () => (
      <Column>
        <Select
          label="Microphone"
          options={LANGUAGES}
          value={null}
          onChange={() => undefined}
          placeholder="None found"
          error="The microphone was unplugged. Choose another."
        />
      </Column>
    ),
    disabled: () => (
      <Column>
        <Select label="Language" options={LANGUAGES} value="de" onChange={() => undefined} disabledBecause="Fixed while it records." />
      </Column>
    ),
  },
}
export default file
