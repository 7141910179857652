import { PII_TYPES, type PiiType } from '../../../../src-shared/domain/pii.ts'
import { makeToken, tokensIn, type Token } from '../../../../src-shared/domain/token.ts'
import { isOneEditAway } from '../../../../src-shared/pii/names/misheard.ts'

/**
 * Models copy tokens nearly right: `(Person 1)`, `\[PERSON\_1\]`, `[PERSON_01]`, `PERSON_1`, `[PERSN_1]`, `[PERSON_1's]`. What can
 * only be meant as a token of this meeting is written as that token again; a token the meeting does not have is made up.
 */
export interface Repaired {
  readonly text: string
  /** It holds a token that stands nowhere in what the model was given. */
  readonly isInvented: boolean
}

/** In brackets of any kind, whatever the case; the letters may be misspelt. */
const BRACKETED = /\\?[[({【［<](?:\\?[ *_`]){0,2}([A-Za-z]{2,12}(?:(?:\\?[ _-])[A-Za-z]{2,12}){0,3})(?:\\?[ _#:-]){0,2}(\d{1,7})(['’]s)?[ *_`]{0,2}\\?[\])}】］>]/g
/** Without, or with one bracket lost: in capitals, or joined by an underscore. */
const BARE = /(?<![\p{L}\p{N}_[])\[?([A-Za-z]{2,12}(?:_[A-Za-z]{2,12}){0,2})(\\?_|[ -])(\d{1,7})(?![\p{N}_])\]?/gu

/** @param known every token of what the model was given */
export function repairTokens(text: string, known: ReadonlySet<Token>): Repaired {
  let isInvented = false
  const stretches = outsideTokens(text).map(({ text: stretch, token }) => {
    if (token !== null) {
      if (!known.has(token)) isInvented = true
      return stretch
    }
    const unbracketed = stretch.replace(BRACKETED, (all, letters: string, digits: string, possessive: string | undefined) => {
      const type = typeNamed(letters)
      if (type === null) return all
      const meant = tokenFor(type, digits)
      if (meant !== null && known.has(meant)) return `${meant}${possessive ?? ''}`
      if (letters.toUpperCase() === letters) isInvented = true
      return all
    })
    return outsideTokens(unbracketed)
      .map(({ text: rest, token: repaired }) => (repaired !== null ? rest : rest.replace(BARE, (all, letters: string, joint: string, digits: string) => {
        if (!joint.endsWith('_') && letters !== letters.toUpperCase()) return all
        const type = PII_TYPES.find((one) => one === letters.toUpperCase()) ?? null
        const meant = type === null ? null : tokenFor(type, digits)
        if (meant === null) return all
        if (!known.has(meant)) isInvented = true
        return known.has(meant) ? meant : all
      })))
      .join('')
  })
  return { text: stretches.join(''), isInvented }
}

/** A text as its tokens and what stands between them. */
function outsideTokens(text: string): { text: string; token: Token | null }[] {
  const parts: { text: string; token: Token | null }[] = []
  let at = 0
  for (const { token, start, end } of tokensIn(text)) {
    parts.push({ text: text.slice(at, start), token: null }, { text: token, token })
    at = end
  }
  return [...parts, { text: text.slice(at), token: null }]
}

function typeNamed(letters: string): PiiType | null {
  const name = letters.replace(/\\?[ _-]/g, '_').toUpperCase()
  return PII_TYPES.find((type) => type === name) ?? PII_TYPES.find((type) => type.length > 4 && name.length > 4 && isOneEditAway(type, name)) ?? null
}

const tokenFor = (type: PiiType, digits: string): Token | null => {
  const number = Number(digits)
  return Number.isSafeInteger(number) && number > 0 && number <= 999_999 ? makeToken(type, number) : null
}
