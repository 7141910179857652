import { useMutation } from '@tanstack/react-query'
import { EyeOff, Laptop, SearchCheck } from 'lucide-react'
import type { SyntheticEvent, ReactNode } from 'react'
import { onboarding } from '../../copy/onboarding.ts'
import { useSotto } from '../../rpc/index.ts'
import { Button, Icon } from '../../ui/index.ts'
import { NewPassphrase, useNewPassphrase } from './new-passphrase.tsx'
import { FailurePanel } from '../failure/index.ts'
import styles from './onboarding.module.css'

const words = onboarding.welcome
const GLYPHS = [Laptop, EyeOff, SearchCheck] as const

/** What Sotto promises, and the passphrase that makes it true. */
export function CreateStore({ onCreated }: { onCreated: (recoveryWords: readonly string[]) => void }): ReactNode {
  const client = useSotto()
  const passphrase = useNewPassphrase()
  const create = useMutation({
    mutationFn: () => client.system.init({ passphrase: passphrase.value }),
    onSuccess: ({ recoveryWords }) => onCreated(recoveryWords),
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (passphrase.check() && !create.isPending) create.mutate()
  }
  return (
    <form className={styles['step']} onSubmit={submit}>
      <header className={styles['head']}>
        <p className={styles['count']}>{onboarding.step(1, 2)}</p>
        <h1 className={styles['title']}>{words.title}</h1>
      </header>
      <ul className={styles['promises']}>
        {words.promises.map((promise, at) => (
          <li key={promise} className={styles['promise']}>
            <Icon glyph={GLYPHS[at] ?? Laptop} size={20} />
            {promise}
          </li>
        ))}
      </ul>
      <section className={styles['card']} aria-labelledby="choose-passphrase">
        <div>
          <h2 id="choose-passphrase" className={styles['subtitle']}>
            {words.passphrase}
          </h2>
          <p className={styles['hint']}>{words.passphraseHelp}</p>
        </div>
        <NewPassphrase state={passphrase} />
        <FailurePanel error={create.error} headingLevel={3} />
        <Button type="submit" variant="primary" size="large" width="fill" isPending={create.isPending}>
          {words.create}
        </Button>
      </section>
    </form>
  )
}
