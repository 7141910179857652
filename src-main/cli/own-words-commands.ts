import { Option, type Command } from 'commander'
import type { AskOptions } from './commands/ask.ts'
import type { OwnNotesOptions } from './commands/own-notes.ts'
import type { ExitCode, Invocation } from './invocation.ts'

type Run = (work: (invocation: Invocation) => Promise<ExitCode>) => Promise<void>

/** What a person writes and asks themselves. */
export function addOwnWords(command: (spec: string, description: string) => Command, run: Run, wholeNumber: (value: string) => number): void {
  command('ask <question...>', 'an answer out of your notes, each sentence with its place; or that it is not in them')
    .option('--note <id>', 'out of this note alone')
    .addOption(new Option('--engine <engine>', 'who answers').choices(['embedded', 'ollama']).default('embedded'))
    .option('--model <model>', 'model of the engine')
    .option('--reveal', 'with names, and by them (audited)')
    .action((words: string[], options: AskOptions) => run(async (on) => (await import('./commands/ask.ts')).ask(on, words.join(' '), options)))
  command('notes <id>', 'what you wrote down of a meeting yourself; it is redacted before it is stored')
    .option('--add <text>', 'write another line')
    .option('--at <time>', 'when in the recording that was, e.g. 12:30')
    .option('--file <file>', 'add the lines of a text or Markdown file, each perhaps behind a time')
    .option('--change <n>', 'write a line anew, with --text', wholeNumber)
    .option('--text <text>')
    .option('--remove <n>', 'take a line away', wholeNumber)
    .option('--reveal', 'with names (audited)')
    .action((id: string, options: OwnNotesOptions) => run(async (on) => (await import('./commands/own-notes.ts')).ownNotes(on, id, options)))
}
