import { useSyncExternalStore } from 'react'

/**
 * Where the person is, as the part of the address behind `#`: back, forward and links work as everywhere, and no server ever sees it.
 * Ids only, never words.
 */
export type Route =
  | { readonly screen: 'library' }
  | { readonly screen: 'note'; readonly id: string; readonly segment?: number }
  | { readonly screen: 'record' | 'actions' | 'privacy' | 'models' | 'settings' }

const PLAIN = ['record', 'actions', 'privacy', 'models', 'settings'] as const

/** The address of a place: `#/note/01J…/12` is line 12 of a note. */
export function hrefOf(route: Route): string {
  if (route.screen === 'library') return '#/'
  if (route.screen !== 'note') return `#/${route.screen}`
  return `#/note/${route.id}${route.segment === undefined ? '' : `/${route.segment}`}`
}

/** The place an address means; anything unknown is the library. */
function routeOf(hash: string): Route {
  const [screen = '', id, segment] = hash.replace(/^#\/?/, '').split('/')
  if (screen === 'note' && id !== undefined && /^[0-9A-Z]{26}$/.test(id)) {
    return segment !== undefined && /^\d{1,6}$/.test(segment) ? { screen, id, segment: Number(segment) } : { screen, id }
  }
  const plain = PLAIN.find((name) => name === screen)
  return plain === undefined ? { screen: 'library' } : { screen: plain }
}

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

export const useRoute = (): Route => routeOf(useSyncExternalStore(subscribe, () => window.location.hash))

export function goTo(route: Route): void {
  window.location.hash = hrefOf(route)
}
