import { isStopWord, isToken, knownStems, stemOf, stemsIn, wordsIn } from './words.pure.ts'
import { rarityIn } from './rarity.pure.ts'
import { numbersIn } from './numbers.pure.ts'

/** What a line of notes claims. `evidence` are segment ids. */
export interface Claim {
  readonly text: string
  readonly evidence: readonly string[]
  readonly owner?: string | undefined
  readonly duePhrase?: string | undefined
}

export interface SpokenSegment {
  readonly id: string
  readonly speaker: string | null
  readonly text: string
}

export type MissingEvidence = 'content' | 'number' | 'name' | 'date' | 'owner' | 'ids'

export interface EvidenceResult {
  readonly supported: boolean
  /** What the cited place does not hold; empty exactly when supported. */
  readonly missing: MissingEvidence[]
}

/**
 * At least this share of a claim's content, weighed by rarity, must have been said at the cited place. Calibrated with
 * `npm run eval -- evidence` on sentences people wrote about meetings, with their own citations and with shuffled ones.
 */
const CONTENT_SHARE = 0.35
const WINDOW = 2

/** Departures from the calibrated check. `window`: segments on either side that still belong to the place. */
export interface Strictness {
  readonly contentShare?: number
  readonly window?: number
}

const MONTHS = new Set('january february april june july august september october november december monday tuesday wednesday thursday friday saturday sunday'.split(' '))

/**
 * Checks a line of notes against the words it cites, without a model: the ids exist; enough of the content stems, every
 * number, redaction token and proper name stand in the cited segments or up to `window` segments beside them; the owner
 * is named or speaks there; the words of the due date were said there.
 */
export function checkEvidence(
  claim: Claim,
  segments: readonly SpokenSegment[],
  { contentShare = CONTENT_SHARE, window = WINDOW }: Strictness = {},
): EvidenceResult {
  const cited = placesOf(claim.evidence, segments)
  if (cited === null) return { supported: false, missing: ['ids'] }

  const near = new Set(cited.flatMap((at) => Array.from({ length: 2 * window + 1 }, (_, i) => at - window + i)))
  const heard = [...near].sort((a, b) => a - b).flatMap((at) => segments[at] ?? [])
  const text = heard.map((segment) => segment.text).join(' \n ')
  const speakers = heard.flatMap(({ speaker }) => (speaker === null ? [] : [speaker]))
  const words = wordsIn(text)
  const known = knownStems(segments)
  const stems = new Set(stemsIn(words, known))
  const said = new Set<string>()
  for (const { key } of [...words, ...speakers.flatMap((speaker) => wordsIn(speaker))]) addForms(said, key)

  const wanted = stemsIn(wordsIn(claim.text), known)
  const claimed = numbersIn(claim.text)
  const numbers = claimed.size > 0 || claim.duePhrase !== undefined ? numbersIn(text) : claimed
  const found = wanted.filter((stem) => stems.has(stem) || said.has(stem))
  const missing: MissingEvidence[] = []
  // How rare each word is, the whole meeting has to be read for: not where every one was said.
  if (found.length < wanted.length && weigh(found, segments) < weigh(wanted, segments) * contentShare) missing.push('content')
  if ([...claimed].some((number) => !numbers.has(number))) missing.push('number')
  if (namesIn(claim.text).some((name) => !said.has(name))) missing.push('name')
  if (claim.duePhrase !== undefined && !phraseSaid(claim.duePhrase, said, numbers)) missing.push('date')
  if (claim.owner !== undefined && !ownerThere(claim.owner, said, speakers)) missing.push('owner')
  return { supported: missing.length === 0, missing }
}

const weigh = (stems: readonly string[], segments: readonly SpokenSegment[]): number => {
  const rarity = rarityIn(segments)
  return stems.reduce((sum, stem) => sum + rarity(stem), 0)
}

const indices = new WeakMap<readonly SpokenSegment[], ReadonlyMap<string, number>>()
/** Where each id stands; made once for each array of segments. */
function indexOf(segments: readonly SpokenSegment[]): ReadonlyMap<string, number> {
  const made = indices.get(segments) ?? new Map(segments.map(({ id }, at) => [id, at]))
  indices.set(segments, made)
  return made
}

/** Indices of the cited segments; null when there are none or one does not exist. */
function placesOf(evidence: readonly string[], segments: readonly SpokenSegment[]): number[] | null {
  const places = [...new Set(evidence)].map((id) => indexOf(segments).get(id))
  const known = places.filter((at) => at !== undefined)
  return places.length > 0 && known.length === places.length ? known : null
}

const bare = (key: string): string => (key.endsWith("'s") && !isToken(key) ? key.slice(0, -2) : key)
function addForms(said: Set<string>, key: string): void {
  said.add(key)
  said.add(bare(key))
  if (key.includes('-')) for (const part of key.split('-')) said.add(part)
}

/** Tokens, and words with a capital that is not the start of a sentence. */
function namesIn(text: string): string[] {
  return wordsIn(text).flatMap(({ key, start, end }) => {
    if (isToken(key)) return [key]
    const word = text.slice(start, end)
    const opens = start === 0 || /[.?!:…][\s"'”’)]*$/.test(text.slice(Math.max(0, start - 4), start))
    const capital = /^\p{Lu}/u.test(word) && (!opens || /^\p{Lu}.*\p{Lu}/u.test(word))
    return capital && !isStopWord(key) && key !== 'i' && !key.startsWith("i'") && !MONTHS.has(key) ? [bare(key)] : []
  })
}

function phraseSaid(phrase: string, said: ReadonlySet<string>, numbers: ReadonlySet<string>): boolean {
  const stems = new Set([...said].map(stemOf))
  const words = wordsIn(phrase).filter(({ key }) => !isStopWord(key))
  return words.every(({ key }) => said.has(key) || stems.has(stemOf(key)) || [...numbersIn(key)].some((number) => numbers.has(number)))
}

/** The owner speaks at the place, or any part of the name that names a person was said there. */
function ownerThere(owner: string, said: ReadonlySet<string>, speakers: readonly string[]): boolean {
  if (speakers.includes(owner)) return true
  return wordsIn(owner).some(({ key }) => !isStopWord(key) && key.length > 1 && said.has(bare(key)))
}
