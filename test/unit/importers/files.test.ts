import { describe, expect, it } from 'vitest'
import { entriesOf, failureOf, read } from './reading.ts'
import { wordParts, zipOf } from './zip-file.ts'

const WANTED = ['Jürgen Weiß|1000|2000|Grüße – schön']
const VTT = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Jürgen Weiß>Grüße – schön</v>\n'

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(VTT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${VTT}`)],
    ['UTF-16 LE', utf16(VTT, false)],
    ['UTF-16 BE', utf16(VTT, true)],
    ['UTF-16 LE without a mark', utf16(VTT, false).subarray(2)],
    ['UTF-16 BE without a mark', utf16(VTT, true).subarray(2)],
    ['Windows-1252', Buffer.from(VTT.replace('–', '\u0096'), 'latin1')],
  ])('%s', async (_, bytes) => {
    expect(await entriesOf(bytes)).toEqual(WANTED)
  })

  it('reads the bytes it is given, also from the middle of a larger buffer', async () => {
    const large = Buffer.concat([Buffer.from('WEBVTT junk'), Buffer.from(VTT), Buffer.from('\n\njunk')])
    expect(await entriesOf(large.subarray(11, 11 + Buffer.byteLength(VTT)))).toEqual(WANTED)
  })
})

describe('Word documents', () => {
  it('reads a Teams export', async () => {
    const docx = zipOf(wordParts(['Sync-20260710_154212-Meeting Recording', 'July 10, 2026, 8:42PM', '', 'Ann Lee started transcription',
      '\nAnn Lee   0:03\nHello & <hi>.', '\nBob Ray   0:09\nYes.\nNo.', 'Ann Lee stopped transcription']))
    const { format, title, date } = await read(docx)
    expect({ format, title, date }).toEqual({ format: 'docx', title: 'Sync', date: '2026-07-10T20:42:00' })
    expect(await entriesOf(docx)).toEqual(['Ann Lee|3000|-|Hello & <hi>.', 'Bob Ray|9000|-|Yes. No.'])
  })

  it('reads heads and words as paragraphs of their own, and names with colons', async () => {
    expect(await entriesOf(zipOf(wordParts(['Ann Lee   0:03', 'Hello.', 'Bob Ray   0:09', 'Yes.'])))).toEqual([
      'Ann Lee|3000|-|Hello.', 'Bob Ray|9000|-|Yes.',
    ])
    expect(await entriesOf(zipOf(wordParts(['Ann Lee: Hello.', 'Bob Ray: Yes.'])))).toEqual(['Ann Lee|-|-|Hello.', 'Bob Ray|-|-|Yes.'])
  })

  it('reads the first kind of Teams document: two times, the name and the words', async () => {
    const docx = zipOf(wordParts(['0:0:3.110 --> 0:0:8.520\nAnn Lee\nHello.', '0:0:8.520 --> 0:0:10.5\nBob Ray\nYes.',
      '0:1:0.0 --> 0:1:2.0\nAnn Lee\nBye.']))
    expect(await entriesOf(docx)).toEqual(['Ann Lee|3110|8520|Hello.', 'Bob Ray|8520|10500|Yes.', 'Ann Lee|60000|62000|Bye.'])
  })

  it('calls a document without words empty', async () => {
    expect(await failureOf(zipOf(wordParts(['', ' '])))).toEqual({ code: 'EMPTY_TRANSCRIPT', format: 'Word' })
  })

  const REFUSED = { code: 'BAD_TRANSCRIPT', format: 'Word', expected: 'a Word document (.docx) that is whole and has no password' }
  const parts = wordParts(['Ann Lee: Hello.'])
  const without = (name: string) => parts.filter((part) => part.name !== name)
  it.each([
    ['a part with a password', zipOf([...parts, { name: 'word/secret.xml', data: 'x', locked: true }])],
    ['a document cut off', zipOf(parts).subarray(0, 400)],
    ['a damaged part', zipOf([...without('word/document.xml'), { name: 'word/document.xml', data: '<w:document' }])],
    ['parts that claim to be huge', zipOf([...parts, { name: 'word/media/a.xml', data: 'x', claims: 2 ** 31 }])],
    ['a part that is larger than it claims', zipOf([...parts, { name: 'word/styles.xml', data: 'x'.repeat(5_000_000), claims: 10 }])],
    ['an old or locked document', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
  ])('refuses %s', async (_, bytes) => {
    expect(await failureOf(bytes)).toEqual(REFUSED)
  })

  it('does not know other zip files', async () => {
    expect(await failureOf(zipOf([{ name: 'mimetype', data: 'application/epub+zip' }]))).toEqual({ code: 'UNKNOWN_FORMAT' })
    expect(await failureOf(zipOf([{ name: '[Content_Types].xml', data: 'x' }, { name: 'xl/workbook.xml', data: 'x' }]))).toEqual({ code: 'UNKNOWN_FORMAT' })
  })
})

describe('files that are no transcript', () => {
  const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256)
  it.each([
    ['PNG', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')],
    ['MP3 with tags', Buffer.concat([Buffer.from('ID3\x04\0\0'), noise])],
    ['MP3 without', Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), noise])],
    ['WAV', Buffer.concat([Buffer.from('RIFF\x24\x08\0\0WAVEfmt '), noise])],
    ['MP4', Buffer.concat([Buffer.from('\0\0\0 ftypisom'), noise])],
    ['noise', noise],
    ['zeros', new Uint8Array(1000)],
    ['PDF', Buffer.from('%PDF-1.7\nWe met today.')],
    ['RTF', Buffer.from('{\\rtf1\\ansi We met today.}')],
    ['HTML', Buffer.from('<!DOCTYPE html><p>We met today.</p>')],
  ])('%s', async (_, bytes) => {
    expect(await failureOf(bytes)).toEqual({ code: 'UNKNOWN_FORMAT' })
  })

  it('calls a file without words empty', async () => {
    expect(await failureOf('')).toEqual({ code: 'EMPTY_TRANSCRIPT', format: 'text' })
    expect(await failureOf(' \r\n\u200b\n\ufeff')).toEqual({ code: 'EMPTY_TRANSCRIPT', format: 'text' })
  })
})

describe('size', () => {
  it.each([
    ['one line of blanks', '', ' ', 1_000_000],
    ['colons', '', ':', 1_000_000],
    ['opening brackets', 'WEBVTT\n\n00:01.000 --> 00:02.000\n', '<v ', 300_000],
    ['ampersands', 'WEBVTT\n\n00:01.000 --> 00:02.000\n', '&#', 300_000],
    ['heads', '', 'Ann Lee  0:03  \nwords: more\n\n', 40_000],
    ['short lines', '', 'a\n', 100_000],
    ['a line of clocks', '', '0:01 ', 200_000],
  ])('reads or refuses many %s in time that grows with their number, not with its square', async (_, head, part, count) => {
    const effort = async (times: number): Promise<number> => {
      const before = process.cpuUsage()
      await read(head + part.repeat(times)).catch(() => undefined)
      return process.cpuUsage(before).user
    }
    const quarter = await effort(count / 4)
    // A square would be sixteen times as much; the constant is for what else runs.
    expect(await effort(count)).toBeLessThan(10 * quarter + 300_000)
  })
})
