import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { settings as copy } from '../../copy/settings.ts'
import { useQueries } from '../../rpc/index.ts'
import { Page, Quiet, Section, showToast } from '../../ui/index.ts'
import { RecoveryWords } from '../onboarding/index.ts'
import { Appearance } from './appearance.tsx'
import { ChangePassphrase } from './change-passphrase.tsx'
import { Health } from './health.tsx'
import { KeyList } from './key-list.tsx'
import { Hiding } from './hiding.tsx'
import { OfferSettings } from './offers.tsx'
import { Recording } from './recording.tsx'
import { RenewRecovery } from './renew-recovery.tsx'
import styles from './settings.module.css'

/** One column; each part says what it does. */
export function SettingsScreen(): ReactNode {
  const cache = useQueryClient()
  const queries = useQueries()
  const [words, setWords] = useState<readonly string[] | null>(null)
  if (words !== null) {
    return (
      <div className={styles['page']}>
        <RecoveryWords
          words={words}
          onWritten={() => {
            void cache.invalidateQueries({ queryKey: queries.system.key() })
            setWords(null)
            showToast({ text: copy.lock.renewed, tone: 'good' })
          }}
        />
      </div>
    )
  }
  return (
    <Page title={copy.title}>
      <Appearance />
      <Recording />
      <OfferSettings />
      <Hiding />
      <Section title={copy.lock.title}>
        <div className={styles['rows']}>
          <ChangePassphrase />
          <RenewRecovery onRenewed={setWords} />
        </div>
      </Section>
      <Health />
      <KeyList />
      <About />
    </Page>
  )
}

function About(): ReactNode {
  const status = useQuery(useQueries().system.status.queryOptions({ input: {} }))
  return (
    <Section title={copy.about.title}>
      {status.data !== undefined && <p>{copy.about.version(status.data.version)}</p>}
      <Quiet>{copy.about.meaning}</Quiet>
    </Section>
  )
}
