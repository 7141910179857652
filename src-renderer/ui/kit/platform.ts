import { createContext, useContext } from 'react'

/** What differs between desktops in a kit part: names of keys and the side of the main button. */
export type Platform = 'mac' | 'windows' | 'linux'

/** Reads the platform of the page's own browser; a host that knows better passes it to KitProvider. */
export function platformOf(agent: string): Platform {
  if (/Mac|iPhone|iPad/.test(agent)) return 'mac'
  return agent.includes('Windows') ? 'windows' : 'linux'
}

export const PlatformContext = createContext<Platform | undefined>(undefined)

export function usePlatform(): Platform {
  return useContext(PlatformContext) ?? platformOf(navigator.userAgent)
}
