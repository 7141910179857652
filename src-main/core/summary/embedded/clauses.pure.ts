/** Words that may open a clause after a comma, and that look wrong at the start of a line. */
const JOINERS = new Set(['and', 'but', 'so', 'or', 'because', 'cause', "'cause", 'cuz', 'which', 'then'])
const OPENERS = new Set([...JOINERS, 'if', 'when', 'while', 'where', 'although', 'though', 'unless', 'until', 'that', 'who'])
/** Words that open a phrase one can do without. */
const PHRASES = new Set(['with', 'for', 'to', 'in', 'on', 'at', 'from', 'by', 'as', 'about', 'into', 'through', 'of'])
/** More than any stretch of words weighs. */
const KEEP = 1000
const MARK = /[,;:–—][")”’]?$/

/**
 * Cuts a long sentence to at most `limit` words at clause borders (a comma, a dash, a conjunction) without changing any
 * word, and keeps the stretch of clauses that weighs most. `weight` says what a word is worth. Returns [from, to) of the
 * words kept, among them the one at `keep` where that can be; where no clause is short enough, the start of the sentence up to a word that opens
 * another phrase.
 */
export function cutToClauses(
  words: readonly string[], limit: number, weight: (word: string) => number, keep?: number,
): [number, number] {
  if (words.length <= limit) return [0, words.length]
  const borders = bordersOf(words)
  let best: [number, number] = [0, words.length]
  let bestValue = -1
  // Two hands move forward together: each border is an end once for every start within `limit` words, so linear in the sentence.
  for (let i = 0; i + 1 < borders.length; i++) {
    const rough = borders[i] ?? 0
    const from = JOINERS.has(bare(words[rough] ?? '')) ? rough + 1 : rough
    let value = 0
    let at = from
    for (let j = i + 1; j < borders.length; j++) {
      const to = borders[j] ?? 0
      if (to - from > limit) break
      for (; at < to; at++) value += weight(words[at] ?? '')
      // The opening clause names what is talked about.
      const worth = value * (i === 0 ? 1.25 : 1) + (keep !== undefined && from <= keep && keep < to ? KEEP : 0)
      if (to - from >= 7 && worth > bestValue) {
        best = [from, to]
        bestValue = worth
      }
    }
  }
  return best[1] - best[0] > limit ? [0, lastBreak(words, limit)] : best
}

/**
 * How what is kept stands to the rest: `whole` in itself; `open` where the rest sets a condition ("if", "unless"), so that one has to
 * see that it goes on; `torn` where a phrase was cut in two.
 */
export function cutKind(words: readonly string[], [from, to]: readonly [number, number]): 'whole' | 'open' | 'torn' {
  if (to >= words.length) return 'whole'
  const next = bare(words[to] ?? '')
  if (CONDITIONS.has(next) || CONDITIONS.has(bare(words[to + 1] ?? ''))) return 'open'
  if (from > 0 || bordersOf(words).includes(to) || BREAKS.has(next) || isAdjunct(words, to)) return 'whole'
  return 'torn'
}
const CONDITIONS = new Set('if unless until except without provided only'.split(' '))
/** What follows says how, where or with whom: "…, including schools", "… through their habits". */
const ADJUNCTS = new Set('with in on at from through across over during after before under within around despite including especially particularly such due'.split(' '))
const isAdjunct = (words: readonly string[], at: number): boolean => {
  const next = bare(words[at] ?? '')
  return ADJUNCTS.has(next) || (MARK.test(words[at - 1] ?? '') && (PHRASES.has(next) || /^[a-z]{2,20}ing$/.test(next)))
}

/** Where the clause that holds the word at `at` begins; 0 for the first. */
export function clauseStart(words: readonly string[], at: number): number {
  const border = bordersOf(words).findLast((place) => place <= at) ?? 0
  return border > 0 && JOINERS.has(bare(words[border] ?? '')) ? border + 1 : border
}

/** Where every later clause begins, behind the word that joins it. */
export const clauseStarts = (words: readonly string[]): number[] =>
  bordersOf(words).slice(1, -1).map((border) => (JOINERS.has(bare(words[border] ?? '')) ? border + 1 : border))

/** "To ensure that" and "the fact that" say nothing without what follows. */
const BREAKS = new Set([...OPENERS].filter((word) => word !== 'that' && word !== 'who'))

/** No clause fits: the last word within the limit that could open one, or a phrase; the limit itself where there is none. */
function lastBreak(words: readonly string[], limit: number): number {
  const places = Array.from({ length: Math.ceil(limit / 2) }, (_, back) => limit - back)
  const marked = (at: number): boolean => MARK.test(words[at - 1] ?? '') && isAdjunct(words, at)
  const one = (set: ReadonlySet<string>) => (at: number): boolean => set.has(bare(words[at] ?? ''))
  for (const breaks of [marked, one(BREAKS), one(ADJUNCTS), one(PHRASES)]) {
    const at = places.find(breaks)
    if (at !== undefined) return at
  }
  return limit
}

const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}']+/gu, '')

function bordersOf(words: readonly string[]): number[] {
  const borders = [0]
  for (let at = 1; at < words.length; at++) {
    const joins = JOINERS.has(bare(words[at] ?? ''))
    const opens = OPENERS.has(bare(words[at] ?? ''))
    const marked = MARK.test(words[at - 1] ?? '')
    if (/[;:–—.?!]$/.test(words[at - 1] ?? '') || (marked && (opens || startsClause(words, at))) || (joins && startsClause(words, at + 1))) borders.push(at)
  }
  return [...borders, words.length]
}

const SUBJECTS = new Set("i we you he she they it this that there these those i'm we're you're he's she's they're it's that's there's i'll we'll you'll i've we've let's people everyone everybody somebody someone".split(' '))

/** A comma inside a list ends no clause: what follows must look like a subject. */
const startsClause = (words: readonly string[], at: number): boolean => SUBJECTS.has(bare(words[at] ?? '')) || (words[at] ?? '').startsWith('[PERSON')
