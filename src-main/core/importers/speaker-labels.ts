import { hasWords, personName } from './tidy.ts'

/**
 * "Name: words" without marks that say so. A colon alone proves nothing ("Let me be clear: no"), so a label is taken
 * for a speaker by how it is written, how often it returns, and how much of the file is written that way.
 */
export interface Labelled {
  readonly label: string
  readonly rest: string
}

/** A name longer than this is a sentence; longest seen: "Hon. … (Minister of International Development, Lib.)". */
const LONGEST = 90
const LEAD_IN = /^(?:>{1,3}|[-–—•*#_]{1,6}|\s){1,20}/

/** The part before the first colon, if it could be a name, and what follows. Looks at the first hundred characters only. */
export function splitLabel(line: string): Labelled | undefined {
  const start = LEAD_IN.exec(line.slice(0, 20))?.[0].length ?? 0
  const head = line.slice(start, start + LONGEST + 1)
  const colon = head.search(/[:：]/)
  if (colon <= 0) return undefined
  const next = line[start + colon + 1] ?? ' '
  if (next === '/' || next === ':' || /\d/.test(next)) return undefined
  const label = personName(head.slice(0, colon))
  if (label.includes('[') && !label.includes(']')) return undefined
  if (!hasWords(label) || label.split(' ').length > 9 || !SPELLED.test(label)) return undefined
  return { label, rest: line.slice(start + colon + 1).replace(/^[*_]{1,3}(?=\s|$)/, '') }
}

const SPELLED = /^[\p{L}\p{M}\p{N}\p{Emoji}\p{Cf}\s.,'’`´ʼ()[\]&/+#@*|_~·-]+$/u
const PARTICLES = new Set('de da do dos das del della di du des la le les van von der den ter ten zu zum zur bin ibn ben al el y e of the and und et i'.split(' '))
const SMALL_WORDS = /^(?:d['’]|o['’]|al-|el-)/i

/** Headings, key words and turns of phrase that stand before a colon in minutes and talk. */
const NOT_SPEAKERS = new Set(
  (
    'note|notes|nb|n.b.|ps|p.s.|warning|example|examples|agenda|action|actions|action item|action items|summary|overview|decision|decisions|todo|to do|' +
    'date|time|duration|subject|topic|topics|re|fw|fwd|item|step|remember|important|okay|ok|well|so|yes|yeah|no|and|but|because|update|tldr|tl;dr|location|where|' +
    'when|who|what|why|how|attendees|participants|present|apologies|absent|invited|transcript|transcription|recording|title|meeting|meeting title|minutes|keywords|' +
    'summary keywords|speakers|host|next steps|outline|abstract|introduction|conclusion|http|https|first|second|third|finally|also|e.g|i.e|teilnehmer|datum|' +
    'thema|titel|meeting id|passcode|link|url|created|language|file|source|page|version|total|result|remark|reminder|fact|point|conclusions|the question|my question'
  ).split('|'),
)

function looksLikeName(label: string): boolean {
  const words = label.replace(/\s*\([^()]*\)$/, '').split(' ')
  return (
    /[\p{L}\p{N}]/u.test(label) &&
    words.some((word) => !PARTICLES.has(word)) &&
    words.every((word) => {
      if (PARTICLES.has(word.toLowerCase()) || SMALL_WORDS.test(word)) return true
      // "Thanks. Bob" is the end of a sentence; "Hon.", "Mr.", "J." are not.
      if (word.endsWith('.') && word.length > 6) return false
      // "iPhone" and "eBay" count as written large.
      return /^(?:[^\p{Ll}]|\p{Ll}{1,2}\p{Lu})/u.test(word) || word.includes('@')
    })
  )
}

/**
 * Which of the labels found in a file are speakers.
 *
 * @param labels one for each line or cue that has one, in order
 * @param units how many lines or cues there are in all
 */
export function speakersAmong(labels: readonly string[], units: number): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  const plausible = [...counts].filter(([label]) => !NOT_SPEAKERS.has(label.toLowerCase()))
  const named = plausible.filter(([label]) => looksLikeName(label))
  const share = (some: readonly (readonly [string, number])[]): number => some.reduce((sum, [, count]) => sum + count, 0) / Math.max(1, units)
  const namedShare = share(named)
  const accepted = named.filter(([label, count]) => count > 1 || label.includes(' ') || namedShare >= 0.5)
  // Handles ("edwin") and descriptions ("An hon. member"): only where most of the file is written like that.
  const handles = plausible.filter(([label, count]) => {
    const words = label.split(' ').length
    return !looksLikeName(label) && ((count > 2 && words <= 2) || (count > 1 && words <= 4 && /^\p{Lu}/u.test(label)))
  })
  if (share([...named, ...handles]) >= 0.5) accepted.push(...handles)
  const total = share(accepted)
  const enough = total >= 0.5 || (total >= 0.05 && total * units >= 2)
  return new Set(enough ? accepted.map(([label]) => label) : [])
}
