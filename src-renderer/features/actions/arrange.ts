import type { ListedAction } from '../../../src-shared/contract/app.ts'

export type Order = 'meeting' | 'due'

export interface Group {
  readonly id: string
  /** A note's title, an ISO day, or null: without a title, without a day. */
  readonly title: string | null
  readonly date: string
  readonly actions: readonly ListedAction[]
}

/** Everybody who was named as an owner, in the order of the alphabet. */
export const ownersOf = (actions: readonly ListedAction[]): string[] =>
  [...new Set(actions.flatMap(({ owner }) => (owner === undefined ? [] : [owner])))].sort((a, b) => a.localeCompare(b))

/** By the meeting they come from, newest first as given; or by day, the earliest first and those without one at the end. */
export function arrange(actions: readonly ListedAction[], order: Order): Group[] {
  const keyed = Map.groupBy(actions, (action) => (order === 'meeting' ? action.noteId : (action.due ?? '')))
  const groups = [...keyed].map(([id, group]): Group => {
    const [first] = group
    return {
      id,
      title: order === 'meeting' ? (first?.noteTitle ?? null) : null,
      date: order === 'meeting' ? (first?.date ?? '') : id,
      actions: group,
    }
  })
  if (order === 'meeting') return groups
  return groups.sort((a, b) => (a.id === '' ? 1 : b.id === '' ? -1 : a.id.localeCompare(b.id)))
}
