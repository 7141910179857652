import type { ReactNode } from 'react'
import type { Route } from '../rpc/index.ts'
import { PLACES } from './places.ts'

/** The screen of a place. */
export function Screen({ route }: { route: Route }): ReactNode {
  const place = PLACES.find(({ screen }) => screen === route.screen)
  return place === undefined ? null : <place.Screen />
}
