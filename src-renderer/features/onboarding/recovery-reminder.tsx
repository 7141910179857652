import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { messageOf } from '../../copy/failures.ts'
import { onboarding } from '../../copy/onboarding.ts'
import { useSotto } from '../../rpc/index.ts'
import { Banner, Button } from '../../ui/index.ts'

const copy = onboarding.reminder

/** Setting up was cut off before the words were confirmed. The old words cannot be shown again, so new ones are made. */
export function RecoveryReminder({ onRenewed }: { onRenewed: (words: readonly string[]) => void }): ReactNode {
  const client = useSotto()
  const renew = useMutation({
    mutationFn: () => client.system.renewRecovery({}),
    onSuccess: ({ recoveryWords }) => onRenewed(recoveryWords),
  })
  return (
    <Banner
      tone="warning"
      title={copy.title}
      actions={
        <Button size="small" isPending={renew.isPending} onPress={() => renew.mutate()}>
          {copy.show}
        </Button>
      }
    >
      {messageOf(renew.error) ?? copy.meaning}
    </Banner>
  )
}
