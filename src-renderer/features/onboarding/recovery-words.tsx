import { useMutation } from '@tanstack/react-query'
import { Copy, Printer } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { onboarding } from '../../copy/onboarding.ts'
import { useSotto } from '../../rpc/index.ts'
import { Button, Check, announce } from '../../ui/index.ts'
import { FailurePanel } from '../failure/index.ts'
import styles from './onboarding.module.css'

const copy = onboarding.words

/** The 24 words, once: to be printed or written down before going on. */
export function RecoveryWords({ words, step, onWritten, onLater }: {
  words: readonly string[]
  step?: number
  /** They are confirmed already; this is what comes next. */
  onWritten: () => void
  onLater?: () => void
}): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null)
  const [isWritten, setWritten] = useState(false)
  const client = useSotto()
  const [said, setSaid] = useState<string | null>(null)
  const finish = useMutation({ mutationFn: () => client.system.acknowledgeRecovery({}), onSuccess: onWritten })
  // The step before is gone with the button that had the focus.
  useEffect(() => heading.current?.focus(), [])
  const copyAll = (): void => {
    const say = (text: string): void => {
      setSaid(text)
      announce(text)
    }
    navigator.clipboard.writeText(words.join(' ')).then(
      () => say(copy.copied),
      () => say(copy.notCopied),
    )
  }
  return (
    <div className={styles['step']}>
      <header className={styles['head']}>
        {step !== undefined && <p className={styles['count']}>{onboarding.step(step, 2)}</p>}
        <h1 ref={heading} tabIndex={-1} className={styles['title']}>
          {copy.title}
        </h1>
        <p className={styles['hint']}>{copy.why}</p>
      </header>
      <p className={styles['onPaper']}>{copy.printed}</p>
      <ol className={styles['words']} aria-label={copy.list}>
        {words.map((word, at) => (
          <li key={at} className={styles['word']}>
            <span className={styles['number']}>{at + 1}</span>
            <span>{word}</span>
          </li>
        ))}
      </ol>
      <div className={styles['row']}>
        <Button icon={Printer} onPress={() => window.print()}>
          {copy.print}
        </Button>
        <Button icon={Copy} onPress={copyAll}>
          {copy.copy}
        </Button>
      </div>
      {said !== null && <p className={styles['hint']}>{said}</p>}
      <div className={styles['finish']}>
        <Check label={copy.written} isChecked={isWritten} onChange={setWritten} />
        <FailurePanel error={finish.error} headingLevel={3} />
        <div className={styles['row']}>
          <Button
            variant="primary"
            size="large"
            isPending={finish.isPending}
            disabledBecause={isWritten ? undefined : copy.finishFirst}
            onPress={() => finish.mutate()}
          >
            {copy.finish}
          </Button>
          {onLater !== undefined && (
            <Button variant="quiet" size="large" onPress={onLater}>
              {copy.later}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
