import { Option, type Command } from 'commander'
import { LENGTHS, TEMPLATE_NAMES, TONES } from '../../src-shared/domain/template.ts'
import type { ExitCode, Invocation } from './invocation.ts'

type Run = (work: (invocation: Invocation) => Promise<ExitCode>) => Promise<void>

const loadSummary = () => import('./commands/summary.ts')
const loadLearning = () => import('./commands/learning.ts')

const VERDICTS = [
  ['accept', 'accepted', 'keep a line, whatever later summaries say'],
  ['reject', 'rejected', 'drop a line, here and in later summaries'],
  ['edit', 'edited', 'put a line in your own words; they are redacted before they are stored'],
  ['unjudge', 'none', 'take your word on a line back'],
] as const

/** How notes are made, for every command that makes some. */
export const withKindOfNotes = (command: Command): Command =>
  command
    .addOption(new Option('--template <name>', 'kind of notes').choices(TEMPLATE_NAMES))
    .option('--sections <file>', 'sections of your own, one a line: "Heading: what belongs there"')
    .addOption(new Option('--length <length>', 'how much the notes hold').choices(LENGTHS))
    .addOption(new Option('--tone <tone>', 'how a model writes; the built-in engine quotes').choices(TONES))
    .option('--notes-language <tag>', 'language of the notes, e.g. de, where a model makes them')

/**
 * `sotto summary …`: versions, what differs between them, made again, a person's word on lines, and what the built-in engine learns
 * from those on this machine alone.
 */
export function addSummary(command: (spec: string, description: string) => Command, run: Run, wholeNumber: (value: string) => number): void {
  const summary = command('summary', "a note's summary: its versions, and your word on its lines")
  const onSummary = (spec: string, description: string): Command => summary.command(spec).description(description).exitOverride()
  onSummary('versions <id>', 'every summary the note has had').action((id: string) => run(async (on) => (await loadSummary()).versions(on, id)))
  onSummary('diff <id>', 'what two versions have that the other has not; the last two by default')
    .option('--from <n>', 'number of the older', wholeNumber)
    .option('--to <n>', 'number of the newer', wholeNumber)
    .action((id: string, { from, to }: { from?: number; to?: number }) => run(async (on) => (await loadSummary()).diff(on, id, from, to)))
  onSummary('replay <id>', 'make the built-in summary again and compare it byte for byte')
    .option('--of <n>', 'another version than the newest', wholeNumber)
    .action((id: string, { of }: { of?: number }) => run(async (on) => (await loadSummary()).replay(on, id, of)))
  for (const [name, verdict, description] of VERDICTS) {
    const spec = `${name} <id> <section> <line>${verdict === 'edited' ? ' <text>' : ''}`
    onSummary(spec, description).action((id: string, section: string, line: string, text: unknown) =>
      run(async (on) =>
        (await loadSummary()).judge(on, id, { section, line: wholeNumber(line), verdict, ...(typeof text === 'string' ? { text } : {}) }),
      ),
    )
  }
  onSummary('rejected <id>', 'lines that were rejected')
    .option('--restore <n>', 'bring one back', wholeNumber)
    .action((id: string, { restore }: { restore?: number }) => run(async (on) => (await loadSummary()).rejected(on, id, restore)))
  onSummary('weights', 'which weights of action items are in force').action(() => run(async (on) => (await loadLearning()).weights(on)))
  onSummary('refit', 'fit them to the lines you accepted, edited and rejected; on this machine alone').action(() =>
    run(async (on) => (await loadLearning()).refit(on)),
  )
  onSummary('reset', 'back to the weights that came with the app').action(() => run(async (on) => (await loadLearning()).reset(on)))
}
