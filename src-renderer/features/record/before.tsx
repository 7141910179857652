import { useMutation, useQuery } from '@tanstack/react-query'
import { CircleDot, Headphones } from 'lucide-react'
import { useState, type ReactNode, type SyntheticEvent } from 'react'
import { recordingModeSchema, type Settings, type SettingsChange } from '../../../src-shared/domain/settings.ts'
import { record as copy } from '../../copy/record.ts'
import { hrefOf, openCapture, useQueries, useRecorderClient, useSotto } from '../../rpc/index.ts'
import { Banner, Button, Field, Icon, Link, PageTitle, Radio, Select } from '../../ui/index.ts'
import { chooseFiles } from '../library/index.ts'
import { languageOptions } from '../note/index.ts'
import { useNamedFile } from '../models/index.ts'
import { startRecording, useMicrophones, useWhere } from '../recorder/index.ts'
import { useTakenOffer } from '../offers/index.ts'
import { AgreementStep } from './agreement.tsx'
import { peopleAs, peopleIn } from './people.ts'
import { FailurePanel } from '../failure/index.ts'
import styles from './record.module.css'

const USUAL = 'usual'

interface BeforeProps {
  settings: Settings
  onChange: (to: SettingsChange) => void
}

/** What there is to say before a recording: nothing must be, except where the person wants everyone's agreement first. */
export function Before({ settings, onChange }: BeforeProps): ReactNode {
  const client = useSotto()
  const recorder = useRecorderClient()
  const where = useWhere()
  const { sides } = settings
  const [title, setTitle] = useState(() => useTakenOffer.getState().title)
  const [people, setPeople] = useState(() => peopleAs(useTakenOffer.getState().participants))
  const [language, setLanguage] = useState('auto')
  const microphones = useMicrophones()
  const microphone = microphones.find(({ label }) => label === settings.microphone)
  // One that is plugged out just now stays chosen: it may be back tomorrow.
  const [mode, setMode] = useState(settings.mode)
  const [hasAgreed, setAgreed] = useState(false)
  const start = useMutation({
    onSuccess: () => useTakenOffer.setState({ id: null, title: '', participants: [] }),
    mutationFn: () =>
      startRecording({
        client,
        recorder,
        channels: sides === 'both' ? 2 : 1,
        mode,
        microphone: microphone?.id,
        about: {
          title: title.trim(),
          participants: peopleIn(people),
          agreement: hasAgreed ? 'everyone-agreed' : 'reminded',
          isHeardLive: settings.words === 'live',
          language,
        },
      }),
  })
  const isRequired = settings.agreement === 'require'
  const missing = isRequired && !hasAgreed ? copy.agreement.required : undefined
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (missing !== undefined || start.isPending) return
    openCapture() // within the click: a browser opens a tab for nothing else
    start.mutate()
  }
  return (
    <form className={styles['page']} onSubmit={submit}>
      <PageTitle>{copy.title}</PageTitle>
      <NoModel />
      <div className={styles['pair']}>
        <Field label={copy.name} value={title} onChange={setTitle} placeholder={copy.namePlaceholder} autoComplete="off" />
        <Field label={copy.people} value={people} onChange={setPeople} description={copy.peopleHelp} autoComplete="off" />
      </div>
      <div className={styles['pair']}>
        <div className={styles['column']}>
          <Radio
            label={copy.sides.label}
            value={sides}
            onChange={(to) => onChange({ sides: to })}
            options={[
              { id: 'both', label: copy.sides.both, description: copy.sides.bothMeaning(where) },
              { id: 'mine', label: copy.sides.mine, description: copy.sides.mineMeaning },
            ]}
          />
          {sides === 'both' && (
            <p className={styles['hint']}>
              <Icon glyph={Headphones} />
              {copy.sides.headphones}
            </p>
          )}
          {microphones.length > 1 && (
            <Select
              label={copy.microphone}
              value={microphone?.id ?? USUAL}
              onChange={(id) => onChange({ microphone: microphones.find((one) => one.id === id)?.label ?? null })}
              options={[{ id: USUAL, label: copy.usual }, ...microphones]}
            />
          )}
        </div>
        <div className={styles['column']}>
          <Radio label={copy.mode.label} value={mode} onChange={setMode} options={modeOptions} />
          {mode !== 'sound-only' && (
            <>
              <Radio
                label={copy.hearing.label}
                value={settings.words}
                onChange={(to) => onChange({ words: to })}
                options={[
                  { id: 'live', label: copy.hearing.live, description: copy.hearing.liveMeaning },
                  { id: 'after', label: copy.hearing.after, description: copy.hearing.afterMeaning },
                ]}
              />
              <Select label={copy.language} value={language} onChange={setLanguage} options={[{ id: 'auto', label: copy.detect }, ...languageOptions()]} />
            </>
          )}
        </div>
      </div>
      <AgreementStep hasAgreed={hasAgreed} onChange={setAgreed} isRequired={isRequired} words={settings.notice ?? copy.agreement.words[mode]} />
      <FailurePanel title={copy.startFailed} error={start.error} />
      <div className={styles['actions']}>
        <Button type="submit" variant="recording" size="large" icon={CircleDot} isPending={start.isPending} disabledBecause={missing}>
          {copy.start}
        </Button>
        <Button variant="quiet" size="large" onPress={chooseFiles}>
          {copy.import}
        </Button>
      </div>
    </form>
  )
}

const modeOptions = recordingModeSchema.options.map((id) => ({ id, label: copy.mode.names[id], description: copy.mode.meanings[id] }))

function NoModel(): ReactNode {
  const models = useQuery(useQueries().models.list.queryOptions())
  const hasFile = useNamedFile()
  if (models.data === undefined || hasFile || models.data.some(({ installed }) => installed)) return null
  return (
    <Banner title={copy.noModel.title}>
      {copy.noModel.meaning} <Link href={hrefOf({ screen: 'models' })}>{copy.noModel.link}</Link>
    </Banner>
  )
}
