import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportNote } from '../../../src-main/core/notebook/export/index.ts'
import { escapeMarkdown } from '../../../src-main/core/notebook/export/markdown.ts'
import type { NoteView, SegmentView } from '../../../src-main/core/notebook/export/view.ts'
import { read } from '../importers/reading.ts'

const segment = (speaker: string | null, startMs: number | null, endMs: number | null, text: string): SegmentView => ({ speaker, startMs, endMs, text })
const noteOf = (segments: readonly SegmentView[], more: Partial<NoteView> = {}): NoteView => ({
  title: 'Sync: May', date: '2026-05-04', participants: ['Ann Lee', 'Bob Ray'], segments, summary: null, ...more,
})
const note = noteOf(
  [
    segment('[PERSON_1]', 0, 1500, 'Shall we ship on Friday? 1 < 2 & 3 > 2'),
    segment('Bob <b> "Ray"', 1500, 3_723_004, 'Yes: *really*. Bob Ray: quoted.'),
    segment(null, 3_723_004, 3_723_004, '[00:00:07] Ann Lee'),
  ],
  {
    summary: {
      overview: [{ text: 'The team ships.', segments: [0, 1] }],
      topics: [{ title: 'Release', segments: [0, 2] }],
      decisions: [{ text: '10:30 Ship on [DATE_1].', segments: [1], unsupported: true }],
      actions: [
        { text: 'Write_notes', segments: [1], owner: '[PERSON_1]', due: '2026-05-08', duePhrase: 'by Friday' },
        { text: 'Call', segments: [], possible: true, duePhrase: 'soon' },
      ],
      questions: [],
    },
  },
)
const said = async (source: string) => (await read(source)).entries

describe('exports', () => {
  it('writes Markdown that shows every character as it is', () => {
    expect(exportNote(note, 'md')).toBe(`# Sync: May

2026-05-04 · Ann Lee, Bob Ray

## Overview

- The team ships. \\[0\\] \\[1\\]

## Decisions

- 10:30 Ship on \\[DATE\\_1\\]. (not found in the recording) \\[1\\]

## Action items

- [ ] **\\[PERSON\\_1\\]:** Write\\_notes (due 2026-05-08, "by Friday") \\[1\\]

## Possible action items

- Call (due soon)

## Topics

- Release \\[0\\]

## Transcript

\\[0\\] 0:00 **\\[PERSON\\_1\\]:** Shall we ship on Friday? 1 \\< 2 \\& 3 \\> 2

\\[1\\] 0:01 **Bob \\<b\\> "Ray":** Yes: \\*really\\*. Bob Ray: quoted.

\\[2\\] 1:02:03 \\[00:00:07\\] Ann Lee
`)
  })

  it('says of a line that it may not have been said', () => {
    const doubted = noteOf([{ ...segment(null, 0, 900, 'Thanks for watching.'), marks: ['stock-phrase'] }])
    expect(exportNote(doubted, 'md')).toContain('Thanks for watching. *(a phrase engines make up)*')
    expect(JSON.parse(exportNote(doubted, 'json'))).toMatchObject({ segments: [{ text: 'Thanks for watching.', marks: ['stock-phrase'] }] })
  })

  it('escapes what would begin a list, a heading, a quote or a code block', () => {
    expect(['- a', '1. a', '12) a', '# a', '> a', '+ a', '~~~', '```', 'a\\b', '===', '| a |', '<b>', '![x](y)'].map(escapeMarkdown)).toEqual([
      '\\- a', '1\\. a', '12\\) a', '\\# a', '\\> a', '\\+ a', '\\~\\~\\~', '\\`\\`\\`', 'a\\\\b', '\\===', '\\| a \\|', '\\<b\\>', '!\\[x\\](y)',
    ])
  })

  it('writes WebVTT with names and arrows escaped', () => {
    expect(exportNote(noteOf([segment('A > B', 0, 1000, 'a --> b'), segment(null, null, null, 'later\n\nstill')]), 'vtt')).toBe(
      'WEBVTT\n\n1\n00:00:00.000 --> 00:00:01.000\n<v A &gt; B>a --&gt; b</v>\n\n2\n00:00:00.000 --> 00:00:00.000\nlater still\n',
    )
  })

  it('leaves entries without words out of captions', () => {
    expect(exportNote(noteOf([segment('A', 0, 1, ' '), segment('A', 1, 2, 'a')]), 'srt')).toBe('1\n00:00:00,001 --> 00:00:00,002\nA: a\n')
  })

  it.each(['vtt', 'json', 'txt'] as const)('imports %s again as it was: speakers, words, times', async (format) => {
    expect(await said(exportNote(note, format))).toEqual(note.segments)
  })

  it('gives title, date and people back from text and JSON', async () => {
    for (const format of ['txt', 'json'] as const) {
      const { title, date, attendees } = await read(exportNote(note, format))
      expect({ title, date, attendees }).toEqual({ title: 'Sync: May', date: '2026-05-04', attendees: ['Ann Lee', 'Bob Ray'] })
    }
  })

  it('fills times a caption must have from their neighbours', async () => {
    const untimed = noteOf([segment('A B', null, null, 'a'), segment('A B', 5000, null, 'b'), segment('C D', 9000, null, 'c')])
    const times = (await said(exportNote(untimed, 'vtt'))).map(({ startMs, endMs }) => [startMs, endMs])
    expect(times).toEqual([[0, 5000], [5000, 9000], [9000, 9000]])
  })

  const words = fc.oneof(
    fc.constantFrom('Hello there.', 'Note: this', 'Ann Lee: no', '10:30 it is', '[00:05] Bob', '0:05', 'a --> b', '1 < 2', 'x <v Y> z', '&amp;',
      '- a', '# b', 'Transcript', '>> who', '12'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  ).map((text) => text.toWellFormed().normalize('NFC').replace(/\s+/g, ' ').trim()).filter((text) => /[\p{L}\p{N}]/u.test(text))
  const name = fc.constantFrom('Ann Lee', "Priya O'Neill", 'Jürgen Weiß', '[PERSON_1]', 'Speaker 2', 'J. D. > Salinger & Co', 'anna', '李雷', 'Unknown')
  const spoken = fc.tuple(fc.option(name), fc.nat(400_000_000), fc.nat(60_000), words).map(([speaker, start, length, text]) => segment(speaker,
    start, start + length, text))

  it.each(['vtt', 'json', 'txt'] as const)('imports any note again from %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(spoken, { minLength: 1, maxLength: 12 }), async (segments) => {
        expect(await said(exportNote(noteOf(segments), format))).toEqual(segments)
      }),
    )
  })

  it('imports notes again from text whatever is known of times', async () => {
    const partly = fc.tuple(spoken, fc.constantFrom('both', 'start', 'none')).map(([whole, times]) => ({
      ...whole, startMs: times === 'none' ? null : whole.startMs, endMs: times === 'both' ? whole.endMs : null,
    }))
    await fc.assert(
      fc.asyncProperty(fc.array(partly, { minLength: 1, maxLength: 12 }), async (segments) => {
        const again = (await said(exportNote(noteOf(segments), 'txt'))).map(({ startMs = null, endMs = null, ...rest }) => ({ ...rest, startMs, endMs }))
        expect(again).toEqual(segments)
      }),
    )
  })

  it('imports any ordinary note again from SRT', async () => {
    const ordinary = fc.constantFrom('Hello there.', 'Right: so', 'at 10:30 then', 'Ann Lee: quoted', 'a < b', '12')
    const named = fc.tuple(fc.option(fc.constantFrom('Ann Lee', "Priya O'Neill", '[PERSON_1]', 'Speaker 2')), fc.nat(400_000_000), fc.nat(60_000), ordinary)
    const segments = fc.array(named.map(([speaker, start, length, text]) => segment(speaker, start, start + length, text)), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(segments.filter((all) => all.filter(({ speaker }) => speaker !== null).length * 2 >= all.length), async (all) => {
        expect(await said(exportNote(noteOf(all), 'srt'))).toEqual(all)
      }),
    )
  })
})
