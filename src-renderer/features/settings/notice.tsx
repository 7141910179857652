import { useState, type ReactNode } from 'react'
import { record } from '../../copy/record.ts'
import { settings } from '../../copy/settings.ts'
import { Button, showToast, TextArea } from '../../ui/index.ts'
import styles from './settings.module.css'

const copy = settings.recording.notice
const LONGEST = 2000

/** The words that everyone is asked with: ours, which say what becomes of the sound, or the person's own. */
export function Notice({ notice, onChange }: { notice: string | null; onChange: (notice: string | null) => void }): ReactNode {
  const [text, setText] = useState<string | null>(null)
  const kept = notice ?? record.agreement.words['sound-and-text']
  const typed = text ?? kept
  const save = (to: string | null): void => {
    onChange(to)
    setText(null)
    showToast({ text: copy.saved, tone: 'good' })
  }
  return (
    <div className={styles['stack']}>
      <h3 className={styles['name']}>{copy.title}</h3>
      <TextArea
        label={copy.title}
        isLabelHidden
        value={typed}
        onChange={(to) => setText(to.slice(0, LONGEST))}
        description={notice === null ? copy.ours : copy.yours}
      />
      <div className={styles['buttons']}>
        <Button onPress={() => save(typed.trim())} disabledBecause={typed.trim() === '' || typed === kept ? copy.nothing : undefined}>
          {copy.save}
        </Button>
        {notice !== null && (
          <Button variant="quiet" onPress={() => save(null)}>
            {copy.back}
          </Button>
        )}
      </div>
    </div>
  )
}
