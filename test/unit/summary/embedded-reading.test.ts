import { describe, expect, it } from 'vitest'
import { segmentIdSchema } from '../../../src-shared/domain/ids.ts'
import { redactedTextSchema } from '../../../src-shared/domain/text.ts'
import type { Summary } from '../../../src-shared/domain/summary.ts'
import { createEmbeddedEngine } from '../../../src-main/core/summary/embedded/index.ts'

/** Notes of a script of "Name: words" lines, taken on a Thursday. */
async function notes(...script: string[]): Promise<Summary> {
  const segments = script.map((line, at) => {
    const [speaker = '', text = ''] = line.split(/: (.*)/s)
    return {
      id: segmentIdSchema.parse(at.toString().padStart(26, '0')),
      speaker: redactedTextSchema.parse(speaker), text: redactedTextSchema.parse(text), startMs: null, endMs: null,
    }
  })
  const participants = ['Amara Diallo', 'Tomasz Nowak', 'Helen Forsyth', 'Luis Ortega'].map((name) => redactedTextSchema.parse(name))
  return createEmbeddedEngine({ now: () => 0 }).summarize({ segments, participants, date: '2026-11-12T09:30:00' }, { signal: new AbortController().signal })
}
const sure = ({ actions }: Summary) => actions.filter(({ possible }) => possible !== true).map(({ owner, due }) => [owner, due])

describe('work handed out', () => {
  it.each([
    ['Amara Diallo', '2026-11-16', 'Amara Diallo: Ich schicke das Angebot bis Montag raus.'],
    ['Helen Forsyth', '2026-11-13', 'Helen Forsyth: Je vais envoyer le rapport avant vendredi.'],
    ['Luis Ortega', '2026-11-13', 'Luis Ortega: Voy a mandar el presupuesto mañana.'],
    ['Tomasz Nowak', '2026-11-13', 'Tomasz Nowak: Jag skickar offerten senast på fredag.'],
    ['Helen Forsyth', '2026-11-13', "Helen Forsyth: You'll have the agenda from me by tomorrow noon."],
    [undefined, '2026-11-13', 'Luis Ortega: Someone needs to look at the heating before the weekend.'],
  ])('is found: %s, %s', async (owner, due, line) => {
    expect(sure(await notes(line))).toEqual([[owner, due]])
  })

  it.each(['Amara Diallo: Das wird schon bis Weihnachten klappen.', 'Luis Ortega: Je ne sais pas si ça va marcher.', 'Tomasz Nowak: Vi får se hur det går.'])(
    'is not found in: %s',
    async (line) => {
      expect(sure(await notes(line))).toEqual([])
    },
  )
  it.each(['Luis Ortega: Just ask.', "Helen Forsyth: I'll send it."])('is no line that says nothing of it: %s', async (line) => {
    expect((await notes(line)).actions).toEqual([])
  })

  it('is a promise to see to what was said before it, read together with that', async () => {
    const [found] = (await notes('Amara Diallo: The invoice from the printer is still wrong.', "Tomasz Nowak: I'll look into it.")).actions
    expect(found).toMatchObject({ text: "The invoice from the printer is still wrong. – I'll look into it.", owner: 'Tomasz Nowak' })
    expect(found?.evidence).toHaveLength(2)
    expect((await notes('Helen Forsyth: I can look into it.')).actions).toMatchObject([{ owner: 'Helen Forsyth', possible: true }])
  })

  it("is a line of one word beside its verb, and one that somebody's name stands in", async () => {
    expect((await notes("Helen Forsyth: I'll do the minutes.")).actions).toHaveLength(1)
    expect((await notes("Helen Forsyth: I'll call Luis.")).actions).toHaveLength(1)
  })
})

describe('a page to send', () => {
  it('has no telephone numbers in its overview', async () => {
    const { overview } = await notes(
      'Amara Diallo: The import of the spreadsheet files works for most of the bakeries.', 'Luis Ortega: The bakery phone is 020 7946 0132, somebody always picks up.',
      'Amara Diallo: The import stops when a line of the spreadsheet is bad.', 'Luis Ortega: The bakeries need the import of the files every morning.',
    )
    expect(overview.length).toBeGreaterThan(0)
    expect(overview.filter(({ text }) => text.includes('7946'))).toEqual([])
  })

  it('leaves no question open that was decided, or that somebody took on', async () => {
    const { questions } = await notes(
      'Amara Diallo: How long should we keep the photos of the crates?', 'Helen Forsyth: Complaints come within a week.',
      'Amara Diallo: We have decided that we keep the photos of the crates for thirty days.',
      'Helen Forsyth: Who looks after the servers during the launch week?', "Tomasz Nowak: I'll ask Jonas from the platform team.",
    )
    expect(questions).toEqual([])
  })

  it('drops words that were begun and not finished', async () => {
    const { decisions } = await notes('Amara Diallo: We have deci decided on the technolog technological upgrade of the oven.')
    expect(decisions.map(({ text }) => text)).toEqual(['We have decided on the technological upgrade of the oven.'])
  })
})
