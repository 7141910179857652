import { Column, Keep } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { TextArea } from './text-area.tsx'

const NOTES = '- ask about the invoice\n- Friday is a holiday in Geneva\n- who books the room?'

const file: StoryFile = {
  title: 'Text area',
  stories: {
    plain: () => (
      <Column>
        <Keep initial="">{(value, set) => <TextArea label="Note for whoever reads this" value={value} onChange={set} placeholder="Optional" />}</Keep>
      </Column>
    ),
    reading: () => (
      <Column>
        <Keep initial={NOTES}>{(value, set) => <TextArea label="Your notes" text="reading" value={value} onChange={set} />}</Keep>
      </Column>
    ),
    error: () => (
      <Column>
        <Keep initial="A line">
          {(value, set) => <TextArea label="Words" value={value} onChange={set} error="The twelfth word is not in the list." />}
        </Keep>
      </Column>
    ),
    'read only': () => (
      <Column>
        <TextArea label="What will be sent" value="Call [PERSON-1] on [PHONE-1]." onChange={() => undefined} isReadOnly />
      </Column>
    ),
  },
}
export default file
