import { readFileSync, readdirSync } from 'node:fs'
import { wordParts, zipOf } from '../../unit/importers/zip-file.ts'

const folder = new URL('../../fixtures/transcripts/', import.meta.url)

/** The fixtures, and short files of the layouts no fixture has. */
export function fuzzSources(): Uint8Array[] {
  const fixtures = readdirSync(folder).filter((name) => !/^(?:README|expected)/.test(name)).map((name) => readFileSync(new URL(name, folder)))
  const texts = [
    'Ann Lee: one\nBob Ray: two: three\n\nAnn Lee: four\n',
    '[00:00:05] Ann Lee: Hi\n[00:01:07] Bob Ray: Hello\nagain\n',
    'Ann Lee\n0 minutes 3 seconds0:03\nAnn Lee 0 minutes 3 seconds\nYes.\nBR\n\nBob Ray\n0 minutes 9 seconds0:09\nBob Ray 0 minutes 9 seconds\nNo.\n',
    '0:00\nso today\n0:05\nwe talk\n',
    '[00:00:00.000 --> 00:00:01.000] Ann\n  words: more\n\n[--:--] Bob\n  [0:05] x\n',
    '{"title":"a","date":"2026-01-02","participants":["x"],"segments":[{"speaker":"x","start":1,"end":2.5,"text":"hello \\u00e9 \\ud83d\\ude00"},{"startMs":5,"text":"b"}]}',
    '{"text":" a","language":"en","segments":[{"id":0,"seek":0,"start":0,"end":1.5,"text":" a","tokens":[1]}]}',
    'WEBVTT\n\n00:00.080 --> 00:02.270\n<v.loud A &amp; B>so<00:00.320><c> we</c> &#x41;</v>\n\n1 "C D" (5)\n00:03.000 --> 00:04.000\n>> EVE: hi\n',
    'We met.\n\nThen we left, at 10:30. It was late and nobody had said a word about it yet.\n',
  ]
  const utf16 = Buffer.from('\ufeff[Ann Lee] 10:02:31\nHello\n\n[Bob Ray] 10:02:40\nHi\n', 'utf16le')
  const latin = Buffer.from('J\xfcrgen Wei\xdf: Gr\xfc\xdfe\nAnn Lee: Hallo\n', 'latin1')
  const docx = zipOf(wordParts(['Call', 'Ann Lee   0:03\nHello.', 'Bob Ray   0:09\nYes.', 'Ann Lee: x']))
  return [...fixtures, ...texts.map((text) => Buffer.from(text)), utf16, latin, docx]
}
