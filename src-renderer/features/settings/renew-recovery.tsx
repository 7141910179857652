import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { messageOf } from '../../copy/failures.ts'
import { settings } from '../../copy/settings.ts'
import { useSotto } from '../../rpc/index.ts'
import { Button, ConfirmDialog } from '../../ui/index.ts'
import { SettingRow } from './setting-row.tsx'

const copy = settings.lock

/** New recovery words: the old ones are worth nothing at once, so it asks. */
export function RenewRecovery({ onRenewed }: { onRenewed: (words: readonly string[]) => void }): ReactNode {
  const client = useSotto()
  const [isAsking, setAsking] = useState(false)
  const renew = useMutation({
    mutationFn: () => client.system.renewRecovery({}),
    onSuccess: ({ recoveryWords }) => {
      setAsking(false)
      onRenewed(recoveryWords)
    },
  })
  return (
    <SettingRow title={copy.renew} meaning={copy.renewMeaning}>
      <Button onPress={() => setAsking(true)}>{copy.renew}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={copy.renewTitle}
        confirmLabel={copy.renewConfirm}
        onConfirm={() => renew.mutate()}
        isDestructive
        isPending={renew.isPending}
        error={messageOf(renew.error)}
      >
        {copy.renewMeaning}
      </ConfirmDialog>
    </SettingRow>
  )
}
