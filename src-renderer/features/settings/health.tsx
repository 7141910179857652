import { useMutation } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, Stethoscope, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DoctorCheck } from '../../../src-shared/contract/app.ts'
import { settings } from '../../copy/settings.ts'
import { useSotto } from '../../rpc/index.ts'
import { Badge, Button, type Column, type IconGlyph, Quiet, Section, Table, type Tone, announce } from '../../ui/index.ts'
import { FailurePanel } from '../failure/index.ts'
import styles from './settings.module.css'

const copy = settings.health
const LOOKS: Readonly<Record<DoctorCheck['state'], { readonly tone: Tone; readonly icon: IconGlyph }>> = {
  ok: { tone: 'good', icon: CircleCheck },
  warning: { tone: 'warning', icon: TriangleAlert },
  failed: { tone: 'danger', icon: CircleAlert },
}

const COLUMNS: readonly Column<DoctorCheck>[] = [
  { id: 'what', title: copy.what, isRowHeader: true, cell: ({ name }) => <span className={styles['check']}>{name}</span> },
  {
    id: 'state',
    title: copy.found,
    cell: ({ state }) => (
      <Badge tone={LOOKS[state].tone} icon={LOOKS[state].icon}>
        {copy.state[state]}
      </Badge>
    ),
  },
  {
    id: 'detail',
    title: copy.detail,
    cell: ({ name, detail, fix }) => (
      <>
        {detail}
        {fix !== undefined && <span className={styles['fix']}>{copy.todo(copy.fixes[name] ?? fix)}</span>}
      </>
    ),
  },
]

/** The doctor's report, when asked for. */
export function Health(): ReactNode {
  const client = useSotto()
  const check = useMutation({ mutationFn: () => client.system.doctor({}), onSuccess: (found) => announce(verdictOf(found)) })
  return (
    <Section title={copy.title}>
      <Quiet>{copy.meaning}</Quiet>
      <div>
        <Button icon={Stethoscope} isPending={check.isPending} onPress={() => check.mutate()}>
          {copy.check}
        </Button>
      </div>
      <FailurePanel title={copy.failed} error={check.error} headingLevel={3} />
      {check.data !== undefined && <Table caption={verdictOf(check.data)} columns={COLUMNS} rows={check.data} keyOf={({ name }) => name} />}
    </Section>
  )
}

function verdictOf(checks: readonly DoctorCheck[]): string {
  const findings = checks.filter(({ state }) => state !== 'ok').length
  return findings === 0 ? copy.fine : copy.findings(findings)
}
