import type { ReactNode } from 'react'
import { settings as words } from '../../copy/settings.ts'
import { Quiet, Section, Switch } from '../../ui/index.ts'
import { useSettings } from '../recorder/index.ts'
import styles from './settings.module.css'

const copy = words.hiding

/** What is hidden beside what always is. */
export function Hiding(): ReactNode {
  const { settings, change } = useSettings()
  return (
    <Section title={copy.title}>
      {settings !== undefined && (
        <div className={styles['rows']}>
          <div className={styles['row']}>
            <Switch
              label={copy.organisations}
              description={copy.organisationsMeaning}
              isOn={settings.hideOrganisations}
              onChange={(hideOrganisations) => change({ hideOrganisations })}
            />
          </div>
          <div className={styles['row']}>
            <Switch label={copy.places} description={copy.placesMeaning} isOn={settings.hidePlaces} onChange={(hidePlaces) => change({ hidePlaces })} />
          </div>
        </div>
      )}
      <Quiet>{copy.always}</Quiet>
    </Section>
  )
}
