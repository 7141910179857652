import type { OwnLine } from '../../../src-shared/domain/own-line.ts'
import type { RedactedText } from '../../../src-shared/domain/text.ts'
import type { Segment } from '../../../src-shared/domain/transcript.ts'
import type { TemplateChoice } from '../../../src-shared/domain/template.ts'
import type { EngineName, EngineRun, Summary } from '../../../src-shared/domain/summary.ts'

/** What an engine is given: redacted words only. */
export interface SummaryInput {
  readonly segments: readonly Segment[]
  /** Everybody known to have been there, as tokens (or as given, for text that is not stored). */
  readonly participants: readonly RedactedText[]
  /** ISO date of the meeting; relative due dates ("by Friday") count from it. */
  readonly date: string
  /** What the person wrote down: each line is expanded by what was said, and what it is about counts for more. */
  readonly own?: readonly OwnLine[] | undefined
  /** Which named sections the notes have; `general` where nothing is said. */
  readonly template?: TemplateChoice | undefined
}

export interface SummaryProgress {
  /** 0–1. */
  readonly done: number
  /** Set until the model's first word: it is loaded and reads, and no server says how far that is. */
  readonly isLoading?: boolean
}

/** One way to make notes of a transcript. Throws a Failure; never returns half a summary. */
export interface SummaryEngine {
  readonly name: EngineName
  summarize(input: SummaryInput, options: { signal: AbortSignal; onProgress?: (progress: SummaryProgress) => void }): Promise<Summary>
}

/** How a run says which template it was made with. */
export const templateRun = ({ template }: Pick<SummaryInput, 'template'>): Pick<EngineRun, 'template' | 'customTemplate' | 'manner'> => ({
  template: template?.name ?? 'general',
  ...(template?.name === 'custom' && template.custom !== undefined ? { customTemplate: template.custom } : {}),
  ...(template?.manner === undefined ? {} : { manner: template.manner }),
})
