import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { ShownNote } from '../../../src-shared/contract/app.ts'
import type { EngineName } from '../../../src-shared/domain/summary.ts'
import {
  customSections, LENGTHS, mannerSchema, sectionsOf, TEMPLATE_NAMES, templateNameSchema, TONES, type Manner, type TemplateName,
} from '../../../src-shared/domain/template.ts'
import { note } from '../../copy/note.ts'
import { summaryLife } from '../../copy/summary-life.ts'
import { useSotto } from '../../rpc/index.ts'
import { Button, Dialog, Field, Radio, Select, TextArea } from '../../ui/index.ts'
import type { Work } from './jobs.ts'
import { useStale } from './stale.ts'
import { FailurePanel } from '../failure/index.ts'
import styles from './note.module.css'

const copy = note.redo
const words = summaryLife.manner

const TEMPLATES = TEMPLATE_NAMES.map((name) => ({
  id: name,
  label: copy.templates[name],
  description: name === 'custom' ? copy.customShort : copy.templateMeaning(sectionsOf({ name }).map(({ heading }) => heading)),
}))

const LENGTH_OPTIONS = LENGTHS.map((id) => ({ id, label: words.lengths[id] }))
const TONE_OPTIONS = TONES.map((id) => ({ id, label: words.tones[id] }))

const templateOf = (shown: ShownNote): TemplateName => templateNameSchema.catch('general').parse(shown.summary?.engine.template)

/** Asks who should make the summary. The one there is stays until another stands. */
export function RedoSummary({ note: shown, work, onClose }: { note: ShownNote; work: Work; onClose: () => void }): ReactNode {
  const client = useSotto()
  const [engine, setEngine] = useState<EngineName>(shown.summary?.engine.engine ?? 'embedded')
  const [model, setModel] = useState(shown.summary?.engine.model ?? '')
  const [template, setTemplate] = useState<TemplateName>(templateOf(shown))
  const [custom, setCustom] = useState(shown.summary?.engine.customTemplate ?? '')
  const before: Manner = shown.summary?.engine.manner ?? {}
  const [length, setLength] = useState<NonNullable<Manner['length']>>(before.length ?? 'usual')
  const [tone, setTone] = useState<NonNullable<Manner['tone']>>(before.tone ?? 'plain')
  const [language, setLanguage] = useState(before.language ?? '')
  const byModel = engine === 'ollama' ? { ...(tone !== 'plain' && { tone }), ...(language.trim() !== '' && { language: language.trim() }) } : {}
  const manner: Manner = { ...(length !== 'usual' && { length }), ...byModel }
  const isUnfinished = template === 'custom' && customSections(custom).length === 0
  const missing = isUnfinished ? copy.customMissing : mannerSchema.safeParse(manner).success ? undefined : words.noLanguage
  const redo = useMutation({
    mutationFn: () =>
      client.notes.resummarize({
        id: shown.id,
        params: {
          engine,
          ...(engine === 'ollama' && model.trim() !== '' && { model: model.trim() }),
          template: { name: template, ...(template === 'custom' && { custom }), ...(Object.keys(manner).length > 0 && { manner }) },
        },
      }),
    onSuccess: () => {
      useStale.getState().settle(shown.id)
      work.watchAgain()
      onClose()
    },
  })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={copy.title}
      mainAction={
        <Button variant="primary" isPending={redo.isPending} disabledBecause={missing} onPress={() => redo.mutate()}>
          {copy.start}
        </Button>
      }
      leaveAction={<Button onPress={onClose}>{note.cancel}</Button>}
    >
      <div className={styles['form']}>
        <Radio
          label={copy.engine}
          value={engine}
          onChange={setEngine}
          options={[
            { id: 'embedded', label: copy.embedded, description: copy.embeddedMeaning },
            { id: 'ollama', label: copy.ollama, description: copy.ollamaMeaning },
          ]}
        />
        {engine === 'ollama' && <Field label={copy.model} value={model} onChange={setModel} description={copy.modelMeaning} isMono />}
        <Select label={copy.template} options={TEMPLATES} value={template} onChange={setTemplate} />
        {template === 'custom' && <TextArea label={copy.custom} value={custom} onChange={setCustom} description={copy.customMeaning} />}
        <Select label={words.length} options={LENGTH_OPTIONS} value={length} onChange={setLength} />
        {engine === 'ollama' && (
          <>
            <Select label={words.tone} options={TONE_OPTIONS} value={tone} onChange={setTone} />
            <Field label={words.language} value={language} onChange={setLanguage} description={words.languageMeaning} isMono />
          </>
        )}
        <p className={styles['quiet']}>{copy.meaning}</p>
        <FailurePanel error={redo.error} headingLevel={3} />
      </div>
    </Dialog>
  )
}
