import { useMutation } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, Stethoscope, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DoctorCheck } from '../../../src-shared/contract/app.ts'
import { toFailure } from '../../../src-shared/errors/failure.ts'
import { explainHere } from '../../copy/failures.ts'
import { settings } from '../../copy/settings.ts'
import { useSotto } from '../../rpc/index.ts'
import { announce, Badge, Button, ErrorPanel, Table, type Column, type IconGlyph, type Tone } from '../../ui/index.ts'
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
  const failure = check.error === null ? null : toFailure(check.error)
  return (
    <section className={styles['section']}>
      <h2 className={styles['heading']}>{copy.title}</h2>
      <p className={styles['quiet']}>{copy.meaning}</p>
      <div>
        <Button icon={Stethoscope} isPending={check.isPending} onPress={() => check.mutate()}>
          {copy.check}
        </Button>
      </div>
      {failure !== null && <ErrorPanel title={copy.failed} meaning={explainHere(failure).message} details={failure.code} headingLevel={3} />}
      {check.data !== undefined && <Table caption={verdictOf(check.data)} columns={COLUMNS} rows={check.data} keyOf={({ name }) => name} />}
    </section>
  )
}

function verdictOf(checks: readonly DoctorCheck[]): string {
  const findings = checks.filter(({ state }) => state !== 'ok').length
  return findings === 0 ? copy.fine : copy.findings(findings)
}
