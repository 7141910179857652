import { describe, expect, it } from 'vitest'
import { contrast, rolesOf, styleSheets, withoutComments } from './css.ts'

const sheets = styleSheets()
const tokens = sheets.find(({ path }) => path === 'styles/tokens.css')?.text ?? ''
const TEXT = 4.5
const SHAPE = 3
const SURFACES = ['canvas', 'surface', 'sunken', 'hover', 'selected'] as const
const PLAIN = ['canvas', 'surface', 'sunken', 'hover'] as const

/** Every pairing that the table of roles promises: what stands on what, and how much it must differ. */
const PROMISES: readonly (readonly [front: string, on: readonly string[], atLeast: number])[] = [
  ['text', [...SURFACES, 'danger-tint', 'warning-tint', 'good-tint', 'shared-tint', 'redaction-mark'], TEXT],
  ['text-muted', SURFACES, TEXT],
  ['text-faint', SURFACES, TEXT],
  ['accent', [...SURFACES], TEXT],
  ['on-accent', ['accent', 'accent-hover'], TEXT],
  ['on-recording', ['recording', 'recording-hover'], TEXT],
  ['recording', ['canvas', 'surface', 'sunken'], TEXT],
  ['danger', ['canvas', 'surface', 'sunken', 'danger-tint'], TEXT],
  ['on-danger', ['danger', 'danger-hover'], TEXT],
  ['warning', ['canvas', 'surface', 'sunken', 'warning-tint'], TEXT],
  ['good', ['canvas', 'surface', 'sunken', 'good-tint'], TEXT],
  ['shared', ['canvas', 'surface', 'sunken', 'shared-tint'], TEXT],
  ['border-control', PLAIN, SHAPE],
  ['focus', SURFACES, SHAPE],
  // What is said in a tooltip stands on the ink of the text.
  ['canvas', ['text'], TEXT],
]

describe.each(['plain', 'prefers-contrast'] as const)('the roles of tokens.css, %s', (block) => {
  it.each(['light', 'dark'] as const)('keep every promised contrast: %s', (theme) => {
    const roles = rolesOf(tokens, block)[theme]
    const colour = (role: string): string => roles.get(`--${role}`) ?? `no role ${role}`
    const broken = PROMISES.flatMap(([front, on, atLeast]) =>
      on
        .map((back) => ({ pair: `${front} on ${back}`, ratio: contrast(colour(front), colour(back)), atLeast }))
        .filter(({ ratio }) => ratio < atLeast),
    )
    expect(broken).toEqual([])
  })
})

describe('the words of a theme', () => {
  it('asked for more contrast, gives more for every ink that changes', () => {
    const [plain, more] = [rolesOf(tokens), rolesOf(tokens, 'prefers-contrast')]
    for (const theme of ['light', 'dark'] as const) {
      const surface = plain[theme].get('--surface') ?? ''
      for (const role of ['--text', '--text-muted', '--text-faint', '--border', '--border-control']) {
        expect(contrast(more[theme].get(role) ?? '', surface), `${theme} ${role}`).toBeGreaterThan(contrast(plain[theme].get(role) ?? '', surface))
      }
    }
  })

  it('names a system colour for every role when the person brings a palette, shadows and veils excepted', () => {
    const forced = tokens.slice(tokens.indexOf('@media (forced-colors'))
    const missing = [...rolesOf(tokens).light.keys()].filter((role) => !['--veil', '--shade'].includes(role) && !forced.includes(`${role}:`))
    expect(missing).toEqual([])
  })
})

describe('style sheets outside tokens.css', () => {
  it('write no colour of their own', () => {
    const literal =
      /#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch|color)\(|:\s*(?:white|black|red|green|blue|gr[ae]y|orange|yellow|purple)\b/i
    const found = sheets
      .filter(({ path }) => path !== 'styles/tokens.css')
      .flatMap(({ path, text }) =>
        text
          .split('\n')
          .filter((line) => literal.test(line))
          .map((line) => `${path}: ${line.trim()}`),
      )
    expect(found).toEqual([])
  })

  it('use no raw colour and no role or size that does not exist', () => {
    const known = new Set([...tokens.matchAll(/(--[a-z0-9-]+):/g)].map(([, name = '']) => name))
    // Set by React Aria, or by the frame of the app.
    const given = new Set(['--trigger-width', '--bar-height'])
    const found = sheets
      .filter(({ path }) => path !== 'styles/tokens.css')
      .flatMap(({ path, text }) => {
        const own = new Set([...text.matchAll(/(--[a-z0-9-]+):/g)].map(([, name = '']) => name))
        return [...text.matchAll(/var\((--[a-z0-9_-]+)/g)]
          .map(([, name = '']) => name)
          .filter((name) => name.startsWith('--_') || !(known.has(name) || own.has(name) || given.has(name)))
          .map((name) => `${path}: ${name}`)
      })
    expect(found).toEqual([])
  })
})

describe('the measure itself', () => {
  it('agrees with the examples of WCAG', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(withoutComments('a { /* #fff */ color: red }')).toBe('a {  color: red }')
  })
})
