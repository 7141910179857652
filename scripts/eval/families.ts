/** An annotated item and what was hidden of it. */
export interface Judged {
  readonly id: string
  readonly lang: string
  readonly text: string
  readonly gold: readonly { readonly start: number; readonly end: number; readonly type: string }[]
  readonly hidden: readonly { readonly start: number; readonly end: number; readonly type: string; readonly score: number; readonly recognizer: string }[]
}

interface Count {
  left: number
  personal: number
  masked: number
  other: number
  clean: number
  alarms: number
}

const OPTIONAL = new Set(['ORG', 'LOCATION'])
const FOLDS = 5
/** What of the recognisers is a number that a set could fit: from which sum of votes on a word is a name. Lower ones are never given out. */
const THRESHOLDS = [0.55, 0.6, 0.65, 0.7, 0.8]

function count(items: readonly Judged[], threshold: number): Count {
  const sum: Count = { left: 0, personal: 0, masked: 0, other: 0, clean: 0, alarms: 0 }
  for (const { text, gold, hidden } of items) {
    const kept = hidden.filter(({ recognizer, score }) => recognizer !== 'name' || score >= threshold)
    for (const { index } of text.matchAll(/[\p{L}\p{N}]/gu)) {
      const covers = ({ start, end }: { start: number; end: number }): boolean => index >= start && index < end
      const isHidden = kept.some(covers)
      const label = gold.find(covers)
      if (label === undefined) {
        sum.other++
        if (isHidden) sum.masked++
      } else if (!OPTIONAL.has(label.type)) {
        sum.personal++
        if (!isHidden) sum.left++
      }
    }
    if (gold.length > 0) continue
    sum.clean++
    if (kept.length > 0) sum.alarms++
  }
  return sum
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole)
const shown = (value: number): string => value.toFixed(1).padStart(5)

/** What stands around the first value, without other values: items of one template have it in common. */
function familyOf({ lang, text, gold }: Judged): string {
  const first = gold.find(({ type }) => type !== 'PERSON') ?? gold[0]
  const words = (part: string): string[] =>
    part.toLowerCase().replace(/\d+/g, '#').match(/[\p{L}#]+(?:['’]\p{L}+)?/gu) ?? []
  if (first === undefined) return `${lang} ${words(text).slice(0, 4).join(' ')}`
  const lineStart = text.lastIndexOf('\n', first.start - 1) + 1
  const hidden = gold.filter(({ start, end }) => start >= lineStart && end <= first.start)
  let before = text.slice(lineStart, first.start)
  for (const { start, end } of [...hidden].reverse()) before = `${before.slice(0, start - lineStart)} # ${before.slice(end - lineStart)}`
  const [behind = ''] = words(text.slice(first.end, first.end + 24).split('\n', 1)[0] ?? '')
  return `${lang} ${words(before).slice(-3).join(' ')} {${first.type}} ${behind}`
}

/** FNV-1a (public domain): the same family is in the same fold on every machine. */
function foldOf(family: string): number {
  let hash = 0x811c9dc5
  for (const char of family) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0) % FOLDS
}

/**
 * Splits a set by template family: the one fitted number is chosen on four parts and judged on the fifth, and the spread
 * over families is shown. Words of cues are written, not fitted, so a family that leaks is one whose words nobody wrote.
 */
export function reportFamilies(items: readonly Judged[]): void {
  const families = new Map<string, Judged[]>()
  for (const item of items) {
    const family = familyOf(item)
    families.set(family, [...(families.get(family) ?? []), item])
  }
  console.log(`\ncross-validation: ${families.size} template families in ${FOLDS} parts; the threshold of names is fitted on four, judged on the fifth`)
  const part = (wanted: (fold: number) => boolean): Judged[] => [...families].filter(([family]) => wanted(foldOf(family))).flatMap(([, of]) => of)
  for (let fold = 0; fold < FOLDS; fold++) {
    const [learnt, kept] = [part((each) => each !== fold), part((each) => each === fold)]
    const costs = THRESHOLDS.map((threshold) => {
      const { left, personal, masked, other } = count(learnt, threshold)
      return { threshold, cost: share(left, personal) + 2 * share(masked, other) }
    })
    const { threshold } = costs.reduce((best, next) => (next.cost < best.cost ? next : best))
    const { left, personal, masked, other, clean, alarms } = count(kept, threshold)
    const figures = `leak ${shown(share(left, personal))}  over ${shown(share(masked, other))}  alarms ${shown(share(alarms, clean))}`
    console.log(`  part ${fold + 1}  ${String(kept.length).padStart(4)} items  threshold ${threshold.toFixed(2)}  ${figures}`)
  }
  const leaks = [...families].map(([family, of]) => ({ family, of: of.length, sum: count(of, 0) })).filter(({ sum }) => sum.personal > 0)
  const sorted = leaks.map(({ sum }) => share(sum.left, sum.personal)).sort((a, b) => a - b)
  const at = (quantile: number): number => sorted[Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))] ?? 0
  const whole = sorted.filter((leak) => leak === 0).length
  console.log(`  leak by family: median ${shown(at(0.5))}  90 of 100 below ${shown(at(0.9))}  ${whole} of ${sorted.length} leak nothing; the worst ten:`)
  leaks.sort((a, b) => share(b.sum.left, b.sum.personal) * Math.sqrt(b.of) - share(a.sum.left, a.sum.personal) * Math.sqrt(a.of))
  for (const { family, of, sum } of leaks.slice(0, 10)) console.log(`    ${shown(share(sum.left, sum.personal))}  ${String(of).padStart(3)} items  ${family}`)
}
