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
 * temporary directory, a bundled recording of an invented meeting, and the note that comes out.
 */
const bundled = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const recording = bundled('test/fixtures/speech/meeting-launch.wav')
const model = bundled('test/fixtures/speech/ggml-test-en.bin')
const transcript = bundled('resources/demo/weekly-product-sync.vtt')
const ENGINE_OR_MODEL_MISSING = 4
const folder = mkdtempSync(join(tmpdir(), 'sotto-demo-'))
const store = join(folder, 'store')
const passphraseFile = join(folder, 'passphrase')
mkdirSync(store, { mode: 0o700 })
writeFileSync(passphraseFile, `${randomBytes(12).toString('base64url')}\n`, { mode: 0o600 })

const streams = { stdout: process.stdout, stderr: process.stderr, stdin: process.stdin }
const quiet = { write: () => true }

async function sotto(args: string[], show: boolean): Promise<number> {
  if (show) process.stdout.write(`\n$ sotto ${args.map((each) => each.replace(/^.*\/(?=[^/]+$)/, '')).join(' ')}\n`)
  return main(['--data-dir', store, '--passphrase-file', passphraseFile, ...args], show ? streams : { ...streams, stdout: quiet, stderr: quiet }, {
    SOTTO_WHISPER_MODEL: model,
  })
}

async function must(args: string[], show: boolean): Promise<void> {
  const status = await sotto(args, show)
  if (status === 0) return
  process.stderr.write(`The demo stopped: sotto ${args[0]} ended with ${status}.\n`)
  process.exit(status)
}

process.stdout.write(`Sotto demo: an invented meeting of one minute, from sound to a private note.
It is heard by the demo model, which knows 330 words of synthetic English and nothing else; real ones: sotto models list.
`)
await must(['init'], false)
const details = ['--date', '2026-11-03', '--title', 'Launch meeting']
const heard = await sotto(['import', recording, ...details], true)
const isHeard = heard === 0
if (heard === ENGINE_OR_MODEL_MISSING) {
  process.stdout.write('There is no speech engine for this computer, so a transcript is taken instead.\n')
  await must(['import', transcript, ...details], true)
} else if (!isHeard) process.exit(heard)
await must(['search', 'website'], true)
await must(['audit', 'verify'], true)

process.stdout.write('\nThe note, with names for your eyes (stored are the tokens):\n')
const list: string[] = []
await main(
  ['--data-dir', store, '--passphrase-file', passphraseFile, '--json', 'list'],
  { ...streams, stdout: { write: (text: string) => list.push(text) } },
  {},
)
const { notes } = z.object({ notes: z.tuple([z.object({ id: z.string() })]) }).parse(JSON.parse(list.join('')))
const [{ id }] = notes
await must(['show', id, '--reveal'], true)

process.stdout.write(`
Where it is     ${store} (encrypted: a SQLCipher database, the sound beside it, keys wrapped by a passphrase)
Heard by        ${isHeard ? 'the demo model, in a process of its own on this computer' : 'nobody; it was a transcript'}
Redacted by     the deterministic recognisers in src-shared/pii; originals are in the vault of the same store
Summarised by   the built-in engine; no model, no network
Look around     npm run -s sotto -- --data-dir ${store} --passphrase-file ${passphraseFile} show ${id.slice(-6)}
Throw it away   delete ${folder}
`)
