import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { recordingModeSchema, type Settings, type SettingsChange } from '../../../src-shared/domain/settings.ts'
import { record } from '../../copy/record.ts'
import { settings as words } from '../../copy/settings.ts'
import { useQueries } from '../../rpc/index.ts'
import { Quiet, Section, Segmented, Select, Switch } from '../../ui/index.ts'
import { useMicrophones, useSettings } from '../recorder/index.ts'
import { Notice } from './notice.tsx'
import { SettingRow } from './setting-row.tsx'
import styles from './settings.module.css'

const copy = words.recording
const USUAL = 'usual'

/** How every recording begins, until it is chosen otherwise before one. */
export function Recording(): ReactNode {
  const { settings, change } = useSettings()
  return (
    <Section title={copy.title}>
      {settings !== undefined && <Rows settings={settings} onChange={change} />}
      <Quiet>{copy.kept}</Quiet>
    </Section>
  )
}

interface RowsProps {
  settings: Settings
  onChange: (to: SettingsChange) => void
}

function Rows({ settings, onChange }: RowsProps): ReactNode {
  return (
    <div className={styles['rows']}>
      <SettingRow title={copy.agreement} meaning={copy.meaning[settings.agreement]}>
        <Segmented
          label={copy.agreement}
          value={settings.agreement}
          onChange={(agreement) => onChange({ agreement })}
          segments={[
            { id: 'remind', label: copy.remind },
            { id: 'require', label: copy.require },
          ]}
        />
      </SettingRow>
      <Notice notice={settings.notice} onChange={(notice) => onChange({ notice })} />
      <SettingRow title={copy.mode} meaning={record.mode.meanings[settings.mode]}>
        <Select
          label={copy.mode}
          isLabelHidden
          value={settings.mode}
          onChange={(mode) => onChange({ mode })}
          options={recordingModeSchema.options.map((id) => ({ id, label: record.mode.names[id] }))}
        />
      </SettingRow>
      <SettingRow title={copy.sides} meaning={settings.sides === 'both' ? copy.both : record.sides.mineMeaning}>
        <Segmented
          label={copy.sides}
          value={settings.sides}
          onChange={(sides) => onChange({ sides })}
          segments={[
            { id: 'both', label: record.sides.both },
            { id: 'mine', label: record.sides.mine },
          ]}
        />
      </SettingRow>
      <MicrophoneRow settings={settings} onChange={onChange} />
      <SettingRow title={copy.words} meaning={settings.words === 'live' ? record.hearing.liveMeaning : record.hearing.afterMeaning}>
        <Segmented
          label={copy.words}
          value={settings.words}
          onChange={(to) => onChange({ words: to })}
          segments={[
            { id: 'live', label: record.hearing.live },
            { id: 'after', label: record.hearing.after },
          ]}
        />
      </SettingRow>
      <div className={styles['row']}>
        <Sparing isOn={settings.sparing} onChange={(sparing) => onChange({ sparing })} />
      </div>
    </div>
  )
}

function Sparing({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }): ReactNode {
  const power = useQuery(useQueries().system.power.queryOptions({ input: {} })).data
  const now = power === undefined ? '' : power.isHot ? copy.power.hot : copy.power[power.supply]
  return <Switch label={copy.sparing} description={`${copy.sparingMeaning} ${now}`} isOn={isOn} onChange={onChange} />
}

function MicrophoneRow({ settings: { microphone }, onChange }: RowsProps): ReactNode {
  const names = [...new Set([...useMicrophones().map(({ label }) => label), ...(microphone === null ? [] : [microphone])])]
  return (
    <SettingRow title={copy.microphone} meaning={names.length === 0 ? copy.microphoneUnknown : copy.microphoneMeaning}>
      <Select
        label={copy.microphone}
        isLabelHidden
        value={microphone === null ? USUAL : idOf(microphone)}
        onChange={(id) => onChange({ microphone: names.find((name) => idOf(name) === id) ?? null })}
        options={[{ id: USUAL, label: record.usual }, ...names.map((name) => ({ id: idOf(name), label: name }))]}
      />
    </SettingRow>
  )
}

/** A device may be called as our own entry is. */
const idOf = (name: string): string => `device:${name}`
