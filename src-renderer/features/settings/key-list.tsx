import type { ReactNode } from 'react'
import { settings } from '../../copy/settings.ts'
import { Kbd, type KeyName, Section } from '../../ui/index.ts'
import styles from './settings.module.css'

const copy = settings.keys
const KEYS: readonly { readonly label: string; readonly keys: readonly KeyName[] }[] = [
  { label: copy.all, keys: ['mod', '/'] },
  { label: copy.find, keys: ['mod', 'F'] },
  { label: copy.next, keys: ['enter'] },
  { label: copy.walk, keys: ['up', 'down'] },
  { label: copy.edit, keys: ['enter'] },
  { label: copy.save, keys: ['mod', 'enter'] },
  { label: copy.leave, keys: ['escape'] },
]

/** The keys of a note, and the one that lists all the others. */
export function KeyList(): ReactNode {
  return (
    <Section title={copy.title}>
      <dl className={styles['rows']}>
        {KEYS.map(({ label, keys }) => (
          <div key={label} className={styles['row']}>
            <dt>{label}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
