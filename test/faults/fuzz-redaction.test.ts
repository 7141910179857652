import { describe, expect, it } from 'vitest'
import { OPTIONAL_TYPES, type OptionalType } from '../../src-shared/domain/pii.ts'
import { redactPlain } from '../../src-main/core/redaction/index.ts'
import { randomOf, type Random } from './fuzz/random.ts'

/**
 * Random and hostile texts through redaction: what is found lies inside the text, apart, on grapheme borders; a second
 * pass changes nothing; and putting the words back gives the very same text.
 * SOTTO_FUZZ_RUNS says how many; SOTTO_FUZZ_SEED repeats a run, and text number n depends on seed and n only.
 */
const runs = Number(process.env['SOTTO_FUZZ_RUNS'] ?? 400)
const seed = Number(process.env['SOTTO_FUZZ_SEED'] ?? Date.now() % 2 ** 31)

const PERSONAL = [
  'alice@example.com', 'a l i c e at example dot com', '+44 7700 900123', 'oh seven seven double oh nine hundred', 'GB29 NWBK 6016 1331 9268 19',
  'Alice Okonjo',
  '4111 1111 1111 1111',
  'Müller', 'José', 'my password is hunter2 three', '192.0.2.17', 'born on 3 May 1981', '12 Harbour Lane',
  'ghp_abcdefghijklmnopqrst0123456789',
  'https://github.com/alice',
  'PO Box 153, Hobart TAS 7001', 'B wie Berta vier vier', 'F as in Foxtrot, V as in Victor, three four', 'Unit 6, one six zero Dock Road, Belfast BT3 9AA',
  'my address is 4 Old Kiln', 'meine Anschrift ist Am Sandtor 14, 20457 Hamburg', 'account p.x.636285', 'on the forum i post as the dot tolu',
  'account number 97,092,575', 'the door code is 52Z9', 'Who drew this?\nGrant, I think.', 'my brother in law mark',
  '@alice_01', '[PERSON_1]', '[EMAIL_3]', '[PERSON_', 'pin code 4821', 'jag heter Åsa', 'ich heiße Jürgen', 'DE89370400440532013000',
]
const FIRMS_AND_PLACES = [
  'Kestrel Foods Ltd', 'works at Zentrix', 'University of Leeds', 'Müller & Söhne GmbH', 'chez Dumontel', 'Lunds universitet', 'Banco de Sabadell',
  'our customer Orange',
  'in Reading', 'we live in reading', 'Nice, France', 'nach Essen fahren', 'habite à Tours', 'kommer från Malmö', 'Sveriges', 'the Dublin office',
  'e.V.', 'S.A.', '[ORG_1]', '[LOCATION_12]',
]
const HOSTILE = [
  '\u200b', '\u200d', '\ufeff', '\u202e', '\u2066', '\u00ad', 'e\u0301', 'a\u0323\u0302', '👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '🇩🇪🇫🇷', '👍🏽', '\ud800', '\udc00', 'İ', 'ß', 'ﬁ',
  '①', '４１１１', '٣٤٥', 'العربية', 'עברית', '中文', 'नमस्ते',
  '한', '\u1112\u1161\u11ab', '\0', '\r\n',
  '\n', '\t', '\u2028', '\u00a0', ' ', ' ', ' ', '.', ',', '@', ':', '/', '-', "'", '’', '(', ')', '[', ']', '"',
]
const WORDS = 'the and we will may mark hope grant said with thanks to und mit der que avec och für by call number is at dot one two seven oh null a e o i'.split(' ')
const LANGUAGES = ['en', 'de', 'fr', 'es', 'sv', 'pl', 'zz']

function hostileText(random: Random): string {
  const parts: string[] = []
  const length = random.below(40) === 0 ? 400 : random.below(24)
  for (let i = 0; i < length; i++) {
    const kind = random.below(8)
    if (kind < 3) parts.push(random.pick(HOSTILE))
    else if (kind < 5) parts.push(random.pick(PERSONAL), ' ')
    else if (kind < 6) parts.push(random.pick(WORDS), ' ')
    else if (kind < 7) parts.push(random.pick(random.below(2) === 0 ? FIRMS_AND_PLACES : WORDS), ' ')
    else parts.push(random.pick(['a', '1', ' ', '.', 'ab ', '1 ', '\u0301', '👍', '@a.', 'w w ']).repeat(1 + random.below(60)))
    // Cut something in two, so that halves of pairs and of values are met as well.
    const last = parts.at(-1)
    if (last !== undefined && random.below(12) === 0) parts[parts.length - 1] = last.slice(0, random.below(last.length + 1))
  }
  return parts.join('')
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Undefined when all holds, else what does not. */
function wrong(text: string, lang: string, alsoTypes: readonly OptionalType[]): string | undefined {
  const { redacted, entities } = redactPlain(text, { lang, alsoTypes })
  const borders = new Set([0, text.length, ...Array.from(graphemes.segment(text), ({ index }) => index)])
  let last = 0
  let built = ''
  for (const { start, end, token } of entities) {
    if (!(Number.isInteger(start) && start >= last && end > start && end <= text.length)) return 'spans outside the text, empty or over each other'
    if (!borders.has(start) || !borders.has(end)) return `a span that cuts a character at ${start} to ${end}`
    built += text.slice(last, start) + token
    last = end
  }
  if (built + text.slice(last) !== redacted) return 'tokens that do not stand where the spans say'
  const again = redactPlain(redacted, { lang, alsoTypes })
  return again.redacted === redacted ? undefined : `a second pass hides ${again.entities.map(({ type, recognizer }) => `${type} (${recognizer})`).join(', ')}`
}

describe('redaction of hostile texts', () => {
  it('keeps its promises for every text', { timeout: 600_000 + runs * 200 }, () => {
    const broken: { n: number; problem: string; text: string }[] = []
    for (let n = 0; n < runs && broken.length < 10; n++) {
      const random = randomOf(seed + n)
      const lang = random.pick(LANGUAGES)
      const text = hostileText(random)
      const alsoTypes = OPTIONAL_TYPES.filter(() => random.below(3) === 0)
      const problem = wrong(text, lang, alsoTypes)
      if (problem !== undefined) broken.push({ n, problem, text: JSON.stringify({ lang, alsoTypes, text: text }) })
    }
    expect(broken, `seed ${seed}`).toEqual([])
  })
})
