import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { remadeSchema } from '../../src-shared/domain/summary.ts'
import { recordingModeSchema } from '../../src-shared/domain/settings.ts'
import { Failure, toFailure } from '../../src-shared/errors/failure.ts'
import { dataDirOf } from '../core/platform/index.ts'
import type { ImportOptions } from './commands/import.ts'
import type { DeleteOptions, EditOptions, ExportOptions, ListenAgainOptions, ResummarizeOptions, SearchOptions, ShowOptions } from './commands/notes.ts'
import type { RecordOptions } from './commands/record.ts'
import type { RedactOptions } from './commands/redact.ts'
import type { SummarizeOptions } from './commands/summarize.ts'
import type { TranscribeOptions } from './commands/transcribe.ts'
import { addSummary, withKindOfNotes } from './summary-commands.ts'
import { addCorrections } from './correction-commands.ts'
import type { ExitCode, Invocation } from './invocation.ts'
import { addOwnWords } from './own-words-commands.ts'
import { createTerminal, errorDocument, type Streams, type Terminal } from './terminal.ts'

const version = '0.1.0'

interface GlobalOptions {
  dataDir?: string
  json?: boolean
  passphraseFile?: string
}

const wholeNumber = (value: string): number => {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(value)
}

/** Runs one command line. @returns the exit status of DESIGN §15 */
export async function main(argv: readonly string[], streams: Streams, env: NodeJS.ProcessEnv): Promise<ExitCode> {
  let status: ExitCode = 0
  const abort = new AbortController()
  const interrupt = (): void => {
    // The first Ctrl-C cancels what is under way and tidies up; a second one does not wait.
    if (abort.signal.aborted) process.exit(130)
    abort.abort()
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)

  const terminal = (json: boolean): Terminal => createTerminal(json, streams)
  const program = build(async (work) => {
    const options: GlobalOptions = program.opts()
    const invocation: Invocation = {
      dataDir: dataDirOf(options.dataDir, env),
      passphraseFile: options.passphraseFile,
      version,
      env,
      terminal: terminal(options.json === true),
      signal: abort.signal,
    }
    status = await work(invocation)
  })
  program.configureOutput({ writeOut: (text) => streams.stdout.write(text), writeErr: (text) => streams.stderr.write(text) })

  try {
    await program.parseAsync([...argv], { from: 'user' })
    return status
  } catch (thrown) {
    if (thrown instanceof CommanderError) {
      // Its words are already on standard error; help and version are no mistakes.
      if (thrown.exitCode === 0) return 0
      if (argv.includes('--json'))
        streams.stdout.write(`${JSON.stringify({ error: { code: 'BAD_USAGE', message: thrown.message.replace(/^error: /, '') } })}\n`)
      return 2
    }
    return fail(thrown, terminal(argv.includes('--json')), env)
  } finally {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}

function fail(thrown: unknown, terminal: Terminal, env: NodeJS.ProcessEnv): ExitCode {
  const failure = isPromptAbort(thrown) ? new Failure('CANCELLED', {}) : toFailure(thrown)
  const error = errorDocument(failure)
  terminal.endProgress()
  if (terminal.json) terminal.result({ error }, () => [])
  else {
    terminal.note(error.message)
    if (error.fix !== undefined) terminal.note(error.fix)
  }
  // The cause may quote content, so it is for developers who ask.
  if (failure.code === 'INTERNAL' && env['SOTTO_DEBUG'] === '1') console.error(failure.cause)
  return [1, 2, 3, 4].find((code): code is ExitCode => code === failure.exitCode) ?? 1
}

const isPromptAbort = (thrown: unknown): boolean => thrown instanceof Error && thrown.name === 'ExitPromptError'

type Run = (work: (invocation: Invocation) => Promise<ExitCode>) => Promise<void>

/** Each command's code is loaded when it is called: a small command starts fast. */
const load = {
  audit: () => import('./commands/audit.ts'),
  doctor: () => import('./commands/doctor.ts'),
  import: () => import('./commands/import.ts'),
  init: () => import('./commands/init.ts'),
  models: () => import('./commands/models.ts'),
  notes: () => import('./commands/notes.ts'),
  record: () => import('./commands/record.ts'),
  recovery: () => import('./commands/recovery.ts'),
  redact: () => import('./commands/redact.ts'),
  serve: () => import('./commands/serve.ts'),
  settings: () => import('./commands/settings.ts'),
  summarize: () => import('./commands/summarize.ts'),
  transcribe: () => import('./commands/transcribe.ts'),
}

/** All commands with their options. */
function build(run: Run): Command {
  const program = new Command('sotto')
    .description(
      'Private meeting notes. A transcript goes in; a redacted, summarised, encrypted, searchable note comes out.\nNothing of yours leaves this computer.',
    )
    .version(version)
    .option('--data-dir <dir>', 'where the store is (SOTTO_DATA_DIR)')
    .option('--json', 'one JSON document on standard output, everything else on standard error')
    .option('--passphrase-file <file>', 'read the passphrase from the first line of a file')
    .exitOverride()
    .showHelpAfterError('Run "sotto help" for all commands.')
  const engine = new Option('--engine <engine>', 'who summarises').choices(['embedded', 'ollama']).default('embedded')
  const command = (spec: string, description: string): Command => program.command(spec).description(description).exitOverride()

  command('init', 'create the store').action(() => run(async (on) => (await load.init()).init(on)))

  command('import <files...>', 'bring in recordings and transcripts; the format is recognised by content')
    .option('--title <title>', 'title of the note')
    .option('--date <iso>', 'when the meeting was')
    .option('--participants <names>', 'who was there: "Alice Schmidt;Bob"')
    .addOption(engine)
    .option('--model <model>', 'model of the engine')
    .option('--speech-model <model>', 'who listens: a model of "sotto models list", or a file')
    .option('--language <language>', 'the language spoken, e.g. en or de; told from the sound otherwise')
    .option('--vocabulary <words>', 'words a recording may hold')
    .option('--notes <file>', 'what you wrote down yourself, a line each, perhaps behind times such as 12:30')
    .action((files: string[], options: ImportOptions) => run(async (on) => (await load.import()).importFiles(on, files, options)))

  command('record', 'keep the sound on standard input, encrypted while it comes; then make a note of it')
    .option('--raw', 'bare samples of 16 bits instead of WAV')
    .option('--rate <hz>', 'of bare samples', wholeNumber, 16_000)
    .option('--channels <n>', 'as they come; 2 are me and the others', wholeNumber, 1)
    .option('--title <title>', 'title of the note')
    .option('--participants <names>', 'who is there: "Alice Schmidt;Bob"')
    .addOption(new Option('--keep <what>', 'what becomes of it').choices(recordingModeSchema.options).default('sound-and-text'))
    .option('--record-only', 'needs no passphrase; the note is made when the store is next unlocked')
    .action((options: RecordOptions) => run(async (on) => (await load.record()).record(on, options)))

  command('list', 'all notes, newest first').action(() => run(async (on) => (await load.notes()).list(on)))

  command('show <id>', 'one note: summary with evidence, transcript')
    .option('--reveal', 'with names (audited)')
    .option('--summary', 'without the transcript')
    .action((id: string, options: ShowOptions) => run(async (on) => (await load.notes()).show(on, id, options)))

  command('search <query...>', 'find words, "phrases", names and hidden things such as [EMAIL]')
    .option('--reveal', 'with names (audited)')
    .option('--limit <n>', 'at most this many', wholeNumber)
    .action((words: string[], options: SearchOptions) => run(async (on) => (await load.notes()).search(on, words.join(' '), options)))

  command('edit <id>', 'change a title or a line; what you type is redacted before it is stored')
    .option('--title <title>')
    .option('--segment <n>', 'line number as shown', wholeNumber)
    .option('--text <text>')
    .action((id: string, options: EditOptions) => run(async (on) => (await load.notes()).edit(on, id, options)))

  command('delete <ids...>', 'erase notes with everything that hangs on them')
    .option('--yes', 'do not ask')
    .action((ids: string[], options: DeleteOptions) => run(async (on) => (await load.notes()).remove(on, ids, options)))

  command('export <id>', 'write a note out, no longer encrypted')
    .addOption(new Option('--format <format>').choices(['md', 'json', 'vtt', 'srt', 'txt']).default('md'))
    .option('-o, --output <file>', 'into a file instead of standard output')
    .option('--reveal', 'with names (audited)')
    .action((id: string, options: ExportOptions) => run(async (on) => (await load.notes()).exportNote(on, id, options)))

  withKindOfNotes(command('resummarize <id>', 'make the summary again, by another engine if you like'))
    .addOption(engine)
    .option('--model <model>', 'model of the engine')
    .addOption(new Option('--only <section>', 'make one section again and keep the others').choices(remadeSchema.options))
    .action((id: string, options: ResummarizeOptions) => run(async (on) => (await load.notes()).resummarize(on, id, options)))

  addCorrections(command, run, wholeNumber)
  addOwnWords(command, run, wholeNumber)

  addSummary(command, run, wholeNumber)

  command('listen-again <id>', "hear a note's recording again; the fuller result is kept")
    .addOption(engine)
    .option('--model <model>', 'model of the engine')
    .option('--speech-model <model>', 'who listens: a model of "sotto models list", or a file')
    .option('--language <language>', 'the language spoken, e.g. en or de; told from the sound otherwise')
    .action((id: string, options: ListenAgainOptions) => run(async (on) => (await load.notes()).listenAgain(on, id, options)))

  const sound = command('sound', "a note's recording, kept encrypted for a week after its words are safe")
  sound
    .command('keep <id>')
    .description('keep it for good; --week lets it go a week from now')
    .option('--week', 'let it go a week from now')
    .exitOverride()
    .action((id: string, { week = false }: { week?: boolean }) => run(async (on) => (await load.notes()).keepSound(on, id, !week)))
  sound
    .command('delete <id>')
    .description('destroy it now; transcript and summary stay')
    .exitOverride()
    .action((id: string) => run(async (on) => (await load.notes()).deleteSound(on, id)))

  command('retry <id>', "start a note's failed stages again").action((id: string) => run(async (on) => (await load.notes()).retry(on, id)))

  command('redact [file]', 'hide personal data in a text; stores nothing')
    .option('--lang <lang>', 'language, e.g. en or de')
    .option('--participants <names>', 'names to know: "Alice Schmidt;Bob"')
    .addOption(new Option('--format <format>').choices(['text', 'jsonl']).default('text'))
    .option('--explain', 'say of each thing why it is hidden')
    .option('--also <kinds>', 'hide these besides: organisations, places, or both with a comma')
    .option('--no-model', 'the recognisers alone, though a model that finds names was added')
    .action((file: string | undefined, options: RedactOptions) => run(async (on) => (await load.redact()).redact(on, file, options)))

  withKindOfNotes(command('summarize [file]', 'notes of a transcript; stores nothing'))
    .addOption(engine)
    .option('--model <model>', 'model of the engine')
    .option('--or-embedded', 'the built-in engine stands in where the model cannot')
    .option('--explain', 'say of every line why it was chosen')
    .option('--date <iso>', 'when the meeting was')
    .action((file: string | undefined, options: SummarizeOptions) => run(async (on) => (await load.summarize()).summarize(on, file, options)))

  const models = command('models', 'models on this computer: for speech, and for finding names')
  models
    .command('list')
    .description('all models, and which are here')
    .exitOverride()
    .action(() => run(async (on) => (await load.models()).modelsList(on)))
  models
    .command('pull <name>')
    .description('download one; goes on where an earlier download ended')
    .exitOverride()
    .action((name: string) => run(async (on) => (await load.models()).modelsPull(on, name)))
  models
    .command('verify [name]')
    .description('compare one, or every one here, with the published hashes')
    .exitOverride()
    .action((name: string | undefined) => run(async (on) => (await load.models()).modelsVerify(on, name)))
  models
    .command('add <folder>')
    .description('adds a signed model that finds names in text')
    .option('--key <thumbprint>', 'the key its maker publishes, if it is new here')
    .exitOverride()
    .action((folder: string, options: { key?: string }) => run(async (on) => (await load.models()).modelsAdd(on, folder, options.key)))
  models
    .command('remove <name>')
    .description('delete one, also an unfinished download')
    .exitOverride()
    .action((name: string) => run(async (on) => (await load.models()).modelsRemove(on, name)))

  command('transcribe <file>', 'sound to text; stores nothing')
    .option('--model <model>', 'a model of "sotto models list", or a file')
    .option('--language <language>', 'the language spoken, e.g. en or de', 'auto')
    .option('--prompt <words>', 'names and words that may be heard')
    .action((file: string, options: TranscribeOptions) => run(async (on) => (await load.transcribe()).transcribe(on, file, options)))

  const audit = command('audit', 'the log of what happened, without content')
  audit
    .command('verify [file]')
    .description("check the store's log, or an exported one")
    .exitOverride()
    .option('--device <thumbprint>', 'the device an export must be signed by')
    .action((file: string | undefined, options: { device?: string }) => run(async (on) => (await load.audit()).auditVerify(on, file, options)))
  audit
    .command('export <file>')
    .description('write it as signed JSON lines')
    .exitOverride()
    .action((file: string) => run(async (on) => (await load.audit()).auditExport(on, file)))

  command('egress', 'every request that left this program, or tried to').action(() => run(async (on) => (await load.audit()).egressList(on)))
  command('doctor', 'look for what could be wrong').action(() => run(async (on) => (await load.doctor()).doctor(on)))
  command('serve', 'own the store until Ctrl-C; other commands speak to it').action(() => run(async (on) => (await load.serve()).serve(on)))

  const settings = command('settings', 'how you want to record, kept in the store')
  const onSettings = (spec: string, description: string): Command => settings.command(spec).description(description).exitOverride()
  onSettings('list', 'all of them').action(() => run(async (on) => (await load.settings()).list(on)))
  onSettings('set <name> <value>', 'change one: yes or no, a word of its list, or "none"').action((name: string, value: string) =>
    run(async (on) => (await load.settings()).set(on, name, value)),
  )

  command('passphrase', 'change the passphrase')
    .option('--new-passphrase-file <file>')
    .action((options: { newPassphraseFile?: string }) => run(async (on) => (await load.recovery()).changePassphrase(on, options)))
  command('recover', 'a new passphrase by your 24 recovery words')
    .option('--words-file <file>')
    .option('--new-passphrase-file <file>')
    .action((options: { wordsFile?: string; newPassphraseFile?: string }) => run(async (on) => (await load.recovery()).recover(on, options)))
  const recovery = command('recovery', 'your 24 recovery words')
  recovery
    .command('confirm')
    .description('say that they are written down')
    .exitOverride()
    .action(() => run(async (on) => (await load.recovery()).recoveryConfirm(on)))

  recovery
    .command('new')
    .description('new words; the old ones open nothing any more')
    .exitOverride()
    .action(() => run(async (on) => (await load.recovery()).recoveryNew(on)))

  return program
}
