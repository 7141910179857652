import { useMutation } from '@tanstack/react-query'
import { useId, useState, type ReactNode, type SubmitEvent } from 'react'
import { failedWith, toFailure } from '../../../src-shared/errors/failure.ts'
import { settings } from '../../copy/settings.ts'
import { useSotto } from '../../rpc/index.ts'
import { Button, Dialog, Field, showToast } from '../../ui/index.ts'
import { NewPassphrase, useNewPassphrase } from '../onboarding/index.ts'
import { SettingRow } from './setting-row.tsx'
import { FailurePanel } from '../failure/index.ts'
import styles from './settings.module.css'

const copy = settings.lock

export function ChangePassphrase(): ReactNode {
  const [isOpen, setOpen] = useState(false)
  return (
    <SettingRow title={copy.change} meaning={copy.changeMeaning}>
      <Button onPress={() => setOpen(true)}>{copy.change}</Button>
      {isOpen && <Change onClose={() => setOpen(false)} />}
    </SettingRow>
  )
}

/** Asks for the present passphrase too, so that nobody else can change it at an open window. What was typed goes with the dialog. */
function Change({ onClose }: { onClose: () => void }): ReactNode {
  const client = useSotto()
  const formId = useId()
  const [passphrase, setPassphrase] = useState('')
  const next = useNewPassphrase()
  const change = useMutation({
    mutationFn: () => client.system.changePassphrase({ passphrase, newPassphrase: next.value }),
    onSuccess: () => {
      onClose()
      showToast({ text: copy.changed, tone: 'good' })
    },
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (next.check() && passphrase !== '' && !change.isPending) change.mutate()
  }
  const failure = change.error === null ? null : toFailure(change.error)
  const isWrong = failedWith(failure, 'WRONG_PASSPHRASE')
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={copy.change}
      mainAction={
        <Button type="submit" form={formId} variant="primary" isPending={change.isPending}>
          {copy.save}
        </Button>
      }
      leaveAction={<Button onPress={onClose}>{settings.cancel}</Button>}
    >
      <form id={formId} className={styles['form']} onSubmit={submit}>
        <Field
          label={copy.current}
          type="secret"
          name="passphrase"
          autoComplete="current-password"
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
          isRequired
          error={isWrong ? copy.wrong : undefined}
        />
        <NewPassphrase state={next} label={copy.new} />
        {!isWrong && <FailurePanel error={failure} headingLevel={3} />}
      </form>
    </Dialog>
  )
}
