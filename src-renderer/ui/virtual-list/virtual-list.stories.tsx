import { Keep, nothing } from '../story-state.tsx'
import styles from '../story.module.css'
import { Button } from '../button/button.tsx'
import type { StoryFile } from '../story.ts'
import { VirtualList } from './virtual-list.tsx'

const SAID = [
  'We could also send it on Monday.',
  'I think we are ready for Friday, if somebody tells the supplier today and the invoice is settled before noon.',
  'Who books the room?',
]

interface Said {
  readonly id: string
  readonly at: string
  readonly text: string
}
const said = (count: number): readonly Said[] =>
  Array.from({ length: count }, (_, at) => ({
    id: String(at),
    at: `${Math.floor(at / 12)}:${String((at * 5) % 60).padStart(2, '0')}`,
    text: SAID[at % SAID.length] ?? '',
  }))

const file: StoryFile = {
  title: 'Virtual list',
  stories: {
    'ten thousand': () => (
      <div className={styles['bounded']}>
        <VirtualList label="Transcript" rows={said(10_000)} keyOf={(row) => row.id} onOpen={nothing}>
          {(row) => (
            <div className={styles['segment']}>
              <time className={styles['muted']}>{row.at}</time>
              {row.text}
            </div>
          )}
        </VirtualList>
      </div>
    ),
    'follows the end': () => (
      <Keep initial={40}>
        {(count, set) => (
          <>
            <Button onPress={() => set(count + 1)}>Add a sentence</Button>
            <div className={styles['bounded']}>
              <VirtualList label="Live transcript" rows={said(count)} keyOf={(row) => row.id} followsEnd>
                {(row) => (
                  <div className={styles['segment']}>
                    <time className={styles['muted']}>{row.at}</time>
                    {row.text}
                  </div>
                )}
              </VirtualList>
            </div>
          </>
        )}
      </Keep>
    ),
  },
}
export default file
