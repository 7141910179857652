import { ChevronRight, CircleAlert, Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { announce } from '../announcer/announcements.ts'
import { Button } from '../button/button.tsx'
import { Icon } from '../icon/icon.tsx'
import { useWords } from '../kit/words.ts'
import styles from './error-panel.module.css'

export interface ErrorPanelProps {
  /** What happened. */
  title: string
  /** What it means for the person's data. */
  meaning: ReactNode
  /** The one thing to do now. */
  action?: ReactNode
  /** Codes and numbers, never content: safe to copy into a report. */
  details?: string
  headingLevel?: 2 | 3
}

export function ErrorPanel({ title, meaning, action, details, headingLevel = 2 }: ErrorPanelProps): ReactNode {
  const Heading = `h${headingLevel}` as const
  return (
    <div className={styles['panel']}>
      <Icon glyph={CircleAlert} size={20} className={styles['icon'] ?? ''} />
      <div className={styles['words']}>
        <Heading className={styles['title']}>{title}</Heading>
        <div className={styles['meaning']}>{meaning}</div>
        {action !== undefined && <div className={styles['actions']}>{action}</div>}
        {details !== undefined && <Details details={details} />}
      </div>
    </div>
  )
}

function Details({ details }: { details: string }): ReactNode {
  const words = useWords()
  const copy = (): void => {
    navigator.clipboard.writeText(details).then(
      () => announce(words.copied),
      () => undefined,
    )
  }
  return (
    <Disclosure className={styles['details'] ?? ''}>
      <AriaButton slot="trigger" className={styles['trigger'] ?? ''}>
        <Icon glyph={ChevronRight} className={styles['chevron'] ?? ''} />
        {words.details}
      </AriaButton>
      <DisclosurePanel className={styles['fold'] ?? ''}>
        <pre className={styles['text']}>{details}</pre>
        <Button variant="quiet" size="small" icon={Copy} onPress={copy}>
          {words.copyDetails}
        </Button>
      </DisclosurePanel>
    </Disclosure>
  )
}
