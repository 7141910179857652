import type { Action, Bullet, Summary } from '../../../src-shared/domain/summary.ts'
import type { JudgedSection, Verdict } from '../../../src-shared/domain/verdict.ts'

/** Two lines that cite the same and share at least this part of their words say the same. */
const SAME_WORDS = 0.6

/** A summary as its reader has left it: rejected lines gone, edited ones in their words, and both kept when a later run lost them. */
export function judged(summary: Summary, verdicts: readonly Verdict[]): Summary {
  const of = <Line extends Bullet>(section: JudgedSection, lines: readonly Line[], asLine: (line: Action) => Line): Line[] => {
    const said = verdicts.filter((verdict) => verdict.section === section)
    const used = new Set<Verdict>()
    const kept = lines.flatMap((line): Line[] => {
      const verdict = verdictOn(line, said)
      if (verdict === undefined) return [line]
      used.add(verdict)
      return verdict.verdict === 'rejected' ? [] : [withVerdict(line, verdict)]
    })
    const lost = said.filter((verdict) => verdict.verdict !== 'rejected' && !used.has(verdict))
    return [...kept, ...lost.map((verdict) => withVerdict(asLine(verdict.line), verdict))]
  }
  const asBullet = ({ text, evidence, reasons, unsupported, possible }: Action): Bullet => ({ text, evidence, reasons, unsupported, possible })
  return {
    ...summary,
    overview: of('overview', summary.overview, asBullet),
    decisions: of('decisions', summary.decisions, asBullet),
    actions: of('actions', summary.actions, (line) => line),
    questions: of('questions', summary.questions, asBullet),
  }
}

/** What a person said of this line, or of one in an earlier summary that says the same. */
export const verdictOn = (line: Bullet, verdicts: readonly Verdict[]): Verdict | undefined =>
  verdicts.findLast((verdict) => verdict.line.text === line.text && sameOwner(verdict.line, line)) ??
  verdicts.findLast((verdict) => saysTheSame(verdict.line, line))

const sameOwner = (a: Action, b: Bullet): boolean => a.owner === ('owner' in b ? b.owner : undefined)

function saysTheSame(a: Action, b: Bullet): boolean {
  if (!sameOwner(a, b) || !a.evidence.some((id) => b.evidence.includes(id))) return false
  const [first, second] = [wordsOf(a.text), wordsOf(b.text)]
  const shared = [...first].filter((word) => second.has(word)).length
  return shared >= SAME_WORDS * Math.max(first.size, second.size)
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu))

function withVerdict<Line extends Bullet>(line: Line, { verdict, newText }: Verdict): Line {
  if (verdict === 'rejected') return line
  // What a person kept or wrote is no guess any more, and not for us to doubt.
  const { possible: _, unsupported: __, ...sure } = line
  return { ...line, ...sure, possible: undefined, unsupported: undefined, verdict, ...(newText === null ? {} : { text: newText }) }
}
