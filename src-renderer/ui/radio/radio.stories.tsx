import type { Option } from '../select/select.tsx'
import { Column, Keep, nothing } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { Radio } from './radio.tsx'

type Way = 'keychain' | 'passphrase' | 'token'
const WAYS: readonly Option<Way>[] = [
  { id: 'keychain', label: 'With this computer', description: 'Opens when you are logged in.' },
  { id: 'passphrase', label: 'With a passphrase', description: 'Asked each time. Nobody can reset it.' },
  { id: 'token', label: 'With a security key', disabledBecause: 'No key is plugged in.' },
]

const file: StoryFile = {
  title: 'Radio',
  stories: {
    chosen: () => (
      <Column>
        <Keep<Way> initial="keychain">{(value, set) => <Radio label="How it is locked" options={WAYS} value={value} onChange={set} />}</Keep>
      </Column>
    ),
    error: () => (
      <Column>
        <Radio label="How it is locked" options={WAYS} value={null} onChange={nothing} error="Choose one to go on." />
      </Column>
    ),
  },
}
export default file
