import { findNote } from '../note-ref.ts'
import type { ExitCode, Invocation } from '../invocation.ts'
import { namesLine } from '../render-note.ts'
import { withStore } from '../store.ts'

/** `sotto names keep ID`, `sotto names limit ID --days N` */
export function limitNames(invocation: Invocation, ref: string, days: number | null): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    const id = await findNote(client, ref)
    const names = await client.notes.limitNames({ id, days })
    invocation.terminal.result({ id, names }, () => [namesLine(names)])
    return 0
  })
}

/** `sotto why ID`: every place where something is hidden, without saying what. */
export function why(invocation: Invocation, ref: string): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    const id = await findNote(client, ref)
    const hidden = await client.notes.hidden({ id })
    invocation.terminal.result({ id, hidden }, () =>
      hidden.map(({ token, place, segment, score, recognizer, cue }) => {
        const where = segment === null ? place : `${place} [${segment}]`
        return `${where.padEnd(16)} ${token.padEnd(18)} ${score.toFixed(2)}  ${recognizer}${cue === undefined ? '' : `: ${cue}`}`
      }),
    )
    return 0
  })
}
