import { describe, expect, it } from 'vitest'
import { segmentIdSchema } from '../../../src-shared/domain/ids.ts'
import { redactedTextSchema } from '../../../src-shared/domain/text.ts'
import { createEmbeddedEngine } from '../../../src-main/core/summary/embedded/index.ts'

/** Lines said in turn by two people without names. */
async function titled(...said: string[]): Promise<string> {
  const segments = said.map((text, at) => ({
    id: segmentIdSchema.parse(at.toString().padStart(26, '0')),
    speaker: redactedTextSchema.parse(`[PERSON_${1 + (at % 2)}]`), text: redactedTextSchema.parse(text), startMs: null, endMs: null,
  }))
  const people = [1, 2].map((n) => redactedTextSchema.parse(`[PERSON_${n}]`))
  const engine = createEmbeddedEngine({ now: () => 0 })
  return (await engine.summarize({ segments, participants: people, date: '2026-11-12' }, { signal: new AbortController().signal })).title
}

describe('a title', () => {
  it('is a phrase that was said, with the small words inside it', async () => {
    expect(await titled(
      "Let's talk about the budget for Q3.", 'The budget for Q3 is too low for the trade fair.',
      "I'll send the offer for the trade fair by Friday.", 'The price list goes out on Monday.',
    )).toBe('Budget for Q3 and trade fair')
  })

  it('ends with a thing, not with a quality or with what is done', async () => {
    const title = await titled(
      'The functional side of the remote is finished, the remote control works.', 'We launch the remote control in May.',
      'The remote control looks functional and systematic.',
      'A functional remote control knows the channel.', 'We launch the remote control with a systematic test.',
    )
    expect(title).toMatch(/^Remote control/)
    expect(title).not.toMatch(/(?:functional|systematic|knows|launch)$/)
  })

  it.each([
    ['Budget und Serverumzug', [
      'Heute geht es um das Budget für das dritte Quartal.', 'Die Kosten für den Serverumzug sind gestiegen, das Budget reicht nicht.', 'Wir müssen den Serverumzug trotzdem vor dem Sommer machen.',
      'Für den Serverumzug brauchen wir zwei Techniker.', 'Dann beschließen wir, dass das Budget um zehn Prozent steigt.',
    ]],
    ['Date de lancement et budget marketing', [
      "On commence avec la date de lancement de l'application.", "La date de lancement dépend de l'équipe mobile, il reste des bugs.", 'Je vais envoyer le budget marketing avant vendredi.',
      'Le budget marketing ne suffit pas pour la campagne de septembre.', 'On a décidé de repousser la date de lancement.',
    ]],
    ['Contrato de mantenimiento', [
      'El cliente quiere una página nueva antes de octubre.', 'Voy a mandar el contrato de mantenimiento mañana.', 'El contrato de mantenimiento no incluye los servidores.', 'Sin el contrato de mantenimiento no hay precio.',
    ]],
    ['Nya prislistan', ['Budgeten räcker inte till den nya prislistan.', 'Den nya prislistan ska vara klar i mars.', 'Vi skickar den nya prislistan till kunden.', 'Kunden vill ha en lägre avgift.']],
  ])('is in the language of the meeting: %s', async (title, said) => {
    expect(await titled(...said)).toBe(title)
  })
})
