import { describe, expect, it } from 'vitest'
import type { ListedAction } from '../../../src-shared/contract/app.ts'
import type { ModelState } from '../../../src-shared/contract/models.ts'
import { noteIdSchema } from '../../../src-shared/domain/ids.ts'
import { arrange, ownersOf } from '../../../src-renderer/features/actions/arrange.ts'
import { familyOf, sorted, usedAmong } from '../../../src-renderer/features/models/choose.ts'

const [newer, older] = ['01JD0V2M8C6Q0W6R1X3T5Z7B9D', '01JD0V2M8C6Q0W6R1X3T5Z7B9C'].map((id) => noteIdSchema.parse(id))
const action = (noteId: typeof newer, text: string, more: Partial<ListedAction> = {}): ListedAction => ({
  noteId: noteId ?? noteIdSchema.parse(''),
  noteTitle: 'Sync',
  date: '2026-11-20',
  text,
  segments: [1],
  ...more,
})

describe('action items', () => {
  const all = [action(newer, 'a', { due: '2026-12-01', owner: 'Zoe' }), action(newer, 'b'), action(older, 'c', { due: '2026-11-25', owner: 'Ann' })]

  it('stand by their meeting as given, or by day with those without one at the end', () => {
    expect(arrange(all, 'meeting').map(({ actions }) => actions.map(({ text }) => text))).toEqual([['a', 'b'], ['c']])
    expect(arrange(all, 'due').map(({ date, actions }) => [date, ...actions.map(({ text }) => text)])).toEqual([
      ['2026-11-25', 'c'],
      ['2026-12-01', 'a'],
      ['', 'b'],
    ])
  })

  it('name each owner once', () => expect(ownersOf([...all, ...all])).toEqual(['Ann', 'Zoe']))
})

describe('speech models', () => {
  const model = (name: string, more: Partial<ModelState> = {}): ModelState => ({
    name,
    bytes: 1,
    license: 'MIT',
    languages: name.includes('.en') ? 'en' : 'many',
    installed: false,
    verified: false,
    partialBytes: 0,
    ...more,
  })

  it('are used as the app chooses: the most thorough for many languages, an English one only where there is no other', () => {
    const here = { installed: true }
    expect(usedAmong([model('tiny', here), model('base', here), model('small.en', here), model('medium')])).toBe('base')
    expect(usedAmong([model('tiny.en', here), model('small.en', here)])).toBe('small.en')
    expect(usedAmong([model('small')])).toBeUndefined()
  })

  it('stand first when here, begun, under way or suggested', () => {
    const models = [model('tiny'), model('tiny-q5_1', { partialBytes: 5 }), model('small'), model('medium', { installed: true }), model('large-v2')]
    expect(sorted(models, (name) => name === 'large-v2').rest.map(({ name }) => name)).toEqual(['tiny'])
  })

  it('belong to families', () =>
    expect(['small', 'small.en', 'small-q5_1', 'small.en-q8_0', 'large-v3-turbo-q5_0'].map(familyOf)).toEqual([
      'small',
      'small',
      'small',
      'small',
      'large-v3-turbo',
    ]))
})
