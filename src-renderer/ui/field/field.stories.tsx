import { Column, Keep } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { Field, SearchField } from './field.tsx'

const file: StoryFile = {
  title: 'Field',
  stories: {
    text: () => (
      <Column>
        <Keep initial="Tuesday stand-up">{(value, set) => <Field label="Title" value={value} onChange={set} />}</Keep>
      </Column>
    ),
    'with description': () => (
      <Column>
        <Keep initial="">
          {(value, set) => (
            <Field
              label="Keep audio for"
              value={value}
              onChange={set}
              type="number"
              placeholder="30"
              description="Days. The words stay, the sound goes."
            />
          )}
        </Keep>
      </Column>
    ),
    error: () => (
      <Column>
        <Keep initial="11434">
          {(value, set) => (
            <Field label="Address of Ollama" value={value} onChange={set} error="This is a port, not an address. Write it as 127.0.0.1:11434." />
          )}
        </Keep>
      </Column>
    ),
    secret: () => (
      <Column>
        <Keep initial="correct horse">
          {(value, set) => <Field label="Passphrase" type="secret" autoComplete="current-password" value={value} onChange={set} isMono />}
        </Keep>
      </Column>
    ),
    'read only': () => (
      <Column>
        <Field label="Recovery code" value="4 of 24 words" onChange={() => undefined} isReadOnly />
      </Column>
    ),
    'search, closed': () => (
      <Column>
        <SearchField
          label="Search people"
          value=""
          onChange={() => undefined}
          placeholder="People"
          disabledBecause="Names are hidden. Show names to search for people."
        />
      </Column>
    ),
    search: () => (
      <Column>
        <Keep initial="invoice">
          {(value, set) => <SearchField label="Search" value={value} onChange={set} placeholder="Meetings, people, words" />}
        </Keep>
        <Keep initial="">
          {(value, set) => <SearchField label="Search meetings" value={value} onChange={set} placeholder="Meetings, people, words" />}
        </Keep>
      </Column>
    ),
  },
}
export default file
