import { handleForms, plainLetters, type HandleForms } from '../names/handle-forms.ts'
import type { PersonName } from '../names/parse.ts'
import type { Candidate } from '../recogniser.ts'
import { isZone } from '../shadow/vocabulary.ts'
import { withoutEnd } from '../ends.ts'
import type { View } from '../views.ts'
import { matchesOf } from '../matches.ts'

/** Letters, digits and what joins them in addresses and handles; its last sign is no punctuation of the sentence. */
const TOKEN = /@?[\p{L}\p{N}][\p{L}\p{M}\p{N}._@/:~?=&%#+-]*/gu
const MIN_CHARS = 4
const MAX_CHARS = 300
const MAX_KNOWN = 20_000

/**
 * Domains, web addresses and handles that carry a known person's name, hidden whole: "nadiabrandt.com/cv", "nbrandt84",
 * "nadia_b". Mail addresses are found by their form, and so are handles that say they are one.
 */
export function namedAddressFinder(names: readonly PersonName[]): (view: View) => Iterable<Candidate> {
  const forms = handleForms(names)
  if (forms.joined.size === 0 && forms.parts.size === 0) return () => []
  const known = new Map<string, Known | null>()
  const once = (found: string): Known | null => {
    const before = known.get(found)
    if (before !== undefined) return before
    const token = withoutEnd(found, /[^\p{L}\p{N}/]/u)
    const type = token.length < MIN_CHARS ? null : typeOf(token, forms)
    if (known.size >= MAX_KNOWN) known.clear()
    known.set(found, type === null ? null : { type, length: token.length })
    return known.get(found) ?? null
  }
  return function* (view) {
    for (const { index, 0: found } of matchesOf(view.text, TOKEN)) {
      const carrier = found.length < MIN_CHARS || found.length > MAX_CHARS ? null : once(found)
      if (carrier === null) continue
      yield { start: index, end: index + carrier.length, type: carrier.type, score: 0.86, cue: 'name of a participant inside' }
    }
  }
}

interface Known {
  readonly type: 'URL' | 'USERNAME'
  /** Without the punctuation of the sentence. */
  readonly length: number
}

function typeOf(token: string, forms: HandleForms): 'URL' | 'USERNAME' | null {
  const host = hostOf(token)
  if (host !== null) return carriesName(token.replace(/^https?:/i, ''), forms) ? 'URL' : null
  if (token.includes('/') || token.includes(':')) return null
  return isHandle(token, forms) ? 'USERNAME' : null
}

/** The host of a web address; null for what is none. */
function hostOf(token: string): string | null {
  if (!token.includes('.')) return null
  const [, scheme, host = ''] = /^(https?:\/\/)?([^/?#@]+)/i.exec(token) ?? []
  const labels = host.replace(/:\d+$/, '').split('.')
  const zone = labels.at(-1)?.toLowerCase() ?? ''
  if (labels.length < 2 || labels.some((label) => label === '')) return null
  return scheme !== undefined || labels[0]?.toLowerCase() === 'www' || (isZone(zone, true) && zone === labels.at(-1)) ? host : null
}

const lettersOf = (text: string): string => {
  if (PLAIN.test(text)) return text
  const lower = text.toLowerCase()
  return (/[^\0-\x7f]/.test(lower) ? plainLetters(lower) : lower).replace(/[^a-z]/g, '')
}

const PLAIN = /^[a-z]*$/

/** In any label of the host or part of the path. */
function carriesName(address: string, forms: HandleForms): boolean {
  return address.split(/[./@?=&#:]/).some((label) => {
    const letters = lettersOf(label)
    return forms.joined.has(letters) || forms.stems.some((stem) => letters.startsWith(stem) || letters.endsWith(stem)) ||
      label.split(/[^\p{L}\p{M}]/u).some((part) => forms.parts.has(lettersOf(part)) || forms.joined.has(lettersOf(part)))
  })
}

function isHandle(token: string, { joined, parts }: HandleForms): boolean {
  if (joined.has(lettersOf(token))) return !token.includes('-')
  if (!/[._@\d]/.test(token)) return false
  const pieces = token.split(/[^\p{L}\p{M}]+/u).filter((piece) => piece !== '')
  const hasName = pieces.some((piece) => parts.has(lettersOf(piece)) || joined.has(lettersOf(piece)))
  if (!hasName) return false
  // A stop without a blank ("I asked Nadia.Then we left") joins sentences as often as it makes a handle.
  return /[_@]/.test(token) || /\p{L}\d/u.test(token) || (token.includes('.') && token === token.toLowerCase())
}
