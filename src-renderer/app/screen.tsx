import type { ReactNode } from 'react'
import { NoteScreen } from '../features/note/index.ts'
import { RecordScreen } from '../features/record/index.ts'
import type { Route } from '../rpc/index.ts'
import { PLACES } from './places.ts'

/** The screen of a place. */
export function Screen({ route }: { route: Route }): ReactNode {
  if (route.screen === 'note') return <NoteScreen noteId={route.id} {...(route.segment !== undefined && { segment: route.segment })} />
  if (route.screen === 'record') return <RecordScreen />
  const place = PLACES.find(({ screen }) => screen === route.screen)
  return place === undefined ? null : <place.Screen />
}
