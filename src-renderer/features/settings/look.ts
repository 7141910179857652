import { create } from 'zustand'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
/** Of reading text; the interface follows the system. */
const SIZES = { small: 0.875, normal: 1, large: 1.25, largest: 1.5 } as const
export type Size = keyof typeof SIZES

interface Look {
  readonly theme: Theme
  readonly size: Size
  setTheme(theme: Theme): void
  setSize(size: Size): void
}

const KEY = 'sotto.look'

const isTheme = (value: unknown): value is Theme => THEMES.some((theme) => theme === value)
const isSize = (value: unknown): value is Size => typeof value === 'string' && Object.hasOwn(SIZES, value)

/**
 * How the window looks, from the first picture on: read when this file is loaded. Two fixed words are all that is kept in the
 * browser's storage, which holds nothing else of ours; Electron's is in memory and forgets them with the window.
 */
export const useLook = create<Look>((set, get) => {
  const change = (to: Partial<Pick<Look, 'theme' | 'size'>>): void => {
    set(to)
    apply(get())
    keep(get())
  }
  const look = { ...kept(), setTheme: (theme: Theme) => change({ theme }), setSize: (size: Size) => change({ size }) }
  apply(look)
  return look
})

function kept(): Pick<Look, 'theme' | 'size'> {
  const [theme, size] = (stored() ?? '').split(' ')
  return { theme: isTheme(theme) ? theme : 'system', size: isSize(size) ? size : 'normal' }
}

/** A browser may refuse its storage altogether; then the window looks as the system does. */
function stored(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function keep({ theme, size }: Look): void {
  try {
    localStorage.setItem(KEY, `${theme} ${size}`)
  } catch {
    // It looks as chosen until the window is closed, which the screen says anyway.
  }
}

function apply({ theme, size }: Pick<Look, 'theme' | 'size'>): void {
  const { documentElement: html } = document
  if (theme === 'system') delete html.dataset['theme']
  else html.dataset['theme'] = theme
  html.style.setProperty('--reading-scale', String(SIZES[size]))
}
