import { AudioLines, Ear } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { ShownNote } from '../../../src-shared/contract/app.ts'
import { note as copy } from '../../copy/note.ts'
import { Button, EmptyState } from '../../ui/index.ts'
import { HearAgain } from './hear-again.tsx'
import type { Work } from './jobs.ts'

/** Sound that nobody has asked for words of. */
export const isSoundAlone = ({ recorded, transcriptId, state }: ShownNote): boolean =>
  recorded?.mode === 'sound-only' && recorded.ending !== 'under-way' && transcriptId === null && state === 'ready'

/** In the place of its summary: that it was wanted so, and how to have words after all. */
export function SoundAlone({ note, work }: { note: ShownNote; work: Work }): ReactNode {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <EmptyState
        glyph={AudioLines}
        title={copy.soundAlone.title}
        actions={
          <Button variant="primary" icon={Ear} onPress={() => setAsking(true)}>
            {copy.soundAlone.hear}
          </Button>
        }
      >
        {copy.soundAlone.meaning}
      </EmptyState>
      {isAsking && <HearAgain note={note} work={work} onClose={() => setAsking(false)} />}
    </>
  )
}
