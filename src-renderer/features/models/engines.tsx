import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DoctorCheck } from '../../../src-shared/contract/app.ts'
import { models } from '../../copy/models.ts'
import { useQueries } from '../../rpc/index.ts'
import { Badge, Quiet, Section } from '../../ui/index.ts'
import { Learning } from './learning.tsx'
import styles from './models.module.css'

const copy = models.engine

/** What makes summaries and what hears, as the doctor finds it now. */
export function Engines(): ReactNode {
  const doctor = useQuery(useQueries().system.doctor.queryOptions({ input: {}, staleTime: 30_000 }))
  const checkOf = (name: string): DoctorCheck | undefined => doctor.data?.find((check) => check.name === name)
  return (
    <Section title={models.engines}>
      <ul className={styles['rows']}>
        <Engine title={copy.embedded} detail={copy.embeddedMeaning} badge={<Badge tone="good">{models.state.always}</Badge>} />
        <Learning />
        <Checked title={copy.ollama} check={checkOf('ollama')} isPending={doctor.isPending} extra={copy.ollamaWhere} />
        <Checked title={copy.speech} check={checkOf('speech engine')} isPending={doctor.isPending} />
        <Checked title={copy.speechModel} check={checkOf('speech model')} isPending={doctor.isPending} />
      </ul>
    </Section>
  )
}

function Checked({
  title,
  check,
  isPending,
  extra,
}: {
  title: string
  check: DoctorCheck | undefined
  isPending: boolean
  extra?: string
}): ReactNode {
  const detail = check?.detail ?? (isPending ? models.loading : copy.unknown)
  const isOk = check?.state === 'ok'
  return (
    <Engine
      title={title}
      detail={extra === undefined ? detail : `${detail} ${extra}`}
      badge={
        check !== undefined &&
        !isOk && (
          <Badge tone={check.state === 'failed' ? 'danger' : 'warning'} icon={TriangleAlert}>
            {models.state[check.state]}
          </Badge>
        )
      }
    />
  )
}

function Engine({ title, detail, badge }: { title: string; detail: string; badge: ReactNode }): ReactNode {
  return (
    <li className={styles['row']}>
      <div className={styles['line']}>
        <div className={styles['what']}>
          <h3 className={styles['name']}>{title}</h3>
          <Quiet>{detail}</Quiet>
        </div>
        {badge}
      </div>
    </li>
  )
}
