import { MAX_OWN_LINE, ownLineIdSchema, type OwnLineId, type OwnLinesChange, type TypedLine } from '../../../src-shared/domain/own-line.ts'

/** A line of the page being written; one without words is not stored. */
export type DraftLine = TypedLine

export const textOf = (lines: readonly DraftLine[]): string => lines.map(({ text }) => text).join('\n')

/**
 * What became of the lines when the text changed: those before and behind the change stay who they are, those within keep their ids one
 * by one, and what is more is new, begun `atMs` into the recording.
 */
export function followText(before: readonly DraftLine[], text: string, atMs: number | null, newId: () => OwnLineId): DraftLine[] {
  const now = text.split('\n').flatMap(cut)
  let head = 0
  while (head < before.length && head < now.length && before[head]?.text === now[head]) head++
  let tail = 0
  while (tail < before.length - head && tail < now.length - head && before.at(-1 - tail)?.text === now.at(-1 - tail)) tail++
  const were = before.slice(head, before.length - tail)
  const changed = now.slice(head, now.length - tail).map((words, at): DraftLine => {
    const was = were[at]
    // A line begins with its first word, not with the Enter before it.
    if (was === undefined || was.text === '') return { id: was?.id ?? newId(), atMs: words === '' ? null : atMs, text: words }
    return { ...was, text: words }
  })
  return [...before.slice(0, head), ...changed, ...before.slice(before.length - tail)]
}

/** What has to be told to the store for it to hold these lines; null where it does already. */
export function changeOf(saved: readonly TypedLine[], draft: readonly DraftLine[]): OwnLinesChange | null {
  const now = draft.map((line) => ({ ...line, text: line.text.trim() })).filter(({ text }) => text !== '')
  const known = new Map(saved.map((line) => [line.id, line]))
  const kept = new Set(now.map(({ id }) => id))
  const put = now.filter(({ id, text }) => known.get(id)?.text !== text)
  const removed = saved.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  const order = now.map(({ id }) => id)
  const isSameOrder = order.every((id, at) => id === saved[at]?.id) && order.length === saved.length
  return put.length === 0 && removed.length === 0 && isSameOrder ? null : { put, removed, order }
}

/** The lines as the store holds them once such a change is saved. */
export const stored = (draft: readonly DraftLine[]): TypedLine[] =>
  draft.map((line) => ({ ...line, text: line.text.trim() })).filter(({ text }) => text !== '')

export const newLineId = (): OwnLineId => ownLineIdSchema.parse(crypto.randomUUID())

function cut(words: string): string[] {
  const pieces: string[] = []
  for (let at = 0; at === 0 || at < words.length; at += MAX_OWN_LINE) pieces.push(words.slice(at, at + MAX_OWN_LINE))
  return pieces
}
