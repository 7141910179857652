import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const RENDERER = join(import.meta.dirname, '../../../src-renderer')

export interface StyleSheet {
  readonly path: string
  readonly text: string
}

/** Every style sheet of the renderer, without its comments. */
export function styleSheets(): readonly StyleSheet[] {
  return readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css'))
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: withoutComments(readFileSync(join(RENDERER, path), 'utf8')) }))
}

export function withoutComments(css: string): string {
  return css
    .split('/*')
    .map((part, at) => (at === 0 ? part : part.slice(part.indexOf('*/') + 2)))
    .join('')
}

export interface Roles {
  readonly light: ReadonlyMap<string, string>
  readonly dark: ReadonlyMap<string, string>
}

/** Reads `--role: light-dark(var(--_a), var(--_b))` and the raw `--_a: #rrggbb` it points at. Blocks inside @media are left out. */
export function rolesOf(css: string, block: 'plain' | 'prefers-contrast' = 'plain'): Roles {
  const base = css.slice(0, css.indexOf('@media'))
  const raw = new Map([...base.matchAll(/(--_[a-z0-9-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]))
  const roles: Roles & { light: Map<string, string>; dark: Map<string, string> } = { light: new Map(), dark: new Map() }
  const parts = block === 'plain' ? [base] : [base, css.slice(css.indexOf('@media (prefers-contrast'), css.indexOf('@media (forced-colors'))]
  for (const part of parts) {
    for (const [, role = '', light = '', dark = ''] of part.matchAll(
      /(--[a-z-]+):\s*light-dark\(var\((--_[a-z0-9-]+)\), var\((--_[a-z0-9-]+)\)\);/g,
    )) {
      roles.light.set(role, raw.get(light) ?? `missing ${light}`)
      roles.dark.set(role, raw.get(dark) ?? `missing ${dark}`)
    }
  }
  return roles
}

/** WCAG 2.2: (L1 + 0.05) / (L2 + 0.05) of the relative luminances of two #rrggbb. */
export function contrast(one: string, other: string): number {
  const [brighter, darker] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number] // two in, two out
  return (brighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  if (!/^#[0-9a-f]{6}$/.test(hex)) throw new Error(`not a colour: ${hex}`)
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
