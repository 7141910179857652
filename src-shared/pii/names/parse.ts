/** A person's name taken apart. Words keep their own spelling; particles ("van der") belong to the last name. */
export interface PersonName {
  readonly words: readonly string[]
  readonly first: string
  /** Last name with its particles; null for a single word. */
  readonly last: string | null
}

const TITLES = new Set([
  'mr', 'mrs', 'ms', 'miss', 'mister', 'missus', 'mx', 'dr', 'prof', 'professor', 'sir', 'madam', 'dame', 'lord', 'lady',
  'herr', 'herrn', 'frau', 'monsieur', 'madame',
  'mademoiselle',
  'm', 'mme', 'mlle', 'señor', 'señora', 'señorita', 'sr', 'sra', 'srta', 'don', 'doña', 'fru', 'fröken', 'doktor', 'doctor', 'dra',
  'deacon', 'reverend', 'rev', 'pastor', 'rabbi', 'imam', 'vicar', 'canon', 'councillor', 'cllr', 'sergeant', 'sgt', 'constable', 'inspector', 'captain',
  'capt', 'lieutenant', 'colonel', 'pfarrer',
  'pfarrerin', 'hauptmann', 'magister', 'abbé', 'capitaine', 'commandant', 'padre', 'fray', 'capitán', 'kyrkoherde', 'kapten',
  'docteur', 'docteure', 'maître', 'doctora', 'professeur', 'professeure', 'profesor', 'profesora',
])
const PARTICLES = new Set(['freiherr', 'freifrau',
  'van', 'von', 'der', 'den', 'de', 'del', 'della', 'di', 'da', 'dos', 'das', 'du', 'la', 'le', 'los', 'las', 'al', 'el',
  'bin', 'ibn', 'af', 'zu', 'ter', 'ten', 'st', 'y'])

export const isTitle = (lower: string): boolean => TITLES.has(lower)
export const isParticle = (lower: string): boolean => PARTICLES.has(lower)

const WORD = /[\p{L}\p{M}]+(?:['’.-][\p{L}\p{M}]+)*/gu

/**
 * Reads "Alice Marie Schmidt", "Schmidt, Alice", "Dr. Alice Schmidt (Acme)", "alice schmidt". Null where there is no
 * name in it (digits only, empty).
 */
export function parsePersonName(text: string): PersonName | null {
  const words = (inSpokenOrder(text).match(WORD) ?? []).filter((word) => !TITLES.has(word.toLowerCase().replace(/\.$/, '')))
  const first = words[0]
  if (first === undefined) return null
  if (words.length === 1) return { words, first, last: null }
  let at = words.length - 1
  while (at > 1 && PARTICLES.has((words[at - 1] ?? '').toLowerCase())) at--
  return { words, first, last: words.slice(at).join(' ') }
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq|mba|msc|bsc|cpa|llm|dds|rn)\.?$/i

/** "Schmidt, Alice (Guest)" as one speaks of her: "Alice Schmidt". Degrees behind a comma are no first names. */
export function inSpokenOrder(label: string): string {
  const bare = label.split(/[([{<|（【]/, 1)[0] ?? ''
  const parts = bare.split(',').map((part) => part.trim()).filter((part) => part !== '' && !SUFFIX.test(part))
  const [last = '', ...first] = parts
  return [...first, last].join(' ').trim()
}

const NEUTRAL = /^(?:speaker|sprecher(?:in)?|locuteur|locutrice|intervenant|hablante|orador|talare|participant|participants?|teilnehmer(?:in)?|attendee|guest|gast|invit[ée]|invitado|gäst|unknown(?: speaker)?|unbekannt|inconnu|desconocido|okänd|host|moderator|interviewer|interviewee|user|bot|agent|assistant|customer|caller|channel|kanal|mic|microphone|system|audio|room|everyone|all|me|you|narrator|voice|person|operator)?[\s_#.:-]{0,3}(?:\d{1,4}|[a-z])?$/i

/** Labels that name nobody: "Speaker 2", "SPEAKER_00", "Unknown", "Host", "mic", "B". */
export const isNeutralLabel = (label: string): boolean => NEUTRAL.test(label.trim())
