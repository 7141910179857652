import type { ShownSummary } from '../../../src-shared/contract/app.ts'
import { diffSummaries, type LineChange } from '../../../src-shared/domain/summary-diff.ts'
import { judgedSectionSchema, type JudgedSection } from '../../../src-shared/domain/verdict.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import type { ExitCode, Invocation } from '../invocation.ts'
import { findNote } from '../note-ref.ts'
import { summaryDocument } from '../render-note.ts'
import { withStore } from '../store.ts'

const SECTIONS = judgedSectionSchema.options
const OUTCOMES = {
  same: 'Made again: the same, byte for byte.',
  differs: 'Made again: it differs. This should not happen.',
  changed: 'The transcript, its people, its date or its template are no longer those the summary was made of.',
  'other-code': 'Another version of the built-in engine made it; this one cannot make the same again.',
  'other-weights': 'It was made with weights that are not kept here.',
  'not-embedded': 'Only summaries of the built-in engine can be made again exactly.',
} as const

const when = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace('T', ' ')
const maker = ({ engine: { engine, model = '', version, template, only } }: ShownSummary): string =>
  [`${engine} ${model} ${version}`.replace('  ', ' '), template, ...(only === undefined ? [] : [`${only} alone`])].join(', ')

/** `sotto summary versions ID`: every summary the note has had. */
export function versions(invocation: Invocation, ref: string): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    const all = await client.notes.summaryVersions({ id: await findNote(client, ref) })
    invocation.terminal.result({ versions: all.map(({ id, createdAt, summary }) => ({ id, createdAt, ...summaryDocument(summary) })) }, () =>
      all.map(({ createdAt, summary }, at) => `${String(at + 1).padStart(3)}  ${when(createdAt)}  ${maker(summary)}  ${lineCount(summary)} lines`),
    )
    return 0
  })
}

const lineCount = (summary: ShownSummary): number => SECTIONS.reduce((sum, section) => sum + summary[section].length, 0)

/** `sotto summary diff ID [FROM] [TO]`: lines that one version has and another has not; the last two where nothing is said. */
export function diff(invocation: Invocation, ref: string, from: number | undefined, to: number | undefined): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    const all = await client.notes.summaryVersions({ id: await findNote(client, ref) })
    const [older, newer] = [all[(from ?? all.length - 1) - 1], all[(to ?? all.length) - 1]]
    if (older === undefined || newer === undefined) throw new Failure('BAD_USAGE', { detail: `There are ${all.length} versions of this summary.` })
    const changes = diffSummaries(older.summary, newer.summary)
    invocation.terminal.result(
      { from: { id: older.id, engine: older.summary.engine }, to: { id: newer.id, engine: newer.summary.engine }, changes },
      () => [`− ${maker(older.summary)}`, `+ ${maker(newer.summary)}`, ...(changes.length === 0 ? ['The same lines.'] : changes.flatMap(changeLines))],
    )
    return 0
  })
}

const changeLines = ({ section, before, after }: LineChange): string[] => [
  ...(before === undefined ? [] : [`− ${section}: ${before}`]),
  ...(after === undefined ? [] : [`+ ${section}: ${after}`]),
]

/** `sotto summary replay ID [--of N]`: made again, held against what is stored; status 1 where it differs. */
export function replay(invocation: Invocation, ref: string, version: number | undefined): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    const id = await findNote(client, ref)
    const all = version === undefined ? [] : await client.notes.summaryVersions({ id })
    const summaryId = version === undefined ? undefined : all[version - 1]?.id
    if (version !== undefined && summaryId === undefined) throw new Failure('BAD_USAGE', { detail: `There are ${all.length} versions of this summary.` })
    const result = await client.notes.replaySummary({ id, ...(summaryId === undefined ? {} : { summaryId }) })
    invocation.terminal.result(result, () => [OUTCOMES[result.outcome]])
    return result.outcome === 'differs' ? 1 : 0
  })
}

/** `sotto summary accept|reject|edit|unjudge ID SECTION N [TEXT]`; N counts the section's lines from 1, as shown. */
export function judge(
  invocation: Invocation,
  ref: string,
  { section, line, verdict, text }: { section: string; line: number; verdict: 'accepted' | 'rejected' | 'edited' | 'none'; text?: string },
): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    const id = await findNote(client, ref)
    await client.notes.judgeLine({ id, section: sectionOf(section), index: line - 1, verdict, ...(text === undefined ? {} : { text }) })
    const { summary } = await client.notes.show({ id })
    invocation.terminal.result({ id, [section]: summary?.[sectionOf(section)] ?? [] }, () => ['Noted. It holds for later summaries of this note, too.'])
    return 0
  })
}

function sectionOf(given: string): JudgedSection {
  const parsed = judgedSectionSchema.safeParse(given)
  if (!parsed.success) throw new Failure('BAD_USAGE', { detail: `A section is one of ${SECTIONS.join(', ')}.` })
  return parsed.data
}

/** `sotto summary rejected ID [--restore N]`: lines that were rejected, and how to get one back. */
export function rejected(invocation: Invocation, ref: string, restore: number | undefined): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    const id = await findNote(client, ref)
    const lines = await client.notes.rejectedLines({ id })
    if (restore === undefined) {
      invocation.terminal.result({ rejected: lines }, () =>
        lines.length === 0 ? ['No line was rejected.'] : lines.map(({ section, text }, at) => `${String(at + 1).padStart(3)}  ${section}: ${text}`),
      )
      return 0
    }
    const line = lines[restore - 1]
    if (line === undefined) throw new Failure('BAD_USAGE', { detail: `There are ${lines.length} rejected lines.` })
    await client.notes.restoreLine({ id, verdict: line.id })
    invocation.terminal.result({ restored: line.text }, () => [`Back: ${line.text}`])
    return 0
  })
}
