import { isJson } from './json.ts'
import { isSrt } from './srt.ts'
import { linesOf, type Line } from './tidy.ts'
import { isWebVtt } from './webvtt.ts'

/** What kind of text this is, by what it contains; names of files are never asked. */
export type TextKind =
  | { readonly kind: 'json' }
  | { readonly kind: 'webvtt' | 'srt' | 'text'; readonly lines: readonly Line[] }
  | { readonly kind: 'foreign' }

/** Documents that are text but no transcript. */
const FOREIGN = /^\s*(?:<!doctype|<html|<\?xml|<svg|<tt[\s>]|\{\\rtf|%PDF|%!PS|From: .+\nTo: |-----BEGIN )/i

export function recognise(text: string): TextKind {
  if (isJson(text)) return { kind: 'json' }
  if (FOREIGN.test(text.slice(0, 500))) return { kind: 'foreign' }
  const lines = linesOf(text)
  if (isWebVtt(lines)) return { kind: 'webvtt', lines }
  return { kind: isSrt(lines) ? 'srt' : 'text', lines }
}
