import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkEvidence } from '../../../src-main/core/summary/evidence/index.ts'

const segments = [
  { id: 's0', speaker: '[PERSON_1]', text: 'Welcome, everybody.' },
  { id: 's1', speaker: '[PERSON_1]', text: 'We agreed to move the launch to the 5th of May.' },
  { id: 's2', speaker: '[PERSON_2]', text: 'The survey had fifteen hundred answers, about 2.5 per cent.' },
  { id: 's3', speaker: '[PERSON_2]', text: 'I will write to [PERSON_3] at Contoso by Friday.' },
  { id: 's4', speaker: '[PERSON_1]', text: 'Good.' },
  { id: 's5', speaker: '[PERSON_1]', text: 'The weather is nice.' },
  { id: 's6', speaker: '[PERSON_4]', text: 'Bananas are yellow.' },
]

describe('checkEvidence', () => {
  it('accepts what was said, in other forms of the words', () => {
    expect(checkEvidence({ text: 'The launch moves to 5 May.', evidence: ['s1'] }, segments)).toEqual({ supported: true, missing: [] })
  })

  it('looks at neighbours of the cited segment, not further', () => {
    const claim = { text: 'The launch was moved.', evidence: ['s5'] }
    expect(checkEvidence(claim, segments, { window: 2 }).missing).toEqual(['content'])
    expect(checkEvidence(claim, segments, { window: 4 }).supported).toBe(true)
  })

  it.each([
    ['no segments cited', { text: 'The launch moves.', evidence: [] }, ['ids']],
    ['a segment that does not exist', { text: 'The launch moves.', evidence: ['s1', 's99'] }, ['ids']],
    ['other content', { text: 'Payroll outsourcing doubles revenue.', evidence: ['s1'] }, ['content']],
    ['another number', { text: 'The launch moves to 6 May.', evidence: ['s1'] }, ['number']],
    ['a token that was not said', { text: 'Write to [PERSON_9] at Contoso.', evidence: ['s3'] }, ['name']],
    ['a name that was not said', { text: 'Write to [PERSON_3] at Fabrikam about survey answers.', evidence: ['s3'] }, ['name']],
    ['a due date that was not said', { text: 'Write to [PERSON_3].', evidence: ['s3'], duePhrase: 'by Tuesday' }, ['date']],
    ['an owner who was not there', { text: 'Write to [PERSON_3].', evidence: ['s3'], owner: '[PERSON_4]' }, ['owner']],
  ])('names what is missing: %s', (_, claim, missing) => {
    expect(checkEvidence(claim, segments, { window: 1 })).toEqual({ supported: false, missing })
  })

  it('reads spoken numbers', () => {
    expect(checkEvidence({ text: 'The survey had 1,500 answers.', evidence: ['s2'] }, segments).supported).toBe(true)
    expect(checkEvidence({ text: 'The survey had 1,600 answers.', evidence: ['s2'] }, segments).missing).toEqual(['number'])
    expect(checkEvidence({ text: 'The survey had 2.5 per cent answers.', evidence: ['s2'] }, segments).supported).toBe(true)
  })

  it('knows an owner who speaks and one who is named', () => {
    const claim = { text: 'Write to [PERSON_3] at Contoso.', evidence: ['s3'], duePhrase: 'by Friday' }
    expect(checkEvidence({ ...claim, owner: '[PERSON_2]' }, segments).supported).toBe(true)
    expect(checkEvidence({ ...claim, owner: '[PERSON_3]' }, segments).supported).toBe(true)
  })

  it('knows an owner by part of the name', () => {
    const spoken = [{ id: 'a', speaker: 'Bo', text: 'Sarah, can you send the revised quote?' }]
    expect(checkEvidence({ text: 'Send the revised quote.', evidence: ['a'], owner: 'Sarah Whitcombe' }, spoken).supported).toBe(true)
    expect(checkEvidence({ text: 'Send the revised quote.', evidence: ['a'], owner: 'Daniel Okafor' }, spoken).missing).toEqual(['owner'])
  })

  it('supports every sentence by itself', () => {
    fc.assert(fc.property(fc.nat(segments.length - 1), (at) => {
      const { id, text } = segments[at] ?? { id: '', text: '' }
      expect(checkEvidence({ text, evidence: [id] }, segments)).toEqual({ supported: true, missing: [] })
    }))
  })
})
