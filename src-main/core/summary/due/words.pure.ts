/** A word as dates are read from it: lower case, without "'s"; `stop` when a mark follows, `possessive` when "'s" was there. */
export interface DueWord {
  readonly key: string
  readonly start: number
  readonly end: number
  readonly stop: boolean
  readonly possessive: boolean
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’:/.-][\p{L}\p{M}\p{N}]+)*/gu

export function dueWords(text: string): DueWord[] {
  return [...text.matchAll(WORD)].map((match) => {
    const end = match.index + match[0].length
    const key = match[0].toLowerCase().replace(/['’]s$/, '')
    return { key, start: match.index, end, stop: /^\s*[.,;:?!…)]/.test(text.slice(end, end + 3)), possessive: key.length !== match[0].length }
  })
}
