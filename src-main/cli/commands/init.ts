import { randomInt } from 'node:crypto'
import { Failure } from '../../../src-shared/errors/failure.ts'
import type { ExitCode, Invocation } from '../invocation.ts'
import { askPassphrase } from '../prompts.ts'
import { passphraseOf, reachStore } from '../store.ts'
import { confirmWords, wordGrid } from './recovery.ts'

/** `sotto init`: creates the store; prints its 24 recovery words once. */
export async function init(invocation: Invocation): Promise<ExitCode> {
  const { terminal, dataDir } = invocation
  const access = await reachStore(invocation, { create: true })
  try {
    if ((await access.client.system.status({})).state !== 'absent') throw new Failure('STORE_EXISTS', {})
    const passphrase = await newPassphrase(invocation)
    const { recoveryWords } = await access.client.system.init({ passphrase })
    terminal.result({ dataDir, recoveryKey: recoveryWords.join(' ') }, () => [
      `Created an encrypted store in ${dataDir}`,
      '',
      'Your recovery key, 24 words. Write them down now, on paper: they are shown once, and they open your notes',
      'when the passphrase is lost. Nobody else can.',
      '',
      ...wordGrid(recoveryWords),
    ])
    if (terminal.isInteractive && !terminal.json) {
      const [first, second] = [randomInt(0, 12), randomInt(12, 24)]
      await confirmWords(access.client, recoveryWords, [first, second], terminal)
    } else {
      terminal.note('Keep the recovery key somewhere safe, then run "sotto recovery confirm".')
    }
    return 0
  } finally {
    await access.close()
  }
}

async function newPassphrase(invocation: Invocation): Promise<string> {
  const { terminal, passphraseFile, env } = invocation
  const isTyped = passphraseFile === undefined && (env['SOTTO_PASSPHRASE'] ?? '') === '' && terminal.isInteractive
  for (;;) {
    const first = await passphraseOf(invocation, 'Choose a passphrase')
    if (!isTyped || (await askPassphrase('The same again')) === first) return first
    terminal.note('These two were different. Nothing was created yet.')
  }
}
