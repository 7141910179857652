import { expect, it } from 'vitest'
import { mapView } from '../../../src-main/core/notebook/export/map-view.ts'
import type { NoteView } from '../../../src-main/core/notebook/export/view.ts'

it('gives every text of a note to be looked at, what the person wrote down too', () => {
  const line = (text: string) => ({ text, segments: [0] })
  const note: NoteView = {
    title: 'title', date: '2026-03-01T09:00:00Z', participants: ['participant'],
    segments: [{ speaker: 'speaker', startMs: 0, endMs: 1, text: 'said' }],
    summary: {
      overview: [line('overview')], topics: [{ title: 'topic', segments: [0] }], decisions: [line('decision')],
      actions: [{ ...line('action'), owner: 'owner', duePhrase: 'due' }], questions: [line('question')],
      sections: [{ heading: 'heading', lines: [line('section')] }], own: [{ text: 'own', lines: [line('expanded')] }],
    },
  }
  const seen: string[] = []
  const mapped = JSON.stringify(mapView(note, (text) => {
    seen.push(text)
    return `<${text}>`
  }))
  expect(seen.toSorted()).toEqual(
    ['action', 'decision', 'due', 'expanded', 'overview', 'own', 'owner', 'participant', 'question', 'said', 'section', 'speaker', 'title', 'topic'])
  for (const text of seen) expect(mapped).toContain(`<${text}>`)
})
