import type { ReactNode } from 'react'
import { settings } from '../../copy/settings.ts'
import { Segmented } from '../../ui/index.ts'
import { useRecordingPreferences } from '../recorder/index.ts'
import { SettingRow } from './setting-row.tsx'
import styles from './settings.module.css'

const copy = settings.recording

export function Recording(): ReactNode {
  const ask = useRecordingPreferences((preferences) => preferences.ask)
  const choose = useRecordingPreferences((preferences) => preferences.choose)
  return (
    <section className={styles['section']}>
      <h2 className={styles['heading']}>{copy.title}</h2>
      <div className={styles['rows']}>
        <SettingRow title={copy.agreement} meaning={copy.meaning[ask]}>
          <Segmented
            label={copy.agreement}
            value={ask}
            onChange={(to) => choose({ ask: to })}
            segments={[
              { id: 'remind', label: copy.remind },
              { id: 'require', label: copy.require },
            ]}
          />
        </SettingRow>
      </div>
      <p className={styles['quiet']}>{copy.kept}</p>
    </section>
  )
}
