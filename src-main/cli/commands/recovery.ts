import { Failure } from '../../../src-shared/errors/failure.ts'
import type { ExitCode, Invocation } from '../invocation.ts'
import { askPassphrase } from '../prompts.ts'
import { readPassphrase, readText, reachStore, withStore, type Client } from '../store.ts'
import type { Terminal } from '../terminal.ts'

const WORDS = 24

/** Asks for some of the words by number until they are right, then records that they are written down. */
export async function confirmWords(client: Client, words: readonly string[], places: readonly number[], terminal: Terminal): Promise<void> {
  for (const place of places) {
    while ((await askPassphrase(`Word ${place + 1} of your recovery key`)).trim().toLowerCase() !== words[place]) {
      terminal.note(`That is not word ${place + 1}. Look at what you wrote down.`)
    }
  }
  await client.system.acknowledgeRecovery({})
  terminal.note('Good: you have your recovery key.')
}

/** `sotto recovery new`: new words for those that were lost or seen; the old ones open nothing from then on. */
export async function recoveryNew(invocation: Invocation): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    const { recoveryWords } = await client.system.renewRecovery({})
    invocation.terminal.result({ recoveryKey: recoveryWords.join(' ') }, () => [
      'Your new recovery key. Write it down now; the old one opens nothing any more.',
      '',
      ...wordGrid(recoveryWords),
    ])
    return 0
  })
}

/** Four columns, numbered down the page as one writes them. */
export function wordGrid(words: readonly string[]): string[] {
  const rows = Math.ceil(words.length / 4)
  const cell = (at: number): string => `${String(at + 1).padStart(4)}. ${(words[at] ?? '').padEnd(10)}`
  return Array.from({ length: rows }, (_, row) =>
    [0, 1, 2, 3]
      .map((column) => cell(column * rows + row))
      .join('')
      .trimEnd(),
  )
}

/** `sotto recovery confirm`: says that the words are written down. */
export async function recoveryConfirm(invocation: Invocation): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    await client.system.acknowledgeRecovery({})
    invocation.terminal.result({ recoveryAcknowledged: true }, () => ['Noted: your recovery words are written down.'])
    return 0
  })
}

/** `sotto recover`: a new passphrase by the 24 words. Notes, names and recovery key stay as they are. */
export async function recover(invocation: Invocation, options: { wordsFile?: string; newPassphraseFile?: string }): Promise<ExitCode> {
  const { terminal } = invocation
  const typed = options.wordsFile === undefined ? await ask(invocation, 'Your 24 recovery words') : readText(options.wordsFile)
  const words = typed
    .trim()
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => !/^\d+\.?$/.test(word))
  if (words.length !== WORDS) throw new Failure('WRONG_RECOVERY_KEY', { reason: 'words' })
  const newPassphrase = options.newPassphraseFile === undefined ? await ask(invocation, 'New passphrase') : readPassphrase(options.newPassphraseFile)
  const access = await reachStore(invocation)
  try {
    if ((await access.client.system.status({})).state === 'absent') throw new Failure('STORE_MISSING', {})
    await access.client.system.recover({ words, newPassphrase })
    terminal.result({ recovered: true }, () => ['Done: the new passphrase opens your notes. Your recovery words stay the same.'])
    return 0
  } finally {
    await access.close()
  }
}

/** `sotto passphrase`: changes the passphrase. */
export async function changePassphrase(invocation: Invocation, options: { newPassphraseFile?: string }): Promise<ExitCode> {
  const { terminal } = invocation
  const passphrase =
    invocation.passphraseFile === undefined
      ? (invocation.env['SOTTO_PASSPHRASE'] ?? (await ask(invocation, 'Passphrase now')))
      : readPassphrase(invocation.passphraseFile)
  const newPassphrase = options.newPassphraseFile === undefined ? await ask(invocation, 'New passphrase') : readPassphrase(options.newPassphraseFile)
  return withStore<ExitCode>({ ...invocation, env: { ...invocation.env, SOTTO_PASSPHRASE: passphrase } }, async (client) => {
    await client.system.changePassphrase({ passphrase, newPassphrase })
    terminal.result({ changed: true }, () => ['Done: the new passphrase opens your notes from now on.'])
    return 0
  })
}

async function ask({ terminal }: Invocation, question: string): Promise<string> {
  if (!terminal.isInteractive) throw new Failure('BAD_USAGE', { detail: `${question}: nobody is at the terminal to give it; name a file.` })
  return askPassphrase(question)
}
