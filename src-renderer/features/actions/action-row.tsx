import { ArrowRight, CircleHelp } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ListedAction } from '../../../src-shared/contract/app.ts'
import { actions as copy } from '../../copy/actions.ts'
import { shortDay } from '../../copy/amounts.ts'
import { hrefOf } from '../../rpc/index.ts'
import { Badge, Icon, Link } from '../../ui/index.ts'
import { Words } from '../note/index.ts'
import styles from './actions.module.css'

/** One promise. What was not said, who or when, is said to be missing. */
export function ActionRow({ action, hasOwnNote }: { action: ListedAction; hasOwnNote: boolean }): ReactNode {
  const [segment] = action.segments
  return (
    <li className={styles['row']}>
      <div className={styles['words']}>
        <p className={styles['text']} dir="auto">
          <Words text={action.text} />
        </p>
        <p className={styles['facts']}>
          {action.owner === undefined ? (
            <span className={styles['unsaid']}>{copy.unassigned}</span>
          ) : (
            <span>
              <Words text={action.owner} />
            </span>
          )}
          <Due action={action} />
          {hasOwnNote && (
            <Link variant="quiet" href={hrefOf({ screen: 'note', id: action.noteId })}>
              {copy.from(action.noteTitle ?? copy.untitled)}
            </Link>
          )}
          {action.unsupported === true && (
            <Badge tone="warning" icon={CircleHelp}>
              {copy.unsupported}
            </Badge>
          )}
        </p>
      </div>
      {segment !== undefined && (
        <span className={styles['go']}>
          <Link variant="quiet" href={hrefOf({ screen: 'note', id: action.noteId, segment })}>
            {copy.moment}
            <Icon glyph={ArrowRight} />
          </Link>
        </span>
      )}
    </li>
  )
}

function Due({ action: { due, duePhrase } }: { action: ListedAction }): ReactNode {
  if (due === undefined)
    return duePhrase === undefined ? <span className={styles['unsaid']}>{copy.undated}</span> : <span>{copy.due(duePhrase)}</span>
  return (
    <span>
      {copy.due(shortDay(due))}
      {duePhrase !== undefined && <span className={styles['unsaid']}> ({duePhrase})</span>}
    </span>
  )
}
