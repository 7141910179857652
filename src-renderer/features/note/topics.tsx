import type { ReactNode } from 'react'
import type { ShownSummary } from '../../../src-shared/contract/app.ts'
import { note } from '../../copy/note.ts'
import { placeOf, type Evidence } from './evidence.tsx'
import { Words } from './words.tsx'
import styles from './summary.module.css'

/** The course of the meeting; each topic leads to where it began. */
export function Topics({ topics, evidence }: { topics: ShownSummary['topics']; evidence: Evidence }): ReactNode {
  if (topics.length === 0) return null
  return (
    <section className={styles['part']}>
      <h2 className={styles['heading']}>{note.summary.topics}</h2>
      <ol className={styles['topics']}>
        {topics.map((topic, at) => {
          const first = Math.min(...topic.segments)
          return (
            <li key={at}>
              <button type="button" className={styles['topic']} onClick={() => evidence.onShow([first])}>
                <span className={styles['when']}>{placeOf(evidence.segments, first)}</span>
                <span>
                  <Words text={topic.title} />
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
