import type { HandCase } from './annotated.ts'
import { takeNotes, type Conditions } from './take-notes.ts'

/** Hand-written cases: is there an item, whose is it, by when. */
export interface CaseScores {
  readonly actions: { readonly found: number; readonly missed: number; readonly falseAlarms: number }
  readonly owners: { readonly named: number; readonly right: number; readonly wrong: number }
  readonly dues: { readonly named: number; readonly right: number; readonly invented: number }
  readonly decisions: { readonly named: number; readonly found: number; readonly falseAlarms: number }
  /** One line a failure, for reading. */
  readonly failures: readonly string[]
}

export async function scoreCases(cases: readonly HandCase[], conditions: Conditions = {}): Promise<CaseScores> {
  const actions = { found: 0, missed: 0, falseAlarms: 0 }
  const owners = { named: 0, right: 0, wrong: 0 }
  const dues = { named: 0, right: 0, invented: 0 }
  const decisions = { named: 0, found: 0, falseAlarms: 0 }
  const failures: string[] = []
  for (const { id, kind, now, participants, segments, expect } of cases) {
    const { summary } = await takeNotes({ participants, segments }, now, conditions)
    const shown = summary.actions.filter(({ possible }) => possible !== true)
    const decided = summary.decisions.length > 0
    const fail = (what: string): void => void failures.push(failure(id, what, segments, summary))
    if (kind === 'decision') {
      decisions.named++
      if (decided) decisions.found++
      else fail('no decision')
      continue
    }
    if (kind === 'none') {
      if (decided) decisions.falseAlarms++
      if (decided) fail('false decision')
      if (shown.length > 0) actions.falseAlarms++
      if (shown.length > 0) fail('false action')
      continue
    }
    const wanted = expect.contains?.toLowerCase()
    const item = shown.find(({ text }) => wanted === undefined || text.toLowerCase().includes(wanted)) ?? shown[0]
    if (item === undefined) fail('no action')
    actions[item === undefined ? 'missed' : 'found']++
    const answered = item?.owner
    if (expect.owner !== null) {
      owners.named++
      if (answered !== undefined && expect.owner.includes(answered)) owners.right++
      else if (answered === undefined) fail('no owner')
    }
    if (answered !== undefined && !(expect.owner ?? []).includes(answered)) {
      owners.wrong++
      fail('wrong owner')
    }
    const dates = (expect.due ?? []).filter((date) => date !== null)
    // A date that may be read or left is neither right nor missing where it is left.
    if (dates.length > 0 && !(expect.due ?? []).includes(null)) {
      dues.named++
      if (item?.due !== undefined && dates.includes(item.due)) dues.right++
      else fail(`due ${item?.due ?? 'none'}`)
    } else if (item?.due !== undefined && !dates.includes(item.due)) {
      dues.invented++
      fail(`due ${item.due}`)
    }
  }
  return { actions, owners, dues, decisions, failures }
}

function failure(id: string, what: string, segments: HandCase['segments'], { actions, decisions }: Awaited<ReturnType<typeof takeNotes>>['summary']): string {
  const said = segments.map(({ speaker, text }) => `${speaker ?? ''}: ${text}`).join(' | ')
  const noted = [...actions.map(({ text, owner, due, possible }) => ({ text, owner, due, possible })), ...decisions.map(({ text }) => text)]
  return `${id} ${what.padEnd(16)} ${said}  → ${JSON.stringify(noted)}`
}

/** F1 of telling an action from what only looks like one. */
export const caseF1 = ({ actions: { found, missed, falseAlarms } }: CaseScores): number => (2 * found) / Math.max(1, 2 * found + missed + falseAlarms)
