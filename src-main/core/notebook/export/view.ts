import type { Mark } from '../../../../src-shared/domain/transcript.ts'

/**
 * A note as its exports need it: plain words, which may be tokens or names. Evidence is given as zero-based indices
 * into `segments`; times are milliseconds from the start.
 */
export interface NoteView {
  readonly title: string | null
  /** ISO 8601. */
  readonly date: string
  readonly participants: readonly string[]
  readonly segments: readonly SegmentView[]
  readonly summary: SummaryView | null
}

export interface SegmentView {
  readonly speaker: string | null
  readonly startMs: number | null
  readonly endMs: number | null
  readonly text: string
  /** Why it may not have been said. */
  readonly marks?: readonly Mark[] | undefined
}

export interface LineView {
  readonly text: string
  readonly segments: readonly number[]
  readonly unsupported?: boolean | undefined
  /** Less sure than the others; stands below them. */
  readonly possible?: boolean | undefined
}

export interface ActionView extends LineView {
  readonly owner?: string | undefined
  readonly due?: string | undefined
  readonly duePhrase?: string | undefined
}

/** A line the person wrote down, in their words. */
export interface OwnView {
  readonly text: string
  readonly lines: readonly LineView[]
}

export interface SummaryView {
  readonly overview: readonly LineView[]
  readonly topics: readonly { readonly title: string; readonly segments: readonly number[] }[]
  readonly decisions: readonly LineView[]
  readonly actions: readonly ActionView[]
  readonly questions: readonly LineView[]
  readonly sections?: readonly { readonly heading: string; readonly lines: readonly LineView[] }[] | undefined
  readonly own?: readonly OwnView[] | undefined
}

/** Line breaks and runs of blanks as single spaces: none of the formats can hold a blank line inside an entry. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
