import { useMutation } from '@tanstack/react-query'
import { LockKeyhole } from 'lucide-react'
import { useEffect, useRef, useState, type SyntheticEvent, type ReactNode } from 'react'
import { type Failure, failedWith, toFailure } from '../../../src-shared/errors/failure.ts'
import { lock } from '../../copy/lock.ts'
import { useSotto } from '../../rpc/index.ts'
import { Button, Field, Icon, announce } from '../../ui/index.ts'
import { Continues } from '../recorder/index.ts'
import { useCountdown } from './countdown.ts'
import { FailurePanel } from '../failure/index.ts'
import styles from './lock.module.css'

/** The passphrase. A wrong one is said in place, with the time until the next try. */
export function Unlock({ onOpen, onForgot }: { onOpen: () => void; onForgot: () => void }): ReactNode {
  const client = useSotto()
  const [passphrase, setPassphrase] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const wait = useCountdown(() => announce(lock.mayTry))
  const unlock = useMutation({
    mutationFn: () => client.system.unlock({ passphrase }),
    onSuccess: onOpen,
    onError: (thrown) => {
      const failure = toFailure(thrown)
      if (!isAboutPassphrase(failure)) return
      wait.start(failure.params.waitSeconds)
      announce(failure.params.waitSeconds > 0 ? `${lock.wrong} ${lock.waits(spell(failure.params.waitSeconds))}` : lock.wrong, 'assertive')
      field.current?.focus()
      field.current?.select()
    },
  })
  // What was typed is of no use to anybody once this screen is gone.
  useEffect(() => () => setPassphrase(''), [])
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (passphrase !== '' && !unlock.isPending && wait.seconds === 0) unlock.mutate()
  }
  const failure = unlock.error === null ? null : toFailure(unlock.error)
  const isWrong = failure !== null && isAboutPassphrase(failure)
  const waiting = wait.seconds > 0 ? lock.waits(spell(wait.seconds)) : undefined
  return (
    <form className={styles['lock']} onSubmit={submit}>
      <span className={styles['mark']}>
        <Icon glyph={LockKeyhole} size={20} />
      </span>
      <h1 className={styles['title']}>{lock.title}</h1>
      <Continues />
      <div className={styles['fields']}>
        <Field
          label={lock.passphrase}
          type="secret"
          name="passphrase"
          autoComplete="current-password"
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
          error={isWrong ? [lock.wrong, waiting].filter((part) => part !== undefined).join(' ') : undefined}
          ref={field}
        />
        <Button type="submit" variant="primary" size="large" width="fill" isPending={unlock.isPending} disabledBecause={waiting}>
          {lock.unlock}
        </Button>
      </div>
      {!isWrong && <FailurePanel error={failure} />}
      <Button variant="quiet" onPress={onForgot}>
        {lock.forgot}
      </Button>
      <p className={styles['note']}>{lock.note}</p>
    </form>
  )
}

const isAboutPassphrase = (failure: Failure): failure is Failure<'WRONG_PASSPHRASE' | 'TOO_MANY_ATTEMPTS'> =>
  failedWith(failure, 'WRONG_PASSPHRASE') || failedWith(failure, 'TOO_MANY_ATTEMPTS')

const spell = (seconds: number): string => (seconds < 120 ? lock.seconds(seconds) : lock.minutes(Math.ceil(seconds / 60)))
