import type { ShownNote } from '../../../src-shared/contract/app.ts'
import type { Gap } from '../../../src-shared/domain/recorder.ts'

/** What happened at a moment of a recording besides what was said. */
export type Happening = { readonly kind: 'mark'; readonly atMs: number } | ({ readonly kind: 'gap' } & Gap)

export interface Happenings {
  /** By the index of the line they stand above. */
  readonly above: ReadonlyMap<number, readonly Happening[]>
  /** After everything that was said. */
  readonly atEnd: readonly Happening[]
}

/** Marks stand above the line that was being said, gaps above the first line after them. */
export function happeningsOf({ recorded, segments }: Pick<ShownNote, 'recorded' | 'segments'>): Happenings {
  const all: Happening[] = recorded === null ? [] : [...recorded.marks.map((atMs) => ({ kind: 'mark' as const, atMs })), ...recorded.gaps.map(gapOf)]
  const above = new Map<number, Happening[]>()
  const atEnd: Happening[] = []
  for (const happening of all.toSorted((a, b) => a.atMs - b.atMs)) {
    const line = segments.find(({ startMs, endMs }) => startMs !== null && (happening.kind === 'mark' ? (endMs ?? startMs) : startMs) >= happening.atMs)
    if (line === undefined) atEnd.push(happening)
    else above.set(line.index, [...(above.get(line.index) ?? []), happening])
  }
  return { above, atEnd }
}

const gapOf = (gap: Gap): Happening => ({ kind: 'gap', ...gap })
