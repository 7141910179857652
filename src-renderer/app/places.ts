import { BookOpenText, Cpu, ListChecks, Settings, ShieldCheck } from 'lucide-react'
import type { ComponentType } from 'react'
import { app } from '../copy/app.ts'
import { ActionsScreen } from '../features/actions/index.ts'
import { LibraryScreen } from '../features/library/index.ts'
import { ModelsScreen } from '../features/models/index.ts'
import { PrivacyScreen } from '../features/privacy/index.ts'
import { SettingsScreen } from '../features/settings/index.ts'
import type { Route } from '../rpc/index.ts'
import type { IconGlyph } from '../ui/index.ts'

/** A section of the sidebar. */
export interface Place {
  readonly screen: Exclude<Route['screen'], 'note' | 'record'>
  readonly glyph: IconGlyph
  readonly Screen: ComponentType
}

/** The sections in the order of the sidebar, which is also the order of their keys. */
export const PLACES: readonly Place[] = [
  { screen: 'library', glyph: BookOpenText, Screen: LibraryScreen },
  { screen: 'actions', glyph: ListChecks, Screen: ActionsScreen },
  { screen: 'privacy', glyph: ShieldCheck, Screen: PrivacyScreen },
  { screen: 'models', glyph: Cpu, Screen: ModelsScreen },
  { screen: 'settings', glyph: Settings, Screen: SettingsScreen },
]

export const labelOf = (screen: Route['screen']): string => app.places[screen]

export const isPlace = (screen: Route['screen']): boolean => PLACES.some((place) => place.screen === screen)
