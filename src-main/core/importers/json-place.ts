import { createScanner } from 'jsonc-parser'

/** Token numbers of jsonc-parser's scanner; its own names are a `const enum`, which type stripping cannot import. */
const OPEN_BRACE = 1
const CLOSE_BRACE = 2
const OPEN_BRACKET = 3
const CLOSE_BRACKET = 4
const COMMA = 5
const COLON = 6
const STRING = 10
const LINE_BREAK = 14
const BLANKS = 15
const END = 17

/**
 * Finds places in a JSON text after something was found wrong with it. Iterative, so deep nesting costs no stack.
 * V8's own message names a position for some mistakes only.
 */
export interface JsonPlaces {
  /** 1-based line of the first token that cannot stand where it stands; undefined where the text is sound. */
  readonly firstMistake: number | undefined
  /** 1-based line where each element of the wanted list begins. */
  readonly elementLines: readonly number[]
}

/** @param list keys that lead from the outermost object to the wanted list; none where the document is the list */
export function placesIn(text: string, list: readonly string[]): JsonPlaces {
  const scanner = createScanner(text, false)
  const open: number[] = []
  const elementLines: number[] = []
  const listDepth = list.length + 1
  let inList = list.length === 0
  /** The key being read at each depth of the way to the list. */
  const keys: string[] = []
  /** What may come next: a value, a key, or what follows a value. */
  let wants: 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'after' = 'value'

  const mistake = (): JsonPlaces => ({ firstMistake: scanner.getTokenStartLine() + 1, elementLines })
  for (;;) {
    const token: number = scanner.scan()
    if (token === LINE_BREAK || token === BLANKS) continue
    const error: number = scanner.getTokenError()
    if (error !== 0) return mistake()
    if (token === END) return wants === 'after' && open.length === 0 ? { firstMistake: undefined, elementLines } : mistake()
    const closes = (token === CLOSE_BRACE && open.at(-1) === OPEN_BRACE) || (token === CLOSE_BRACKET && open.at(-1) === OPEN_BRACKET)
    if (closes) {
      if (wants !== 'after' && wants !== (token === CLOSE_BRACE ? 'first-key' : 'first-value')) return mistake()
      open.pop()
      if (open.length < listDepth && list.length > 0) inList = false
      wants = 'after'
    } else if (wants === 'after') {
      if (token !== COMMA || open.length === 0) return mistake()
      wants = open.at(-1) === OPEN_BRACE ? 'key' : 'value'
    } else if (wants === 'key' || wants === 'first-key') {
      if (token !== STRING) return mistake()
      if (open.length <= list.length) keys[open.length - 1] = scanner.getTokenValue()
      wants = 'colon'
    } else if (wants === 'colon') {
      if (token !== COLON) return mistake()
      wants = 'value'
    } else {
      if (token === CLOSE_BRACE || token === CLOSE_BRACKET || token === COMMA || token === COLON || token > 11) return mistake()
      if (inList && open.length === listDepth && open.at(-1) === OPEN_BRACKET) elementLines.push(scanner.getTokenStartLine() + 1)
      if (token === OPEN_BRACE || token === OPEN_BRACKET) {
        if (list.length > 0 && open.length === list.length && token === OPEN_BRACKET && list.every((key, at) => keys[at] === key)) inList = true
        open.push(token)
        wants = token === OPEN_BRACE ? 'first-key' : 'first-value'
      } else {
        wants = 'after'
      }
    }
  }
}
