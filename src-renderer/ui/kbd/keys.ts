import type { Platform } from '../kit/platform.ts'

/** `mod` is ⌘ on a Mac and Ctrl elsewhere; letters and signs stand for themselves. */
export type KeyName = 'mod' | 'shift' | 'alt' | 'enter' | 'escape' | 'space' | 'up' | 'down' | 'left' | 'right' | (string & {})

const MAC: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧', alt: '⌥', enter: '↩', escape: 'Esc', space: 'Space' }
const OTHER: Readonly<Record<string, string>> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', enter: 'Enter', escape: 'Esc', space: 'Space' }
const ARROWS: Readonly<Record<string, string>> = { up: '↑', down: '↓', left: '←', right: '→' }
const SPOKEN: Readonly<Record<string, string>> = {
  '⌘': 'Command',
  '⇧': 'Shift',
  '⌥': 'Option',
  '↩': 'Return',
  '↑': 'Up',
  '↓': 'Down',
  '←': 'Left',
  '→': 'Right',
}

/** The caps in the order they are pressed. */
export function keyCaps(platform: Platform, keys: readonly KeyName[]): readonly string[] {
  const names = platform === 'mac' ? MAC : OTHER
  return keys.map((key) => names[key] ?? ARROWS[key] ?? key.toUpperCase())
}

/** As one string, for menus: ⌘⇧R, or Ctrl+Shift+R. */
export function keysText(platform: Platform, keys: readonly KeyName[]): string {
  return keyCaps(platform, keys).join(platform === 'mac' ? '' : '+')
}

/** As words, for those who listen: signs such as ⇧ are often left out by screen readers. */
export function spokenKeys(platform: Platform, keys: readonly KeyName[]): string {
  return keyCaps(platform, keys)
    .map((cap) => SPOKEN[cap] ?? cap)
    .join(' ')
}
