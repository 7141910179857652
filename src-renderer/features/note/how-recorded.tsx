import type { ReactNode } from 'react'
import type { ShownNote } from '../../../src-shared/contract/app.ts'
import { length } from '../../copy/amounts.ts'
import { note as copy } from '../../copy/note.ts'
import { hrefOf, useRecorder } from '../../rpc/index.ts'
import { Banner, Link, Progress } from '../../ui/index.ts'

/** What has to be known of how the recording ended, or that it goes on. */
export function HowRecorded({ note: { recorded, durationMs } }: { note: ShownNote }): ReactNode {
  const isOver = useRecorder(({ state }) => state?.state === 'idle')
  switch (recorded?.ending) {
    case 'under-way':
      return isOver ? (
        <Progress label={copy.recorded.comingIn} isSpoken />
      ) : (
        <Banner title={copy.recorded.underWay.title} actions={<Link href={hrefOf({ screen: 'record' })}>{copy.recorded.underWay.show}</Link>}>
          {copy.recorded.underWay.meaning}
        </Banner>
      )
    case 'cut-off':
      return (
        <Banner tone="warning" title={copy.recorded.cutOff.title}>
          {copy.recorded.cutOff.meaning(durationMs === null ? null : length(durationMs))}
        </Banner>
      )
    case 'tampered':
      return (
        <Banner tone="danger" title={copy.recorded.tampered.title}>
          {copy.recorded.tampered.meaning}
        </Banner>
      )
    default:
      return null
  }
}
