import type { ComponentType } from 'react'

/** What a `*.stories.tsx` exports by default: one entry for every variant and state of the part it lies beside. */
export interface StoryFile {
  readonly title: string
  readonly stories: Readonly<Record<string, ComponentType>>
  /** Opens above the page when it is shown, so it is shown alone. */
  readonly isLayer?: boolean
}
