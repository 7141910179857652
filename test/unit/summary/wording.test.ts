import { describe, expect, it } from 'vitest'
import { segmentIdSchema } from '../../../src-shared/domain/ids.ts'
import type { Summary } from '../../../src-shared/domain/summary.ts'
import { redactedTextSchema } from '../../../src-shared/domain/text.ts'
import { createEmbeddedEngine } from '../../../src-main/core/summary/embedded/index.ts'

const redacted = (text: string) => redactedTextSchema.parse(text)
const PEOPLE = ['Sarah Whitcombe', 'Daniel Okafor']

/** "Sarah: text" a line. */
async function notes(script: string): Promise<Summary> {
  const segments = script.trim().split('\n').map((line, at) => {
    const [first = '', ...said] = line.trim().split(': ')
    const speaker = PEOPLE.find((name) => name.startsWith(first)) ?? first
    const id = segmentIdSchema.parse(at.toString().padStart(26, '0'))
    return { id, speaker: redacted(speaker), startMs: at * 4000, endMs: at * 4000 + 3500, text: redacted(said.join(': ')) }
  })
  const input = { segments, participants: PEOPLE.map(redacted), date: '2025-03-12' }
  return createEmbeddedEngine({ now: () => 0 }).summarize(input, { signal: new AbortController().signal })
}
/** Four lines that read well, so that a fifth which does not has to stay away. */
const AROUND = `
Daniel: The bakery delivers forty crates to the northern shops every morning.
Sarah: The drivers need a map of the northern shops before the bakery opens.
Daniel: The northern shops pay the bakery at the end of the month.
Sarah: The bakery lost two drivers of the northern shops last month.`
const overviewWith = async (line: string): Promise<string[]> => (await notes(`${AROUND}\n${line}`)).overview.map(({ text }) => text)

describe('lines of an overview', () => {
  it.each([
    ['Daniel: The drivers actually can really use the map of the bakery basically everywhere.', 'The drivers can use the map of the bakery everywhere.'],
    ['Daniel: We just need a kind of list of the northern drivers of the bakery.', 'We need a kind of list of the northern drivers of the bakery.'],
    ['Daniel: We sell to a number of sort of northern bakeries, right.', 'We sell to a number of northern bakeries.'],
    ['Daniel: The northern bakery delivers bread, cakes, and stuff like that.', 'The northern bakery delivers bread, cakes.'],
    ['Daniel: The northern drivers have gloves on, the crates of the bakery are wet.', 'The northern drivers have gloves on, the crates of the bakery are wet.'],
  ])('lose what softens and nothing else: %s', async (said, written) => {
    expect((await notes(said)).overview.map(({ text }) => text)).toEqual([written])
  })

  it.each([
    'Daniel: Mostly because the drivers of the bakery know the northern shops by name.',
    'Daniel: One particular map of the bakery and the northern shops for drivers.',
    'Daniel: Second thing, the map of the northern shops and the bakery.',
    'Daniel: Takes too long to draw the map of the northern shops for the bakery.',
    'Daniel: The map of your a northern bakery is a thing for the drivers.',
    'Daniel: To add the map of the northern shops for the bakery drivers.',
    'Daniel: What the good drivers of the bakery are in the northern shops.',
    "Daniel: We will, it's a map of the northern shops of the bakery.",
    'Daniel: All of the drivers, The map of the northern shops of the bakery helps.',
    "Daniel: I think it's in the map of the bakery and the northern shops.",
    "Daniel: I'd like to thank the drivers of the bakery for the northern shops.",
  ])('leave out what is no sentence of its own: %s', async (said) => {
    const start = said.slice(8, 24)
    expect((await overviewWith(said)).filter((text) => text.startsWith(start))).toEqual([])
  })

  it('do not repeat an open question', async () => {
    const { overview, questions } = await notes(`${AROUND}\nDaniel: What is the budget of the bakery for the northern shops?\nSarah: Good question, I don't know.`)
    expect(questions).toHaveLength(1)
    expect(overview.map(({ text }) => text)).not.toContain(questions[0]?.text)
  })
})

describe('decisions', () => {
  it('begin where they say something', async () => {
    const { decisions } = await notes('Sarah: Does anybody mind the sixteenth?\nDaniel: No.\nSarah: Then it\'s agreed, we launch the pilot on the sixteenth of May.')
    expect(decisions.map(({ text }) => text)).toEqual(['We launch the pilot on the sixteenth of May.'])
  })

  it.each(["Sarah: Let's take a five minute break.", 'Sarah: My neighbours decided to sell their house.', 'Sarah: The government decided to raise the tax.'])(
    'are not: %s',
    async (said) => {
      expect((await notes(said)).decisions).toEqual([])
    },
  )
})

describe('lines that are too long', () => {
  it('say that they go on where a condition was cut off', async () => {
    const said = 'the northern bakery delivers forty crates of bread and cakes to all of the small shops in the old town every morning of the week'
    const { overview } = await notes(`Sarah: From May on ${said}, unless the drivers of the northern depot are ill or on a holiday that was agreed.`)
    expect(overview.map(({ text }) => text)).toEqual([`From May on ${said}…`])
  })
})

describe('action items', () => {
  it.each(["Sarah: I'd like to thank Daniel for the report on the bakery.", "Sarah: I'll now turn to the second part of the report.", 'Daniel: Over to you, Sarah, for the next report.'])(
    'are no courtesies: %s',
    async (said) => {
      expect((await notes(said)).actions).toEqual([])
    },
  )

  it.each([
    ['Sarah: Daniel, you will send me the files?\nDaniel: Yes, I\'ll send them tonight.', 'Daniel Okafor', '2025-03-12'],
    ["Sarah: Daniel, don't forget to invite the auditors by Friday.\nDaniel: I won't.", 'Daniel Okafor', '2025-03-14'],
    ['Sarah: Can I ask you to translate the leaflet by Monday, Daniel?\nDaniel: Sure.', 'Daniel Okafor', '2025-03-17'],
    ["Sarah: Daniel's job is to collect the keys from the agent on Monday.", 'Daniel Okafor', '2025-03-17'],
    ['Sarah: Let me summarise the feedback and share it with the board by Friday.', 'Sarah Whitcombe', '2025-03-14'],
  ])('%s', async (said, owner, due) => {
    expect((await notes(said)).actions.map((action) => [action.owner, action.due, action.possible])).toContainEqual([owner, due, undefined])
  })

  it('are more than five where more are beyond doubt', async () => {
    const tasks = ['send the offer', 'book the venue', 'order the paint', 'write the report', 'call the supplier', 'update the website', 'print the badges']
    const { actions } = await notes(tasks.map((task, at) => `${at % 2 === 0 ? 'Sarah' : 'Daniel'}: I'll ${task} by Friday.`).join('\n'))
    expect(actions.filter(({ possible }) => possible !== true)).toHaveLength(tasks.length)
  })

  it('are only possible where they lean on a line before', async () => {
    const { actions } = await notes('Sarah: The roof leaks.\nSarah: It has to be repaired by Friday.')
    expect(actions.filter(({ possible }) => possible !== true)).toEqual([])
  })
})
