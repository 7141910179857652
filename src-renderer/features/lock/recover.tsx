import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState, type SyntheticEvent, type ReactNode } from 'react'
import { failedWith, toFailure } from '../../../src-shared/errors/failure.ts'
import { explainHere } from '../../copy/failures.ts'
import { lock } from '../../copy/lock.ts'
import { useSotto } from '../../rpc/index.ts'
import { Button, TextArea, announce } from '../../ui/index.ts'
import { NewPassphrase, useNewPassphrase } from '../onboarding/index.ts'
import { FailurePanel } from '../failure/index.ts'
import styles from './lock.module.css'

const copy = lock.recover
const WORDS = 24

/** The recovery words open the store once and set a new passphrase. */
export function Recover({ onOpen, onBack }: { onOpen: () => void; onBack: () => void }): ReactNode {
  const client = useSotto()
  const heading = useRef<HTMLHeadingElement>(null)
  const [typed, setTyped] = useState('')
  const [isChecked, setChecked] = useState(false)
  const passphrase = useNewPassphrase()
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word !== '')
  const recover = useMutation({
    mutationFn: () => client.system.recover({ words, newPassphrase: passphrase.value }),
    onSuccess: onOpen,
    onError: (thrown) => announce(explainHere(toFailure(thrown)).message, 'assertive'),
  })
  useEffect(() => heading.current?.focus(), [])
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setChecked(true)
    if (passphrase.check() && words.length === WORDS && !recover.isPending) recover.mutate()
  }
  const failure = recover.error === null ? null : toFailure(recover.error)
  const isWrong = failedWith(failure, 'WRONG_RECOVERY_KEY')
  const wordsError = isChecked && words.length !== WORDS ? copy.incomplete : isWrong ? explainHere(failure).message : undefined
  return (
    <form className={styles['recover']} onSubmit={submit}>
      <div className={styles['head']}>
        <h1 ref={heading} tabIndex={-1} className={styles['title']}>
          {copy.title}
        </h1>
        <p className={styles['note']}>{copy.meaning}</p>
      </div>
      <TextArea
        label={copy.words}
        value={typed}
        onChange={setTyped}
        description={words.length === 0 ? copy.wordsHelp : copy.count(words.length)}
        error={wordsError}
      />
      <NewPassphrase state={passphrase} label={copy.newPassphrase} />
      {!isWrong && <FailurePanel error={failure} />}
      <Button type="submit" variant="primary" size="large" width="fill" isPending={recover.isPending}>
        {copy.open}
      </Button>
      <Button variant="quiet" onPress={onBack}>
        {copy.back}
      </Button>
    </form>
  )
}
