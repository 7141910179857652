import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Settings, SettingsChange } from '../../../src-shared/domain/settings.ts'
import { settings as words } from '../../copy/settings.ts'
import { useQueries } from '../../rpc/index.ts'
import { Button, Field, Quiet, Section, Switch } from '../../ui/index.ts'
import { useSettings } from '../recorder/index.ts'
import styles from './settings.module.css'

const copy = words.offers
/** A calendar is read a moment after it is named. */
const LOOK_EVERY_MS = 2_000

/** When to offer a recording, and what can be watched for it on this computer. */
export function OfferSettings(): ReactNode {
  const { settings, change } = useSettings()
  return (
    <Section title={copy.title}>
      {settings !== undefined && <Rows key={settings.calendar} settings={settings} onChange={change} />}
      <Quiet>{copy.never}</Quiet>
    </Section>
  )
}

interface RowsProps {
  settings: Settings
  onChange: (to: SettingsChange) => void
}

function Rows({ settings, onChange }: RowsProps): ReactNode {
  const sources = useQuery(useQueries().offers.sources.queryOptions({ input: {}, refetchInterval: LOOK_EVERY_MS })).data
  const [path, setPath] = useState(settings.calendar ?? '')
  const isCalendar = path.trim() === '' || !/^[a-z]+:\/\//i.test(path.trim())
  const save = (calendar: string | null): void => onChange({ calendar })
  return (
    <div className={styles['rows']}>
      <div className={styles['row']}>
        <Switch
          label={copy.microphone}
          description={copy.microphoneMeaning}
          isOn={settings.offerOnMicrophone && sources?.microphone !== false}
          onChange={(offerOnMicrophone) => onChange({ offerOnMicrophone })}
          disabledBecause={sources?.microphone === false ? copy.microphoneUnknown : undefined}
        />
      </div>
      <div className={styles['row']}>
        <Switch label={copy.event} description={copy.eventMeaning} isOn={settings.offerOnEvent} onChange={(offerOnEvent) => onChange({ offerOnEvent })} />
      </div>
      <div className={styles['stack']}>
        <Field
          label={copy.calendar}
          value={path}
          onChange={setPath}
          autoComplete="off"
          description={settings.calendar !== null && sources?.calendar === 'read' ? copy.calendarRead : copy.calendarMeaning}
          error={!isCalendar ? copy.calendarAddress : settings.calendar !== null && sources?.calendar === 'unreadable' ? copy.calendarUnreadable : undefined}
        />
        <div className={styles['buttons']}>
          <Button
            onPress={() => save(path.trim())}
            disabledBecause={path.trim() === '' || path.trim() === settings.calendar || !isCalendar ? copy.calendarNothing : undefined}
          >
            {copy.calendarSave}
          </Button>
          {settings.calendar !== null && (
            <Button variant="quiet" onPress={() => save(null)}>
              {copy.calendarForget}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
