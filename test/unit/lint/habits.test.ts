import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { linkPackages, plant, runTool } from './planted-tree.ts'

type Case = readonly [rule: string, what: string, file: string, source: string]

const CORE = 'src-main/core/summary'

const CAUGHT: readonly Case[] = [
  ['typescript(no-floating-promises)', 'a promise nobody waits for', `${CORE}/floating.ts`, 'export function f(): void {\n  Promise.resolve(1)\n}\n'],
  ['typescript(no-misused-promises)', 'a promise taken for a boolean', `${CORE}/misused.ts`, 'export const f = (p: Promise<boolean>): number => {\n  if (p) return 1\n  return 2\n}\n'],
  ['typescript(no-explicit-any)', 'any', `${CORE}/any.ts`, 'export const f = (x: any): unknown => x\n'],
  ['typescript(no-unsafe-member-access)', 'any from outside', `${CORE}/unsafe.ts`, "export const f = (): unknown => JSON.parse('{}').a\n"],
  ['typescript(no-non-null-assertion)', 'an exclamation mark', `${CORE}/non-null.ts`, 'export const f = (x: string | undefined): string => x!\n'],
  ['typescript(ban-ts-comment)', 'an error hushed up', `${CORE}/ignored.ts`, "// @ts-ignore because\nexport const n: number = 'x'\n"],
  ['typescript(only-throw-error)', 'a thrown string', `${CORE}/thrown.ts`, "export const f = (): never => {\n  throw 'no'\n}\n"],
  ['typescript(switch-exhaustiveness-check)', 'a forgotten case', `${CORE}/switch.ts`, "export function f(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a': return 1\n  }\n  return 2\n}\n"],
  ['eslint(no-empty)', 'an error swallowed', `${CORE}/swallowed.ts`, 'export const f = (g: () => void): void => {\n  try { g() } catch {}\n}\n'],
  ['eslint(no-console)', 'the core writing to the terminal', `${CORE}/console.ts`, "console.log('x')\nexport {}\n"],
  ['unicorn(filename-case)', 'a file name in camel case', `${CORE}/camelCase.ts`, 'export const a = 1\n'],
  ...['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource', 'WebTransport'].map(
    (name): Case => [
      'eslint(no-restricted-globals)', `${name} outside egress`, `${CORE}/global-${name.toLowerCase()}.ts`, `export const door: unknown = ${name}\n`,
    ],
  ),
  ['eslint(no-restricted-properties)', 'navigator.sendBeacon', `${CORE}/beacon.ts`, 'declare const navigator: { sendBeacon: unknown }\nexport const door = navigator.sendBeacon\n'],
  ['eslint(no-restricted-properties)', 'globalThis.fetch', `${CORE}/global-this.ts`, 'export const door: unknown = globalThis.fetch\n'],
  ['eslint(no-restricted-properties)', 'a module fetched past the import rules', `${CORE}/builtin.ts`, "export const door: unknown = process.getBuiltinModule('node:net')\n"],
  ['eslint(no-restricted-properties)', 'raw text made past make.ts', `${CORE}/raw.ts`, 'declare const RawText: { of(words: string): unknown }\nexport const raw = RawText.of\n'],
  ['eslint(no-restricted-globals)', 'fetch in the command line', 'src-main/cli/sync.ts', 'export const door: unknown = fetch\n'],
  ['house(no-plaintext-copy)', 'db.serialize()', `${CORE}/serialize.ts`, 'export const f = (db: { serialize(): unknown }): unknown => db.serialize()\n'],
  ['house(no-plaintext-copy)', 'db.backup()', `${CORE}/backup.ts`, "export const f = (db: { backup(to: string): unknown }): unknown => db['backup']('x')\n"],
  ['house(no-plaintext-copy)', 'serialize taken out of the database', `${CORE}/taken.ts`, 'export const f = ({ serialize }: { serialize(): unknown }): unknown => serialize()\n'],
  ['house(assertion-reason)', 'an assertion without a reason', `${CORE}/assertion.ts`, 'export const f = (x: unknown): string => x as string\n'],
  ['house(assertion-reason)', 'the old spelling of an assertion', `${CORE}/angle.ts`, 'export const f = (x: unknown): string => <string>x\n'],
  ['house(assertion-reason)', 'a reason on another line', `${CORE}/above.ts`, '// it is a string since the caller checked\nexport const f = (x: unknown): string => x as string\n'],
  ['house(assertion-reason)', 'a reason that is none', `${CORE}/empty-reason.ts`, 'export const f = (x: unknown): string => x as string // ok\n'],
  ['house(style)', 'a semicolon', `${CORE}/semicolon.ts`, 'export const a = 1;\n'],
  ['house(style)', 'a semicolon in an interface', `${CORE}/interface.ts`, 'export interface A {\n  b: string;\n}\n'],
  ['house(style)', 'double quotes', `${CORE}/quotes.ts`, 'export const a = "a"\n'],
  ['house(style)', 'a tab', `${CORE}/tab.ts`, 'export const a = [\n\t1,\n]\n'],
  ['house(style)', 'white space at the end', `${CORE}/trailing.ts`, 'export const a = 1 \n'],
  ['house(style)', 'no line break at the end', `${CORE}/unended.ts`, 'export const a = 1'],
  ['house(style)', 'a line too long for a screen', `${CORE}/long.ts`, `export const a = [${'1, '.repeat(60)}]\n`],
]

const FREE: readonly Case[] = [
  ['eslint(no-restricted-globals)', 'fetch in egress', 'src-main/core/egress/door.ts', 'export const door: unknown = fetch\n'],
  ['eslint(no-console)', 'the command line writing to the terminal', 'src-main/cli/print.ts', "console.log('x')\nexport {}\n"],
  ['house(assertion-reason)', 'as const', `${CORE}/constant.ts`, "export const a = ['b'] as const\n"],
  ['house(assertion-reason)', 'satisfies', `${CORE}/satisfies.ts`, 'export const a = 1 satisfies number\n'],
  ['house(assertion-reason)', 'an import under another name', `${CORE}/alias.ts`, "export { a as b } from './constant.ts'\n"],
  ['house(assertion-reason)', 'an assertion with its reason', `${CORE}/explained.ts`, 'export const f = (x: unknown): string => x as string // the schema above has checked it\n'],
  ['house(assertion-reason)', 'a long one with its reason behind the type', `${CORE}/explained-long.ts`, 'export const f = (x: unknown): string => String(\n  x,\n) as string // the schema above has checked it\n'],
  ['house(style)', 'a semicolon that guards a bracket', `${CORE}/guard.ts`, 'export let a = 1\nconst b = 2\n;[a] = [b]\n'],
  ['house(style)', 'semicolons inside a line', `${CORE}/inside.ts`, 'export type A = { a: string; b: string }\nfor (;;) break\n'],
  ['house(style)', 'double quotes around a single one', `${CORE}/nested-quotes.ts`, 'export const a = "it\'s"\n'],
  ['house(style)', 'white space inside a template', `${CORE}/template.ts`, 'export const a = `x \n\ty`\n'],
  ['house(style)', 'a pattern that cannot be broken', `${CORE}/pattern.ts`, `export const a = /${'word'.repeat(50)}/\n`],
  ['house(style)', 'a sentence that cannot be broken', `${CORE}/sentence.ts`, `export const a = '${'word '.repeat(40)}'\n`],
]

const outputSchema = z.object({
  diagnostics: z.array(z.object({ code: z.string().optional(), message: z.string(), filename: z.string() })),
})

describe('habits', () => {
  let found: Array<{ rule: string | undefined; file: string }> = []

  beforeAll(async () => {
    const tree = await plant(
      Object.fromEntries([...CAUGHT, ...FREE].map(([, , file, source]) => [file, source])),
      ['.oxlintrc.json', 'scripts/lint', 'tsconfig.json', 'package.json'],
    )
    try {
      await linkPackages(tree.path)
      const output = await runTool('oxlint/bin/oxlint', ['--type-aware', '--format', 'json', 'src-main'], tree.path)
      found = outputSchema.parse(JSON.parse(output)).diagnostics.map(({ code, filename }) => ({ rule: code, file: filename.replaceAll('\\', '/') }))
    } finally {
      await tree.remove()
    }
  })

  const rulesFor = (file: string): Array<string | undefined> => found.filter((each) => each.file.endsWith(file)).map(({ rule }) => rule)

  it.each(CAUGHT)('%s catches %s', (rule, _, file) => {
    expect(rulesFor(file)).toContain(rule)
  })

  it.each(FREE)('%s lets pass %s', (rule, _, file) => {
    expect(rulesFor(file)).not.toContain(rule)
  })
})
