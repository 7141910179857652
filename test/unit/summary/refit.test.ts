import { describe, expect, it } from 'vitest'
import { actions as findActions } from '../../../src-main/core/summary/embedded/actions.pure.ts'
import { readMeeting } from '../../../src-main/core/summary/embedded/meeting.pure.ts'
import weights from '../../../src-main/core/summary/embedded/weights.json' with { type: 'json' }
import { refitActions, type LabelledMeeting } from '../../../src-main/core/summary/refit/refit.pure.ts'
import { aMeeting } from './ollama-meeting.ts'

const THINGS = ['report', 'invoice', 'contract', 'offer', 'agenda', 'drawing', 'budget', 'prototype']
const meetingOf = (at: number) => {
  const [one = '', other = ''] = [THINGS[at % THINGS.length], THINGS[(at + 3) % THINGS.length]]
  return aMeeting([
    ['[PERSON_1]', `Welcome to meeting number ${at}, we talk about the ${one} and the ${other} today.`],
    ['[PERSON_2]', `I will send the ${one} to the printer by Friday.`],
    ['[PERSON_1]', `The ${other} costs more than we thought, and nobody is happy with that.`],
    ['[PERSON_1]', `We need to check the ${other} with the supplier before the summer.`],
    ['[PERSON_3]', `I will write the ${other} for the customer until next Monday.`],
    ['[PERSON_2]', `Somebody has to clean the ${one} after the fair, as far as I know.`],
  ])
}

/** Somebody for whom only what is promised is work: "we need to" and "somebody has to" are talk. */
const labelled = (count: number, isKept: (text: string) => boolean): LabelledMeeting[] =>
  Array.from({ length: count }, (_, at) => {
    const meeting = meetingOf(at)
    const found = findActions(readMeeting(meeting).lines, { date: meeting.date, weights: { ...weights.actions, 'sure from': -9 } })
    return {
      ...meeting,
      labels: found.map(({ text, segments }) => ({ text, evidence: segments.flatMap((place) => meeting.segments[place]?.id ?? []), kept: isKept(text) })),
    }
  })
const promisedOnly = (text: string): boolean => /I will/.test(text)

describe('weights fitted to a person\'s words', () => {
  it('agree better with words they were not fitted on, and say what changed', () => {
    const meetings = labelled(12, promisedOnly)
    const made = refitActions(meetings, weights.actions)
    expect(made).toMatchObject({ outcome: 'refitted', unmatched: 0 })
    expect(made.kept + made.dropped).toBe(meetings.flatMap(({ labels }) => labels).length)
    expect(made.agreement.after).toBeGreaterThan(made.agreement.before)
    expect(made.changes.length).toBeGreaterThan(0)
    expect(made.changes.find(({ feature }) => feature === 'calls for')?.to).toBeLessThan(weights.actions['calls for'])
    expect(refitActions(meetings, weights.actions)).toEqual(made)
  })

  it('move no further than a bound, and never the line itself', () => {
    const { weights: fitted } = refitActions(labelled(60, promisedOnly), weights.actions)
    const shipped: Record<string, number> = weights.actions
    for (const [name, weight] of Object.entries(fitted)) expect(Math.abs(weight - (shipped[name] ?? 0))).toBeLessThanOrEqual(1.5 + 1e-9)
    expect([fitted['sure from'], fitted['short talk']]).toEqual([shipped['sure from'], shipped['short talk']])
    expect(Object.keys(fitted)).toEqual(Object.keys(shipped))
  })

  it.each([
    ['fewer than twenty words', labelled(4, promisedOnly)],
    ['words of one kind alone', labelled(12, () => true)],
  ])('stay as they are after %s', (_, meetings) => {
    expect(refitActions(meetings, weights.actions)).toMatchObject({ outcome: 'too-few', changes: [], weights: weights.actions })
  })

  it('stay as they are when the words follow no rule that could be learnt', () => {
    let turn = 0
    const made = refitActions(labelled(12, () => (turn++ * 7) % 5 < 2), weights.actions)
    expect(made).toMatchObject({ outcome: 'no-better', weights: weights.actions })
  })

  it('learn nothing from a line that stands nowhere', () => {
    const [meeting] = labelled(1, promisedOnly)
    if (meeting === undefined) throw new Error('no meeting')
    const labels = [{ text: 'Paint the fence green.', evidence: [meeting.segments[2]?.id ?? ''], kept: true }]
    expect(refitActions([{ ...meeting, labels }], weights.actions)).toMatchObject({ outcome: 'too-few', kept: 0, unmatched: 1 })
  })
})
