import { useMutation } from '@tanstack/react-query'
import { Download, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { privacy } from '../../copy/privacy.ts'
import { saveFile, useSotto, type SottoClient } from '../../rpc/index.ts'
import { Banner, Button, ErrorPanel, Quiet, Section, announce, showToast } from '../../ui/index.ts'
import { FailurePanel } from '../failure/index.ts'
import styles from './privacy.module.css'

const copy = privacy.audit
type Checked = Awaited<ReturnType<SottoClient['audit']['verify']>>

/** The record of what was done: checked here and now, or taken away to be checked by others. */
export function AuditTrail(): ReactNode {
  const client = useSotto()
  const check = useMutation({
    mutationFn: () => client.audit.verify({}),
    onSuccess: (checked) => announce(checked.ok ? copy.ok(checked.entries) : copy.broken(checked.firstBad ?? 0)),
  })
  const save = useMutation({
    mutationFn: async () => Array.fromAsync(await client.audit.export({}), (line) => `${line}\n`),
    onSuccess: (lines) => {
      saveFile(`sotto-audit-${new Date().toISOString().slice(0, 10)}.jsonl`, 'application/jsonl', lines)
      showToast({ text: copy.exported })
    },
  })
  return (
    <Section title={copy.title}>
      <Quiet>{copy.meaning}</Quiet>
      <div className={styles['actions']}>
        <Button icon={ShieldCheck} isPending={check.isPending} onPress={() => check.mutate()}>
          {copy.check}
        </Button>
        <Button icon={Download} isPending={save.isPending} onPress={() => save.mutate()}>
          {copy.export}
        </Button>
      </div>
      {check.data !== undefined && <Outcome checked={check.data} />}
      <FailurePanel title={copy.failed} error={check.error} headingLevel={3} />
      <FailurePanel title={copy.exportFailed} error={save.error} headingLevel={3} />
    </Section>
  )
}

function Outcome({ checked }: { checked: Checked }): ReactNode {
  if (!checked.ok)
    return <ErrorPanel title={copy.broken(checked.firstBad ?? 0)} meaning={copy.brokenMeaning} details={checked.problem ?? ''} headingLevel={3} />
  return (
    <Banner tone="good" title={copy.ok(checked.entries)}>
      <p className={styles['device']}>{copy.okMeaning(checked.device)}</p>
    </Banner>
  )
}
