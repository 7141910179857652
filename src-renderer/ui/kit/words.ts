import { createContext, useContext } from 'react'

/**
 * The few words that kit parts say by themselves. Everything else a part shows is handed to it by its screen. A translation
 * passes its own table to KitProvider.
 */
export interface KitWords {
  readonly close: string
  readonly cancel: string
  readonly undo: string
  readonly undoHint: (seconds: number) => string
  readonly notifications: string
  readonly working: string
  readonly done: string
  readonly percent: (percent: number) => string
  readonly details: string
  readonly copyDetails: string
  readonly copied: string
  readonly clear: string
  readonly showChoices: string
  readonly noMatches: string
  readonly opensOutside: string
  readonly leavesThisComputer: string
  readonly remove: (name: string) => string
  readonly showPassphrase: string
  readonly hidePassphrase: string
  readonly smaller: (name: string) => string
  readonly larger: (name: string) => string
  readonly sorted: (direction: 'ascending' | 'descending') => string
}

export const ENGLISH: KitWords = {
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  undoHint: (seconds) => `Undo is there for ${seconds} seconds. Press F6 to reach it.`,
  notifications: 'Notifications',
  working: 'Working',
  done: 'Done',
  percent: (percent) => `${percent} %`,
  details: 'Details',
  copyDetails: 'Copy details',
  copied: 'Copied',
  clear: 'Clear',
  showChoices: 'Show choices',
  noMatches: 'Nothing matches.',
  opensOutside: 'opens in your browser',
  leavesThisComputer: 'leaves this computer',
  remove: (name) => `Remove ${name}`,
  showPassphrase: 'Show passphrase',
  hidePassphrase: 'Hide passphrase',
  smaller: (name) => `Make ${name} narrower`,
  larger: (name) => `Make ${name} wider`,
  sorted: (direction) => (direction === 'ascending' ? 'sorted upwards' : 'sorted downwards'),
}

export const WordsContext = createContext<KitWords>(ENGLISH)

export function useWords(): KitWords {
  return useContext(WordsContext)
}
