/**
 * Whisper looks back on half its text context, 224 tokens (openai/whisper, decoding.py: `n_ctx // 2`), one of which says "this
 * came before". Of a longer prompt whisper.cpp keeps the end. Every token also costs time in every window.
 */
const MOST_TOKENS = 223
/** One entry longer than this is no name or term. */
const LONGEST_ENTRY = 80

export interface PromptParts {
  /** Who takes part, as the person typed them; an e-mail address behind or instead of a name is left out. */
  readonly participants: readonly string[]
  /** Words that may be heard, separated by commas, semicolons or lines. */
  readonly vocabulary?: string | undefined
  /** A language tag or "auto": decides how a list is written. */
  readonly language: string
}

/**
 * What the engine is told before every window so that it spells names and terms right: a bare list, nothing that could be
 * taken for something said. Names come last, where they weigh most and are never cut; vocabulary fills what room is left,
 * first words first. Within Whisper's 224 tokens by a careful estimate. Empty where there is nothing to tell.
 */
export function promptFrom({ participants, vocabulary = '', language }: PromptParts): string {
  const [comma, stop] = listMarks(language)
  const names = unique(participants.map(nameOf))
  const known = new Set(names.map(folded))
  const terms = unique(vocabulary.split(/[,;\n\r、，；،]/u).map(tidy)).filter((term) => !known.has(folded(term)))
  let left = MOST_TOKENS - cost(stop)
  const fitting = (entries: readonly string[]): string[] =>
    entries.filter((entry) => {
      const price = cost(entry) + cost(comma)
      if (price > left) return false
      left -= price
      return true
    })
  const keptNames = fitting(names)
  const entries = [...fitting(terms), ...keptNames]
  return entries.length === 0 ? '' : entries.join(comma) + stop
}

/** A prompt of somebody's own on one line, cut where Whisper could not hold it: at a word's end, if words are parted. */
export function windowPrompt(request: string): string {
  const line = request.toWellFormed().split(/\s+/u).filter(Boolean).join(' ')
  let tokens = 0
  let end = 0
  for (const character of line) {
    tokens += cost(character)
    if (tokens > MOST_TOKENS) {
      const blank = line.lastIndexOf(' ', end)
      return line.slice(0, blank > 0 ? blank : end)
    }
    end += character.length
  }
  return line
}

/**
 * Tokens of a text, rather too many: Whisper's byte-pair tokens hold about three ASCII letters of an unknown name, one letter
 * of other alphabets, and half a character of Chinese, Japanese or Korean.
 */
function cost(text: string): number {
  let tokens = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    tokens += point < 0x80 ? 0.5 : point < 0x800 ? 1 : 2
  }
  return tokens
}

function listMarks(language: string): readonly [comma: string, stop: string] {
  const code = language.trim().toLowerCase().split(/[-_]/u, 1)[0] ?? ''
  if (['zh', 'ja', 'yue'].includes(code)) return ['、', '。']
  return ['ar', 'fa', 'ur', 'ps', 'sd'].includes(code) ? ['، ', '.'] : [', ', '.']
}

/** One line of visible characters, or nothing. */
function tidy(entry: string): string {
  const line = entry.toWellFormed().replace(/[\p{C}\s]+/gu, ' ').trim()
  return line.length > LONGEST_ENTRY ? '' : line
}

/** "Alice Novak <alice@example.com>" is Alice Novak; an address alone spells nobody's name. */
function nameOf(participant: string): string {
  const bracket = participant.indexOf('<')
  const name = tidy(bracket > 0 ? participant.slice(0, bracket) : participant)
  return name.includes('@') ? '' : name
}

const folded = (text: string): string => text.normalize('NFC').toLowerCase()

function unique(entries: readonly string[]): string[] {
  const seen = new Set([''])
  return entries.filter((entry) => {
    const key = folded(entry)
    return !seen.has(key) && seen.add(key)
  })
}
