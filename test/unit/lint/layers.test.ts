import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { plant, runTool, type Files } from './planted-tree.ts'

interface Violation {
  readonly rule: string
  readonly from: string
  readonly to: string
}

/** A package that is there only by name: enough for a rule about names. */
const stub = (name: string): Files => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
  [`node_modules/${name}/index.js`]: 'module.exports = {}\n',
})

const PACKAGES = {
  dependencies: ['zod', '@orpc/contract', 'libphonenumber-js', 'better-sqlite3-multiple-ciphers', 'ws', 'undici', 'commander'],
  devDependencies: ['vitest', 'electron'],
  undeclared: ['left-behind'],
}

const versions = (names: readonly string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, '1.0.0']))

const BASE: Files = {
  'package.json': JSON.stringify({
    name: 'planted', version: '1.0.0', dependencies: versions(PACKAGES.dependencies), devDependencies: versions(PACKAGES.devDependencies),
  }),
  ...Object.assign({}, ...[...PACKAGES.dependencies, ...PACKAGES.devDependencies, ...PACKAGES.undeclared].map(stub)),
  'src-shared/domain/text.ts': 'export const text = 1\n',
  'src-shared/domain/raw-text/raw-text.ts': 'export const RawText = 1\n',
  'src-shared/domain/raw-text/make.ts': "export * from './raw-text.ts'\n",
  'src-shared/domain/raw-text/open.ts': "export * from './raw-text.ts'\n",
  'src-shared/contract/app.ts': "export * from '../domain/text.ts'\n",
  'src-main/core/sotto.ts': "import './store/index.ts'\nimport './summary/index.ts'\n",
  'src-main/core/platform/index.ts': 'export const clock = 1\n',
  'src-main/core/audit/index.ts': 'export const chain = 1\n',
  'src-main/core/store/index.ts': "import 'better-sqlite3-multiple-ciphers'\nexport * from './inner.ts'\n",
  'src-main/core/store/inner.ts': "export * from '../audit/index.ts'\n",
  'src-main/core/egress/index.ts': "import 'node:https'\nimport 'undici'\n",
  'src-main/core/egress/decide.pure.ts': "import type { Rules } from './rules.ts'\nexport type Decision = Rules\n",
  'src-main/core/egress/rules.ts': 'export type Rules = string\n',
  'src-main/core/jobs/index.ts': "export * from '../store/index.ts'\n",
  'src-main/core/importers/index.ts': "export * from '../../../src-shared/domain/raw-text/make.ts'\n",
  'src-main/core/vault/index.ts': "import '../redaction/index.ts'\nexport * from '../../../src-shared/domain/raw-text/open.ts'\n",
  'src-main/core/redaction/index.ts': "import '../../../src-shared/domain/raw-text/open.ts'\n",
  'src-main/core/summary/index.ts': "export * from './order.pure.ts'\n",
  'src-main/core/summary/embedded/index.ts': "export * from '../order.pure.ts'\n",
  'src-main/core/pipeline/index.ts': "import '../summary/embedded/index.ts'\n",
  'src-main/core/summary/order.pure.ts': "export * from '../../../src-shared/domain/text.ts'\n",
  'src-main/core/notebook/index.ts': "export * from './edit-save.ts'\n",
  'src-main/core/notebook/edit-save.ts': "export * from '../../../src-shared/domain/raw-text/make.ts'\n",
  'src-main/core/owner/index.ts': "import 'node:net'\nimport 'node:http'\nimport 'ws'\nexport * from './lock.ts'\n",
  'src-main/core/owner/lock.ts': "import 'better-sqlite3-multiple-ciphers'\n",
  'src-main/core/workers/db.worker.ts': "import '../store/inner.ts'\nimport './serve.ts'\n",
  'src-main/core/workers/serve.ts': 'export const serve = 1\n',
  'src-main/core/store/client.ts': "import '../workers/serve.ts'\n",
  'src-main/cli/sotto.ts': "import '../core/sotto.ts'\nimport 'commander'\nimport './commands/redact.ts'\n",
  'src-main/cli/commands/redact.ts': "import '../../../src-shared/domain/raw-text/make.ts'\n",
  'src-main/hosts/supervisor/supervisor.ts': 'export const supervise = 1\n',
  'src-main/hosts/browser/supervised.ts': "import '../supervisor/supervisor.ts'\n",
  'src-main/hosts/electron/main.ts': "import 'node:fs'\nimport './preload.ts'\n",
  'src-main/hosts/electron/preload.ts': "import '../../../src-shared/contract/app.ts'\n",
  'src-renderer/ui/button.ts': "import '../styles/tokens.ts'\n",
  'src-renderer/styles/tokens.ts': 'export const blue = 1\n',
  'src-renderer/features/library/index.ts': "import '../../ui/button.ts'\nimport '../note/index.ts'\n",
  'src-renderer/features/note/index.ts': "import './inner.ts'\n",
  'src-renderer/features/note/inner.ts': "import '../../../src-shared/domain/text.ts'\n",
  'src-portal/server.ts': "import '../src-shared/domain/text.ts'\nimport 'node:http'\n",
  'src-companion/service.ts': "import '../src-main/core/egress/index.ts'\nimport 'node:https'\n",
  'test/unit/any.test.ts': "import '../../src-main/core/store/inner.ts'\nimport 'vitest'\nimport 'node:net'\n",
}

/** rule → a file that breaks it. The key of a planted file is also where the violation must be reported. */
const CRIMES: ReadonlyArray<readonly [rule: string, file: string, source: string]> = [
  ['known-place', 'src-elsewhere/thing.ts', "import '../src-shared/domain/text.ts'\n"],
  ['known-place', 'src-main/core/mystery/index.ts', "import '../platform/index.ts'\n"],
  ['known-place', 'src-main/stray.ts', "import './core/sotto.ts'\n"],
  ['known-place-alone', 'src-main/core/cupboard/alone.ts', 'export const alone = 1\n'],
  ['known-place-imported', 'test/unit/imports-a-stray.ts', "import '../../src-main/core/attic/index.ts'\n"],
  ['no-cycles', 'src-main/core/summary/egg.ts', "import './hen.ts'\n"],
  ['resolvable', 'src-main/core/summary/lost.ts', "import './nowhere.ts'\n"],
  ['declared-packages', 'src-main/core/summary/undeclared.ts', "import 'left-behind'\n"],
  ['no-dev-packages-in-the-product', 'src-main/core/summary/dev.ts', "import 'vitest'\n"],
  ['nothing-imports-tests-or-scripts', 'src-main/core/summary/tested.ts', "import '../../../test/unit/any.test.ts'\n"],
  ['shared-stands-alone', 'src-shared/text/core.ts', "import '../../src-main/core/platform/index.ts'\n"],
  ['shared-packages', 'src-shared/text/phone.ts', "import 'libphonenumber-js'\n"],
  ['pii-packages', 'src-shared/pii/server.ts', "import 'commander'\n"],
  ['pure-without-node', 'src-shared/text/file.ts', "import 'node:fs'\n"],
  ['pure-without-node', 'src-main/core/summary/clock.pure.ts', "import 'node:crypto'\n"],
  ['pure-imports-pure', 'src-main/core/summary/sly.pure.ts', "import './index.ts'\n"],
  ['raw-text-is-made-where-words-come-in', 'src-main/core/summary/makes.ts', "import '../../../src-shared/domain/raw-text/make.ts'\n"],
  ['raw-text-is-made-where-words-come-in', 'src-main/core/notebook/other.ts', "import '../../../src-shared/domain/raw-text/make.ts'\n"],
  ['raw-text-is-opened-in-two-places', 'src-main/core/importers/opens.ts', "import '../../../src-shared/domain/raw-text/open.ts'\n"],
  ['raw-text-is-opened-in-two-places', 'src-main/cli/commands/summarize.ts', "import '../../../src-shared/domain/raw-text/open.ts'\n"],
  ['core-without-hosts', 'src-main/core/summary/window.ts', "import '../../hosts/electron/main.ts'\n"],
  ['core-without-hosts', 'src-main/core/summary/terminal.ts', "import '../../cli/commands/redact.ts'\n"],
  ['core-through-the-front-door', 'src-main/core/summary/burglar.ts', "import '../store/inner.ts'\n"],
  ['entry-points-are-started-not-imported', 'src-main/core/store/starts.ts', "import '../workers/db.worker.ts'\n"],
  ['flow-workers', 'src-main/core/workers/knows-store.ts', "import '../store/index.ts'\n"],
  ['composition-through-the-front-door', 'src-main/core/router.ts', "import './store/inner.ts'\n"],
  ['modules-do-not-know-the-whole', 'src-main/core/summary/whole.ts', "import '../sotto.ts'\n"],
  ['flow-summary', 'src-main/core/summary/later.ts', "import '../notebook/index.ts'\n"],
  ['flow-store', 'src-main/core/store/caller.ts', "import '../jobs/index.ts'\n"],
  ['electron-only-in-its-host', 'src-main/core/summary/shell.ts', "import 'electron'\n"],
  ['database-only-in-store', 'src-main/core/notebook/sql.ts', "import 'better-sqlite3-multiple-ciphers'\n"],
  ['database-only-in-store', 'src-main/core/owner/sql.ts', "import 'better-sqlite3-multiple-ciphers'\n"],
  ['database-only-in-store', 'src-main/core/notebook/builtin.ts', "import 'node:sqlite'\n"],
  ...['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises'].map(
    (name) => ['network-only-in-egress', `src-main/core/summary/${name.replace('/', '-')}.ts`, `import 'node:${name}'\n`] as const,
  ),
  ['network-only-in-egress', 'src-main/core/summary/without-prefix.ts', "import 'https'\n"],
  ['network-only-in-egress', 'src-main/core/summary/required.ts', "export const tls = await import('node:tls')\n"],
  ['network-only-in-egress', 'src-main/cli/undici.ts', "import 'undici'\n"],
  ['network-only-in-egress', 'src-main/cli/ws.ts', "import 'ws'\n"],
  ['owner-only-local-sockets', 'src-main/core/owner/tls.ts', "import 'node:tls'\n"],
  ['owner-only-local-sockets', 'src-main/core/owner/undici.ts', "import 'undici'\n"],
  ['owner-only-local-sockets', 'src-main/hosts/browser/undici.ts', "import 'undici'\n"],
  ['programs-are-started-in-few-places', 'src-main/cli/curl.ts', "import 'node:child_process'\n"],
  ['shells-use-the-public-face', 'src-main/cli/inner.ts', "import '../core/store/inner.ts'\n"],
  ['shells-do-not-know-each-other', 'src-main/cli/window.ts', "import '../hosts/electron/main.ts'\n"],
  ['the-command-line-ends-by-itself', 'src-main/cli/keeper.ts', "import '../hosts/supervisor/supervisor.ts'\n"],
  ['shells-without-other-parts', 'src-main/hosts/browser/page.ts', "import '../../../src-renderer/ui/button.ts'\n"],
  ['preload-knows-the-contract-only', 'src-main/hosts/electron/preload-wide.ts', "import '../../../src-shared/domain/text.ts'\n"],
  ['renderer-over-the-contract', 'src-renderer/app/core.ts', "import '../../src-main/core/sotto.ts'\n"],
  ['renderer-without-node', 'src-renderer/app/files.ts', "import 'node:fs'\n"],
  ['ui-kit-knows-no-domain', 'src-renderer/ui/note.ts', "import '../features/note/index.ts'\n"],
  ['features-through-the-front-door', 'src-renderer/features/library/burglar.ts', "import '../note/inner.ts'\n"],
  ['portal-shares-only-src-shared', 'src-portal/core.ts', "import '../src-main/core/platform/index.ts'\n"],
  ['companion-reuses-a-part-of-the-core', 'src-companion/notes.ts', "import '../src-main/core/notebook/index.ts'\n"],
]

const ACCOMPLICES: Files = {
  'src-main/core/attic/index.ts': 'export const found = 1\n',
  'src-main/core/summary/hen.ts': "import './egg.ts'\n",
}

const resultSchema = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string() })) }),
  }),
})

async function violationsIn(files: Files): Promise<{ violations: Violation[]; rules: string[] }> {
  const tree = await plant(files, ['.dependency-cruiser.mjs', 'scripts/lint/layers.mjs'])
  try {
    const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', '.']
    const { summary } = resultSchema.parse(JSON.parse(await runTool('dependency-cruiser/bin/dependency-cruiser.mjs', args, tree.path)))
    return {
      violations: summary.violations.map(({ from, to, rule }) => ({ rule: rule.name, from, to })),
      rules: summary.ruleSetUsed.forbidden.map(({ name }) => name),
    }
  } finally {
    await tree.remove()
  }
}

describe('who may import whom', () => {
  let found: Violation[] = []
  let rules: string[] = []

  beforeAll(async () => {
    const planted = Object.fromEntries(CRIMES.map(([, file, source]) => [file, source]))
    ;({ violations: found, rules } = await violationsIn({ ...BASE, ...ACCOMPLICES, ...planted }))
  })

  it('finds nothing in a tree that keeps the rules', async () => {
    expect((await violationsIn(BASE)).violations).toEqual([])
  })

  it.each(CRIMES)('%s: %s', (rule, file) => {
    expect(found.filter((violation) => violation.from === file).map((violation) => violation.rule)).toContain(rule)
  })

  it('accuses no file that was innocent', () => {
    const suspects = new Set([...CRIMES.map(([, file]) => file), ...Object.keys(ACCOMPLICES)])
    expect(found.filter(({ from }) => !suspects.has(from))).toEqual([])
  })

  it('has a planted violation for every rule', () => {
    const shown = new Set(CRIMES.map(([rule]) => rule))
    const unshown = rules.filter((name) => !shown.has(name) && !name.startsWith('flow-'))
    expect(unshown).toEqual([])
  })

  it('lets types go round, which no code does', async () => {
    const { violations } = await violationsIn({
      ...BASE,
      'src-main/core/summary/a.ts': "import { b } from './b.ts'\nexport type A = string\nexport const a = b\n",
      'src-main/core/summary/b.ts': "import type { A } from './a.ts'\nexport const b: A = ''\n",
    })
    expect(violations).toEqual([])
  })
})
