import { ChevronDown, ChevronUp, RotateCw } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { ShownSummary } from '../../../src-shared/contract/app.ts'
import { shortDay } from '../../copy/amounts.ts'
import { note } from '../../copy/note.ts'
import { summaryLife } from '../../copy/summary-life.ts'
import type { Remade } from '../../../src-shared/domain/summary.ts'
import type { JudgedSection } from '../../../src-shared/domain/verdict.ts'
import { Button, IconButton } from '../../ui/index.ts'
import { Chips, type Evidence } from './evidence.tsx'
import { JudgedLine, placed, type Placed } from './judged-line.tsx'
import type { Judging } from './judging.ts'
import { RejectedLines } from './rejected-lines.tsx'
import { Topics } from './topics.tsx'
import { Words } from './words.tsx'
import styles from './summary.module.css'

const copy = note.summary
type Line = ShownSummary['overview'][number]
/** Lines of the overview that are shown before it is unfolded. */
const AT_FIRST = 5
type Action = ShownSummary['actions'][number]

/** What was made of the words: behind a rule, with who made it, a way back to the words from every line, and a person's word on it. */
export function SummaryView({ summary, evidence, judging }: { summary: ShownSummary; evidence: Evidence; judging?: Judging }): ReactNode {
  const [actions, possible] = byTier(placed(summary.actions))
  const [decisions, perhapsDecided] = byTier(placed(summary.decisions))
  const parts = [summary.sections ?? [], summary.overview, summary.decisions, summary.actions, summary.questions, summary.topics]
  const isEmpty = parts.every((part) => part.length === 0)
  const common = { evidence, judging }
  return (
    <div className={styles['summary']}>
      <p className={styles['maker']}>{makerOf(summary)}</p>
      {summary.engine.options?.['uncounted'] !== undefined && <p className={styles['note']}>{summaryLife.uncounted}</p>}
      {summary.withheld !== undefined && (
        <p className={styles['note']}>
          {summaryLife.withheld(summary.withheld.length)} <Chips lines={summary.withheld} evidence={evidence} />
        </p>
      )}
      {isEmpty && <p>{copy.nothing}</p>}
      <Part title={copy.overview} lines={placed(summary.overview)} section="overview" {...common} isProse />
      {summary.sections?.map(({ heading, lines }) => (
        <Part key={heading} title={heading} lines={placed(lines)} {...common} whenEmpty={copy.nothingSaid} />
      ))}
      <Part title={copy.decisions} lines={decisions} section="decisions" {...common} />
      {perhapsDecided.length > 0 && (
        <details className={styles['possible']}>
          <summary className={styles['fold']}>{copy.possibleDecisions(perhapsDecided.length)}</summary>
          <p className={styles['note']}>{copy.possibleDecisionsMeaning}</p>
          <Lines lines={perhapsDecided} section="decisions" {...common} />
        </details>
      )}
      {actions.length > 0 && (
        <section className={styles['part']}>
          <Heading title={copy.actions} section="actions" judging={judging} />
          <Actions actions={actions} {...common} />
        </section>
      )}
      {possible.length > 0 && (
        <details className={styles['possible']}>
          <summary className={styles['fold']}>{copy.possible(possible.length)}</summary>
          <p className={styles['note']}>{copy.possibleMeaning}</p>
          <Actions actions={possible} {...common} />
        </details>
      )}
      <Part title={copy.questions} lines={placed(summary.questions)} section="questions" {...common} />
      <Topics topics={summary.topics} evidence={evidence} />
      {judging !== undefined && <RejectedLines noteId={judging.noteId} reveal={judging.cannotEditBecause === undefined} />}
      {judging !== undefined && !isEmpty && <p className={styles['note']}>{summaryLife.explained}</p>}
    </div>
  )
}

/** What is sure, and what only may be. */
function byTier<Of extends Line>(lines: readonly Placed<Of>[]): [Placed<Of>[], Placed<Of>[]] {
  return [lines.filter(({ line }) => line.possible !== true), lines.filter(({ line }) => line.possible === true)]
}

function makerOf({ engine }: ShownSummary): string {
  return engine.engine === 'embedded' ? copy.builtIn : copy.byModel(engine.model ?? copy.ollama)
}

function Part({
  title,
  lines,
  section,
  evidence,
  judging,
  isProse = false,
  whenEmpty,
}: {
  title: string
  lines: readonly Placed[]
  /** None for a template's section. */
  section?: JudgedSection
  evidence: Evidence
  judging: Judging | undefined
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
      <Heading title={title} section={section} judging={judging} />
      {lines.length === 0 && <p className={styles['unsaid']}>{whenEmpty}</p>}
      <Lines lines={isCut ? lines.slice(0, AT_FIRST) : lines} section={section} evidence={evidence} judging={judging} isProse={isProse} />
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

/** A section's title, with a way to make it anew by itself. */
function Heading({ title, section, judging }: { title: string; section: Remade | undefined; judging: Judging | undefined }): ReactNode {
  if (judging === undefined || section === undefined) return <h2 className={styles['heading']}>{title}</h2>
  const { remake, cannotRemakeBecause } = judging
  return (
    <div className={styles['headRow']}>
      <h2 className={styles['heading']}>{title}</h2>
      <IconButton
        glyph={RotateCw}
        size="small"
        label={summaryLife.again(title)}
        onPress={() => remake(section)}
        disabledBecause={cannotRemakeBecause}
      />
    </div>
  )
}

interface LinesProps {
  lines: readonly Placed[]
  section: JudgedSection | undefined
  evidence: Evidence
  judging: Judging | undefined
  isProse?: boolean
}

function Lines({ lines, section, evidence, judging, isProse = false }: LinesProps): ReactNode {
  if (lines.length === 0) return null
  return (
    <ul className={isProse ? styles['prose'] : styles['lines']}>
      {lines.map((at) => (
        <li key={at.index} className={styles['line']}>
          <JudgedLine at={at} section={section} evidence={evidence} judging={judging} />
        </li>
      ))}
    </ul>
  )
}

function Actions({ actions, evidence, judging }: { actions: readonly Placed<Action>[]; evidence: Evidence; judging: Judging | undefined }): ReactNode {
  return (
    <ul className={styles['lines']}>
      {actions.map(({ line: action, index }) => (
        <li key={index} className={styles['line']}>
          <JudgedLine at={{ line: action, index }} section="actions" evidence={evidence} judging={judging} />
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
