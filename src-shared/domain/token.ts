import { z } from 'zod'
import { PII_TYPES, type PiiType } from './pii.ts'

/** `[PERSON_1]`, `[CREDIT_CARD_12]`: what stands in redacted text for something hidden. */
export type Token = `[${PiiType}_${number}]`

const TYPES = [...PII_TYPES].sort((a, b) => b.length - a.length).join('|')
const WORD_JOINER = '\u2060'

/** Matches every token in a text; group 1 is the type, group 2 the number. Fresh each call: a shared `g` regex keeps state. */
export const tokenPattern = (): RegExp => new RegExp(`\\[(${TYPES})_([1-9]\\d{0,5})\\]`, 'g')

const TOKEN_HERE = new RegExp(tokenPattern().source, 'y')

/** Whether a token begins at a place: most places have no bracket, so that little is read. */
export function isTokenAt(text: string, at: number): boolean {
  TOKEN_HERE.lastIndex = at
  return text.charAt(at) === '[' && TOKEN_HERE.test(text)
}

/** A token from outside: a row of the store, a message. */
export const tokenSchema = z.custom<Token>(
  (value) => typeof value === 'string' && new RegExp(`^${tokenPattern().source}$`).test(value),
  'a token such as [PERSON_1]',
)

export const makeToken = (type: PiiType, number: number): Token => `[${type}_${number}]`

/** Every token of a text in order of appearance, with its place. */
export function* tokensIn(text: string): Generator<{ token: Token; type: PiiType; start: number; end: number }> {
  for (const match of text.matchAll(tokenPattern())) {
    const type = PII_TYPES.find((name) => name === match[1])
    if (type === undefined) continue
    yield { token: makeToken(type, Number(match[2])), type, start: match.index, end: match.index + match[0].length }
  }
}

const LOOK_ALIKE = new RegExp(`\\[(${WORD_JOINER}*)(?=(?:${TYPES})_[1-9]\\d{0,5}\\])`, 'g')

/**
 * Makes look-alikes harmless: a source text may itself contain `[PERSON_1]`. A word joiner (invisible, U+2060) is put
 * behind the bracket; one more is added where some already stand, so that `unescapeTokens` restores the exact source.
 */
export function escapeTokens(source: string): string {
  return source.replace(LOOK_ALIKE, `[$1${WORD_JOINER}`)
}

export function unescapeTokens(text: string): string {
  return text.replace(new RegExp(`\\[(${WORD_JOINER}*)${WORD_JOINER}(?=(?:${TYPES})_[1-9]\\d{0,5}\\])`, 'g'), '[$1')
}

const FIRST_CODE_POINT = 0xe000 // private use area; unicode61 counts it as a word character

/** The private-use character that stands for a type of token in the full-text index, so that "person" does not match `[PERSON_1]`. */
export const tokenCodePoint = (type: PiiType): string => String.fromCodePoint(FIRST_CODE_POINT + PII_TYPES.indexOf(type))

/** Redacted text as the full-text index sees it: each token a word of its own, one private-use character long. */
export const indexForm = (text: string): string =>
  text.replace(tokenPattern(), (_, type: string) => {
    const known = PII_TYPES.find((name) => name === type)
    return known === undefined ? ' ' : ` ${tokenCodePoint(known)} `
  })
