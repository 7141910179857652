import { Option, type Command } from 'commander'
import type { FindMoreOptions, HideOptions, ListOptions, SplitOptions, WhereOptions } from './commands/corrections.ts'
import type { ExitCode, Invocation } from './invocation.ts'

type Run = (work: (invocation: Invocation) => Promise<ExitCode>) => Promise<void>

const load = () => import('./commands/corrections.ts')
const loadNames = () => import('./commands/names.ts')

/** What a person corrects in what is hidden. */
export function addCorrections(command: (spec: string, description: string) => Command, run: Run, wholeNumber: (value: string) => number): void {
  const somewhere = (spec: string, description: string): Command =>
    command(spec, description)
      .option('--here <line>', 'only in this line as shown, or "title"')
      .option('--nth <n>', 'which mention there, counted from 1', wholeNumber)
      .addOption(new Option('--always', 'in every note there is and every one to come').conflicts('here'))

  somewhere('hide <id> <text...>', 'take words out of the note, its summary and its index; they stay in the vault')
    .option('--type <type>', 'what they are, e.g. person or org')
    .action((id: string, words: string[], options: HideOptions) => run(async (on) => (await load()).hide(on, id, words.join(' '), options)))
  somewhere('never-hide <id> <text...>', 'show words, or what a token such as [PERSON_2] stands for').action(
    (id: string, words: string[], options: WhereOptions) => run(async (on) => (await load()).neverHide(on, id, words.join(' '), options)),
  )
  command('merge <id> <token> <into>', 'two tokens are one person: merge ID [PERSON_2] [PERSON_1]').action((id: string, token: string, into: string) =>
    run(async (on) => (await load()).merge(on, id, token, into)),
  )
  command('split <id> <token>', 'mentions of a token that mean somebody else')
    .option('--said <words>', 'those that are said like this')
    .option('--lines <numbers>', 'those in these lines: 3,5')
    .action((id: string, token: string, options: SplitOptions) => run(async (on) => (await load()).split(on, id, token, options)))
  command('find-more <id>', 'ask a model on this computer what is still readable, and hide it; each find can be taken back')
    .option('--model <model>', 'a model of the local server')
    .option('--look', 'only say what it would be')
    .action((id: string, options: FindMoreOptions) => run(async (on) => (await load()).findMore(on, id, options)))
  command('redact-again [ids...]', "look at notes, or all of them, with today's recognisers, and hide what they find more; nothing hidden is shown")
    .action((ids: string[]) => run(async (on) => (await load()).redactAgain(on, ids)))
  command('corrections [id]', 'what was corrected, in one note or in all')
    .option('--reveal', 'with its words (audited)')
    .action((id: string | undefined, options: ListOptions) => run(async (on) => (await load()).list(on, id, options)))
  command('why <id>', 'what is hidden in a note, and which recogniser said so by what; names nothing').action((id: string) =>
    run(async (on) => (await loadNames()).why(on, id)),
  )
  const names = command('names', 'how long what is behind the tokens of a note is kept')
  names
    .command('keep <id>')
    .description('as long as the note')
    .exitOverride()
    .action((id: string) => run(async (on) => (await loadNames()).limitNames(on, id, null)))
  names
    .command('limit <id>')
    .description('let names, and sound, go for good after some days, thirty at least; the note stays with its tokens')
    .requiredOption('--days <n>', 'days from now', wholeNumber)
    .exitOverride()
    .action((id: string, { days }: { days: number }) => run(async (on) => (await loadNames()).limitNames(on, id, days)))
  command('undo-correction <correction>', 'take one back with everything it did').action((id: string) =>
    run(async (on) => (await load()).undo(on, id)),
  )
}
