import './node-guard.mjs'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { main } from '../src-main/cli/main.ts'

/**
 * `npm run demo`: the main job from end to end, with the same command line a person uses. A new encrypted store in the
 * temporary directory, a bundled invented meeting, and the note that comes out.
 */
const meeting = fileURLToPath(new URL('../resources/demo/weekly-product-sync.vtt', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'sotto-demo-'))
const store = join(folder, 'store')
const passphraseFile = join(folder, 'passphrase')
mkdirSync(store, { mode: 0o700 })
writeFileSync(passphraseFile, `${randomBytes(12).toString('base64url')}\n`, { mode: 0o600 })

const streams = { stdout: process.stdout, stderr: process.stderr, stdin: process.stdin }
const quiet = { write: () => true }

async function sotto(args: string[], show: boolean): Promise<void> {
  if (show) process.stdout.write(`\n$ sotto ${args.join(' ')}\n`)
  const status = await main(
    ['--data-dir', store, '--passphrase-file', passphraseFile, ...args],
    show ? streams : { ...streams, stdout: quiet, stderr: quiet },
    {},
  )
  if (status !== 0) {
    process.stderr.write(`The demo stopped: sotto ${args[0]} ended with ${status}.\n`)
    process.exit(status)
  }
}

process.stdout.write('Sotto demo: an invented meeting, from a Teams transcript to a private note.\n')
await sotto(['init'], false)
await sotto(['import', meeting, '--date', '2026-11-03', '--title', 'Weekly product sync'], true)
await sotto(['search', 'Friday'], true)
await sotto(['audit', 'verify'], true)

process.stdout.write('\nThe note, with names for your eyes (stored are the tokens):\n')
const list: string[] = []
await main(
  ['--data-dir', store, '--passphrase-file', passphraseFile, '--json', 'list'],
  { ...streams, stdout: { write: (text: string) => list.push(text) } },
  {},
)
const { notes } = z.object({ notes: z.tuple([z.object({ id: z.string() })]) }).parse(JSON.parse(list.join('')))
const [{ id }] = notes
await sotto(['show', id, '--summary', '--reveal'], true)

process.stdout.write(`
Where it is     ${store} (encrypted; SQLCipher database, keys wrapped by a passphrase)
Redacted by     the deterministic recognisers in src-shared/pii; originals are in the vault of the same store
Summarised by   the built-in engine; no model, no network
Look around     npm run -s sotto -- --data-dir ${store} --passphrase-file ${passphraseFile} show ${id.slice(-6)}
Throw it away   delete ${folder}
`)
