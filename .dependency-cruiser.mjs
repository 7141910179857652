import {
  CARRIED, CORE_MODULES, ENTRY_POINT, HOUSE, LOCAL_SOCKET, NETWORK, NETWORK_PACKAGES, PII_PACKAGES, SHARED_PACKAGES, STANDS_ON,
} from './scripts/lint/layers.mjs'

/** The import rules of docs/architecture.md. Each is shown to bite by test/unit/lint/layers.test.ts. */

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const builtin = (names) => `^(node:)?(${names.join('|')})$`
const packages = (names) => `(^|/)node_modules/(${names.join('|')})(/|$)`
const core = (names) => `^src-main/core/(${names.join('|')})/`
const FACE = '/index\\.ts$'
/** The index.ts of a module or of one room in it (summary/embedded), or the small files of workers/ that start and serve a thread. */
const FACES = [`^src-main/core/[^/]+${FACE}`, `^src-main/core/[^/]+/[a-z-]+${FACE}`, '^src-main/core/workers/[^/]+\\.ts$']

const places = [
  forbid('known-place', 'This file lies where no rule covers it. Put it into a room of the house, or give the room its place in scripts/lint/layers.mjs.',
    { pathNot: HOUSE }, {}),
  forbid('known-place-imported', 'The imported file lies where no rule covers it (scripts/lint/layers.mjs).',
    {}, { dependencyTypes: ['local'], pathNot: [...HOUSE, '^package\\.json$', '^resources/'] }),
  forbid('known-place-alone', 'This file lies where no rule covers it (scripts/lint/layers.mjs).', { orphan: true, pathNot: HOUSE }, {}),
  forbid('no-cycles', 'Two files that need each other are one idea or three: move what both need into a file of its own. (Types alone may go round.)',
    {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
  forbid('resolvable', 'The import leads nowhere.', {}, { couldNotResolve: true }),
  forbid('declared-packages', 'The package is not in package.json; it works by chance and is gone with the next install.',
    { path: '^(src-|bin/)' }, { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'undetermined'] }),
  forbid('no-dev-packages-in-the-product', 'A package under devDependencies is not there for the person who installs Sotto. (The renderer is bundled.)',
    { path: '^(src-|bin/)', pathNot: '^src-renderer/' }, { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: packages(CARRIED) }),
  forbid('nothing-imports-tests-or-scripts', 'The product must work without test/ and scripts/. (The version guard goes with it.)',
    { path: '^src-' }, { path: '^(test|scripts)/', pathNot: '^scripts/node-guard\\.mjs$' }),
]

const shared = [
  forbid('shared-stands-alone', 'src-shared is what every part may import, so it imports no other part.',
    { path: '^src-shared/' }, { dependencyTypes: ['local'], pathNot: '^src-shared/' }),
  forbid('shared-packages', 'src-shared runs in browsers and on the portal: only the pure packages listed in scripts/lint/layers.mjs.',
    { path: '^src-shared/', pathNot: '^src-shared/pii/' }, { path: '(^|/)node_modules/', pathNot: packages(SHARED_PACKAGES) }),
  forbid('pii-packages', 'The recognisers run on the portal too: only the pure packages listed in scripts/lint/layers.mjs.',
    { path: '^src-shared/pii/' }, { path: '(^|/)node_modules/', pathNot: packages([...SHARED_PACKAGES, ...PII_PACKAGES]) }),
  forbid('pure-without-node', 'src-shared and *.pure.ts know no files, clock, randomness or network; let the caller pass them in.',
    { path: ['^src-shared/', '\\.pure\\.ts$'] }, { dependencyTypes: ['core'] }),
  forbid('pure-imports-pure', 'A *.pure.ts stays pure only if what it imports is: src-shared or another *.pure.ts. (A type does nothing and is free.)',
    { path: '\\.pure\\.ts$' }, { dependencyTypes: ['local'], dependencyTypesNot: ['type-only'], pathNot: ['^src-shared/', '\\.pure\\.ts$'] }),
]

const rawText = [
  forbid('raw-text-is-made-where-words-come-in', 'Only where words come in: importers, edit-saving, the text worker\'s pipeline, redaction, live text, the vault, and the two commands that read a text given to them.',
    { path: '^src-', pathNot: ['^src-shared/domain/raw-text/', core(['importers', 'redaction', 'live', 'vault', 'pipeline']), '^src-main/core/notebook/edit', '^src-main/cli/commands/(redact|summarize)'] },
    { path: '^src-shared/domain/raw-text/make\\.ts$' }),
  forbid('raw-text-is-opened-in-two-places', 'Only redaction and the vault may read raw words; everybody else is given redacted ones.',
    { path: '^src-', pathNot: ['^src-shared/domain/raw-text/', core(['redaction', 'vault'])] },
    { path: '^src-shared/domain/raw-text/open\\.ts$' }),
]

const coreRules = [
  forbid('core-without-hosts', 'The core is the product in plain Node: it knows no window, no command line, no other part.',
    { path: '^src-main/core/' }, { path: ['^src-main/(hosts|cli)/', '^src-(renderer|portal|companion)/'] }),
  forbid('core-through-the-front-door', 'A module of the core is entered through its index.ts; what lies behind may change. (An entry point in workers/ runs one module and may reach into it.)',
    { path: '^src-main/core/([^/]+)/', pathNot: ENTRY_POINT }, { path: '^src-main/core/[^/]+/', pathNot: ['^src-main/core/$1/', ...FACES] }),
  forbid('entry-points-are-started-not-imported', 'A *.worker.ts is started as a thread or process; importing it would run it here.',
    {}, { path: ENTRY_POINT }),
  forbid('composition-through-the-front-door', 'The composition root puts modules together by their index.ts.',
    { path: '^src-main/core/[^/]+$' }, { path: '^src-main/core/[^/]+/', pathNot: FACES }),
  forbid('modules-do-not-know-the-whole', 'Only hosts, the command line and entry points import the composition root.',
    { path: core(CORE_MODULES.filter((name) => name !== 'owner')), pathNot: ENTRY_POINT }, { path: '^src-main/core/[^/]+$' }),
  ...CORE_MODULES.map((name, at) => {
    const reachable = STANDS_ON[name] ?? CORE_MODULES.slice(0, at)
    return forbid(`flow-${name}`, `Data flow one way. core/${name} may import ${reachable.join(', ') || 'no other module'}; what it needs from a later stage is handed to it.`,
      { path: core([name]), pathNot: ENTRY_POINT }, { path: '^src-main/core/[^/]+/', pathNot: core([name, ...reachable]) })
  }),
  forbid('electron-only-in-its-host', 'Importing electron in plain Node starts a download; only hosts/electron may name it.',
    { path: '^(src-|bin/|test/)', pathNot: ['^src-main/hosts/electron/', '^test/electron/', '^test/fakes/electron/'] },
    { path: ['^electron(/|$)', packages(['electron'])] }),
  forbid('database-only-in-store', 'All SQL lives in core/store. (core/owner/lock.ts uses an empty SQLite file as a lock of the operating system.)',
    { path: '^src-', pathNot: [core(['store']), '^src-main/core/owner/lock\\.ts$', '^src-portal/'] },
    { path: ['better-sqlite3', '^(node:)?sqlite$'] }),
]

const network = [
  forbid('network-only-in-egress', 'Only core/egress speaks to the network; ask it, with a purpose.',
    { path: '^(src-shared|src-main)/', pathNot: [core(['egress', 'owner']), '^src-main/hosts/browser/'] },
    { path: [builtin([...NETWORK, ...NETWORK_PACKAGES]), packages(NETWORK_PACKAGES)] }),
  forbid('owner-only-local-sockets', 'The owner answers on a socket file or a named pipe, the browser host on the loopback address; neither calls out.',
    { path: [core(['owner']), '^src-main/hosts/browser/'] },
    { path: [builtin([...NETWORK, ...NETWORK_PACKAGES]), packages(NETWORK_PACKAGES)], pathNot: [builtin(LOCAL_SOCKET), packages(LOCAL_SOCKET)] }),
  forbid('programs-are-started-in-few-places', 'A program that is started can do what the egress rules forbid; only the speech engine\'s host, the shells and whoever asks the sound system start one.',
    { path: '^(src-shared|src-main|src-renderer)/', pathNot: [core(['speech', 'workers']), '^src-main/core/offers/microphone-use\\.ts$', '^src-main/hosts/'] },
    { path: '^(node:)?(child_process|cluster)$' }),
]

const shells = [
  forbid('shells-use-the-public-face', 'Hosts and the command line use core/*.ts and a module\'s index.ts, never what lies behind.',
    { path: '^src-main/(hosts|cli)/' }, { path: '^src-main/core/[^/]+/', pathNot: FACES }),
  forbid('shells-do-not-know-each-other', 'The command line and the hosts are separate ways in. (Both hosts are supervised by the same code.)',
    { path: '^src-main/(cli|hosts/[^/]+)/' }, { path: '^src-main/(cli|hosts/[^/]+)/', pathNot: ['^src-main/$1/', '^src-main/hosts/supervisor/'] }),
  forbid('the-command-line-ends-by-itself', 'A command ends with its work, or with a lock; it has no core to keep.',
    { path: '^src-main/cli/' }, { path: '^src-main/hosts/supervisor/' }),
  forbid('shells-without-other-parts', 'Main process, renderer, portal and companion meet over the contract.',
    { path: '^src-main/' }, { path: '^src-(renderer|portal|companion)/' }),
  forbid('preload-knows-the-contract-only', 'The preload script stands between a page and the main process: the contract and electron, nothing else.',
    { path: '^src-main/hosts/electron/preload' }, { dependencyTypes: ['local'], pathNot: '^src-shared/contract/' }),
]

const otherParts = [
  forbid('renderer-over-the-contract', 'The renderer sees src-shared and itself; everything else it asks for.',
    { path: '^src-renderer/' }, { dependencyTypes: ['local'], pathNot: ['^src-renderer/', '^src-shared/'] }),
  forbid('renderer-without-node', 'The renderer is a web page.', { path: '^src-renderer/' }, { dependencyTypes: ['core'] }),
  forbid('ui-kit-knows-no-domain', 'ui/ is the kit: no features, no rpc, no domain.',
    { path: '^src-renderer/ui/' }, { dependencyTypes: ['local'], pathNot: '^src-renderer/(ui|styles)/' }),
  forbid('features-through-the-front-door', 'A feature uses another by its index.ts.',
    { path: '^src-renderer/features/([^/]+)/' }, { path: '^src-renderer/features/[^/]+/', pathNot: ['^src-renderer/features/$1/', '/index\\.tsx?$'] }),
  forbid('portal-shares-only-src-shared', 'The portal must not be able to read what the app keeps.',
    { path: '^src-portal/' }, { dependencyTypes: ['local'], pathNot: ['^src-portal/', '^src-shared/'] }),
  forbid('companion-reuses-a-part-of-the-core', 'The companion reuses speech, models, jobs, log, egress and platform; it has no notes, no vault, no sharing.',
    { path: '^src-companion/' },
    { dependencyTypes: ['local'], pathNot: ['^src-companion/', '^src-shared/', `^src-main/core/(speech|models|jobs|log|egress|platform)${FACE}`] }),
]

export default {
  forbidden: [...places, ...shared, ...rawText, ...coreRules, ...network, ...shells, ...otherParts],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^(out|coverage|reports)/', '^test/fixtures/', '^test/types/'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], mainFields: ['module', 'main', 'types'] },
    moduleSystems: ['es6', 'cjs', 'tsd'],
    detectProcessBuiltinModuleCalls: true,
    reporterOptions: { text: { highlightFocused: true } },
  },
}
