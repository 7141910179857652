import { ChevronDown, ChevronUp, CircleHelp } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { ShownSummary } from '../../../src-shared/contract/app.ts'
import { shortDay } from '../../copy/amounts.ts'
import { note } from '../../copy/note.ts'
import { Badge, Button } from '../../ui/index.ts'
import { Chips, type Evidence } from './evidence.tsx'
import { Topics } from './topics.tsx'
import { Words } from './words.tsx'
import styles from './summary.module.css'

const copy = note.summary
type Line = ShownSummary['overview'][number]
/** Lines of the overview that are shown before it is unfolded. */
const AT_FIRST = 5
type Action = ShownSummary['actions'][number]

/** What was made of the words: behind a rule, with who made it, and with a way back to the words from every line. */
export function SummaryView({ summary, evidence }: { summary: ShownSummary; evidence: Evidence }): ReactNode {
  const actions = summary.actions.filter((action) => action.possible !== true)
  const possible = summary.actions.filter((action) => action.possible === true)
  const decisions = summary.decisions.filter((decision) => decision.possible !== true)
  const perhapsDecided = summary.decisions.filter((decision) => decision.possible === true)
  const parts = [summary.sections ?? [], summary.overview, summary.decisions, summary.actions, summary.questions, summary.topics]
  const isEmpty = parts.every((part) => part.length === 0)
  return (
    <div className={styles['summary']}>
      <p className={styles['maker']}>{makerOf(summary)}</p>
      {isEmpty && <p>{copy.nothing}</p>}
      <Part title={copy.overview} lines={summary.overview} evidence={evidence} isProse />
      {summary.sections?.map(({ heading, lines }) => (
        <Part key={heading} title={heading} lines={lines} evidence={evidence} whenEmpty={copy.nothingSaid} />
      ))}
      <Part title={copy.decisions} lines={decisions} evidence={evidence} />
      {perhapsDecided.length > 0 && (
        <details className={styles['possible']}>
          <summary className={styles['fold']}>{copy.possibleDecisions(perhapsDecided.length)}</summary>
          <p className={styles['note']}>{copy.possibleDecisionsMeaning}</p>
          <Lines lines={perhapsDecided} evidence={evidence} />
        </details>
      )}
      {actions.length > 0 && (
        <section className={styles['part']}>
          <h2 className={styles['heading']}>{copy.actions}</h2>
          <Actions actions={actions} evidence={evidence} />
        </section>
      )}
      {possible.length > 0 && (
        <details className={styles['possible']}>
          <summary className={styles['fold']}>{copy.possible(possible.length)}</summary>
          <p className={styles['note']}>{copy.possibleMeaning}</p>
          <Actions actions={possible} evidence={evidence} />
        </details>
      )}
      <Part title={copy.questions} lines={summary.questions} evidence={evidence} />
      <Topics topics={summary.topics} evidence={evidence} />
    </div>
  )
}

function makerOf({ engine }: ShownSummary): string {
  return engine.engine === 'embedded' ? copy.builtIn : copy.byModel(engine.model ?? copy.ollama)
}

function Part({
  title,
  lines,
  evidence,
  isProse = false,
  whenEmpty,
}: {
  title: string
  lines: readonly Line[]
  evidence: Evidence
  isProse?: boolean
  /** Said under the title when there are no lines; without it the part is left out. */
  whenEmpty?: string
}): ReactNode {
  const [isWhole, setWhole] = useState(false)
  if (lines.length === 0 && whenEmpty === undefined) return null
  // What was decided and promised should be seen without scrolling past all that was talked about.
  const isCut = isProse && !isWhole && lines.length > AT_FIRST + 1
  return (
    <section className={styles['part']}>
      <h2 className={styles['heading']}>{title}</h2>
      {lines.length === 0 && <p className={styles['unsaid']}>{whenEmpty}</p>}
      <Lines lines={isCut ? lines.slice(0, AT_FIRST) : lines} evidence={evidence} isProse={isProse} />
      {isProse && lines.length > AT_FIRST + 1 && (
        <div className={styles['more']}>
          <Button variant="quiet" size="small" icon={isCut ? ChevronDown : ChevronUp} aria-expanded={!isCut} onPress={() => setWhole(isCut)}>
            {isCut ? copy.more(lines.length - AT_FIRST) : copy.less}
          </Button>
        </div>
      )}
    </section>
  )
}

function Lines({ lines, evidence, isProse = false }: { lines: readonly Line[]; evidence: Evidence; isProse?: boolean }): ReactNode {
  if (lines.length === 0) return null
  return (
    <ul className={isProse ? styles['prose'] : styles['lines']}>
      {lines.map((line, at) => (
        <li key={at} className={styles['line']}>
          <LineText line={line} evidence={evidence} />
        </li>
      ))}
    </ul>
  )
}

function LineText({ line, evidence }: { line: Line; evidence: Evidence }): ReactNode {
  return (
    <span dir="auto">
      <Words text={line.text} /> <Chips lines={line.segments} evidence={evidence} />
      {line.unsupported === true && (
        <Badge tone="warning" icon={CircleHelp}>
          {copy.unsupported}
        </Badge>
      )}
    </span>
  )
}

function Actions({ actions, evidence }: { actions: readonly Action[]; evidence: Evidence }): ReactNode {
  return (
    <ul className={styles['lines']}>
      {actions.map((action, at) => (
        <li key={at} className={styles['line']}>
          <LineText line={action} evidence={evidence} />
          <p className={styles['facts']}>
            {action.owner === undefined ? <span className={styles['unsaid']}>{copy.noOwner}</span> : <Words text={action.owner} />}
            <span aria-hidden> · </span>
            {dueOf(action) ?? <span className={styles['unsaid']}>{copy.noDue}</span>}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** The day, with the words it was taken from where they say more. */
function dueOf({ due, duePhrase }: Action): string | undefined {
  if (due === undefined) return duePhrase === undefined ? undefined : copy.due(duePhrase)
  return copy.due(duePhrase === undefined ? shortDay(due) : `${shortDay(due)} (${duePhrase})`)
}
