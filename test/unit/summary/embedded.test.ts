import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentIdSchema } from '../../../src-shared/domain/ids.ts'
import { summarySchema, type Summary } from '../../../src-shared/domain/summary.ts'
import { redactedTextSchema } from '../../../src-shared/domain/text.ts'
import { tokensIn } from '../../../src-shared/domain/token.ts'
import { createEmbeddedEngine } from '../../../src-main/core/summary/embedded/index.ts'
import type { SummaryInput } from '../../../src-main/core/summary/engine.ts'
import { checkEvidence } from '../../../src-main/core/summary/evidence/index.ts'

const redacted = (text: string) => redactedTextSchema.parse(text)
const idOf = (index: number) => segmentIdSchema.parse(index.toString().padStart(26, '0'))

/** "Ann: text" a line; a line without a name has no speaker. */
function meeting(script: string, participants: readonly string[] = ['Sarah Whitcombe', 'Daniel Okafor', 'Priya O’Neill']): SummaryInput {
  const segments = script.trim().split('\n').map((line, index) => {
    const [, speaker, text] = /^\s*(?:([^:]+): )?(.*)$/.exec(line) ?? []
    const full = participants.find((name) => speaker !== undefined && name.startsWith(speaker)) ?? speaker ?? null
    return { id: idOf(index), speaker: full === null ? null : redacted(full), startMs: index * 4000, endMs: index * 4000 + 3500, text: redacted(text ?? '') }
  })
  return { segments, participants: participants.map(redacted), date: '2025-03-12T10:00:00' }
}

const run = async (input: SummaryInput): Promise<Summary> =>
  createEmbeddedEngine({ now: () => 0 }).summarize(input, { signal: new AbortController().signal })
const notes = async (script: string, participants?: readonly string[]): Promise<Summary> => run(meeting(script, participants))
const indices = (evidence: readonly string[]): number[] => evidence.map(Number)

const TALK = `
Sarah: Okay, so, um, welcome everybody to the the weekly product sync.
Daniel: The new onboarding page raised the sign-up rate from eleven to fourteen percent last month.
Priya: Most of the support tickets are about the billing page, because the invoices do not show the VAT number.
Daniel: We could, you know, add the VAT number to the invoice template and the billing page together.
Priya: That would close most of the support tickets about billing.
Sarah: Should we put the VAT number on the invoice before the mobile release?
Daniel: Yes.
Sarah: Alright, we're going with the VAT number on the invoice first.
Priya: The mobile release still depends on the new payment provider, and their contract is not signed.
Sarah: Daniel, can you send the revised contract to the payment provider by Friday?
Daniel: Sure.
Priya: I'll write the help article about invoices tomorrow.
Sarah: Let's move on to the next item.
Priya: What is the budget for the mobile release campaign in the second quarter?
Sarah: Good question, I don't know.
Daniel: The mobile team measured the start-up time of the app and it is twice as slow as the web page.
`

describe('embedded engine', () => {
  it('makes a whole, valid summary', async () => {
    const summary = await notes(TALK)
    expect(summarySchema.safeParse(summary).success).toBe(true)
    expect(summary.title).not.toBe('')
    expect(summary.overview.length).toBeGreaterThan(3)
    expect(summary.run).toMatchObject({ engine: 'embedded', template: 'general' })
  })

  it('finds who does what by when', async () => {
    const { actions } = await notes(TALK)
    expect(actions.map(({ owner, due }) => [owner, due])).toEqual([['Daniel Okafor', '2025-03-14'], ['Priya O’Neill', '2025-03-13']])
    expect(actions[0]).toMatchObject({ text: 'Daniel, can you send the revised contract to the payment provider by Friday?', duePhrase: 'by Friday' })
    expect(indices(actions[0]?.evidence ?? [])).toEqual([9, 10])
  })

  it('finds what was decided, with the proposal and the yes', async () => {
    const { decisions } = await notes(TALK)
    expect(decisions).toHaveLength(1)
    expect(decisions[0]?.text).toContain('VAT number')
    expect(indices(decisions[0]?.evidence ?? [])).toContain(7)
  })

  it('marks a decision that nobody called one, and finds none in a single speech', async () => {
    const exchange = `
Sarah: The invoice header could be blue on every page.
Daniel: Blue invoice headers cost nothing more.
Sarah: I think we should have the blue header on every invoice page.
Daniel: Yeah, that's good.
Priya: The new address could stand there as well.
Daniel: Right.`
    const several = (await notes(exchange.repeat(8))).decisions
    expect(several.length).toBeGreaterThan(0)
    expect(several.every(({ possible }) => possible === true)).toBe(true)
    expect((await notes(exchange.repeat(8).replace(/^\w+:/gm, 'Sarah:'))).decisions).toEqual([])
  })

  it('finds the question nobody answered', async () => {
    const { questions } = await notes(TALK)
    expect(questions.map(({ text }) => text)).toEqual(['What is the budget for the mobile release campaign in the second quarter?'])
  })

  it('writes clean lines in meeting order', async () => {
    const { overview } = await notes(TALK)
    const firsts = overview.map(({ evidence }) => indices(evidence)[0] ?? 0)
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b))
    for (const { text } of overview) {
      expect(text).toMatch(/^[\p{Lu}\p{N}[].*[.?!]$/u)
      expect(text).not.toMatch(/\b(?:um|uh|you know|the the)\b|^(?:okay|so)\b/i)
      expect(text.split(' ').length).toBeLessThanOrEqual(30)
    }
  })

  it('says why it chose a line', async () => {
    const { overview, actions } = await notes(TALK)
    for (const { reasons } of [...overview, ...actions]) expect(reasons?.length).toBeGreaterThan(0)
    expect(actions[0]?.reasons?.map(({ feature }) => feature)).toContain('has a date')
  })

  it('gives lines that pass the evidence check', async () => {
    const input = meeting(TALK)
    const { overview, decisions, actions, questions } = await run(input)
    for (const line of [...overview, ...decisions, ...actions, ...questions]) expect(checkEvidence(line, input.segments).missing).toEqual([])
  })

  it('stops before it starts when cancelled', async () => {
    const signal = AbortSignal.abort()
    await expect(createEmbeddedEngine({ now: () => 0 }).summarize(meeting(TALK), { signal })).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})

describe('a short meeting', () => {
  const SHORT = `
Sarah: Hi everybody, good morning, thanks for joining.
Daniel: How was your weekend, Sarah?
Sarah: Great, we went to the lake.
Priya: Can everyone see my screen?
Priya: The new onboarding page raised the sign-up rate from eleven to fourteen percent.
Daniel: Most of the support tickets are about the payment provider.
Priya: Should we put the VAT number on the invoice first?
Sarah: Alright, we're going with the VAT number on the invoice first.
Daniel: I'll send the revised contract to the payment provider tomorrow.
Priya: The mobile release still depends on the payment provider.
Sarah: Thanks everyone, have a nice day, bye.
`
  it('has an overview of what was said about the matter, and says nothing twice', async () => {
    const { overview, decisions, actions } = await notes(SHORT)
    expect(overview.map(({ text }) => text)).toEqual([
      'The new onboarding page raised the sign-up rate from eleven to fourteen percent.',
      'Most of the support tickets are about the payment provider.',
      'The mobile release still depends on the payment provider.',
    ])
    expect([decisions.length, actions.length]).toEqual([1, 1])
  })

  it('is named after what was talked about, in terms of more than one word', async () => {
    expect((await notes(SHORT)).title).toMatch(/^Payment provider\b/)
  })
})

describe('owners', () => {
  it.each([
    ['Sarah: Someone should reach out to legal about the contract.\nDaniel: I can take that.', 'Daniel Okafor'],
    ['Sarah: Can you share the deck after the call, Priya?\nPriya: Of course.', 'Priya O’Neill'],
    ["Sarah: Let's have Priya book the venue before the end of the month.", 'Priya O’Neill'],
    ["Sarah: We should probably loop in finance. Daniel, that's you.", 'Daniel Okafor'],
    ['Daniel: Remind me to email the printer tonight.', 'Daniel Okafor'],
    ['Sarah: Daniel, Sarah from Contoso is waiting for your call, so ring her today.', 'Daniel Okafor'],
    ['Sarah: The two of you should sit down and agree on the plan before next Wednesday.', undefined],
    ['Sarah: Everyone needs to submit their timesheets by Friday noon.', undefined],
    ['I will send the report to the auditors by Friday.', undefined],
    ['Sarah: Who can update the help pages?\nPriya: I will.', 'Priya O’Neill'],
    ['Sarah: Daniel, your action is to book the flights.', 'Daniel Okafor'],
    ['Sarah: Could someone from the team call the supplier?\nPriya: I’ll do it.', 'Priya O’Neill'],
    ["Sarah: Priya, I'd like you to own the migration plan.", 'Priya O’Neill'],
    ['um so daniel can you uh send me the slides by friday', 'Daniel Okafor'],
  ])('%s', async (script, owner) => {
    const [action] = (await notes(script)).actions
    expect(action).toBeDefined()
    expect(action?.owner).toBe(owner)
  })

  it('gives tokens and neutral labels as they stand', async () => {
    const people = ['[PERSON_1]', '[PERSON_2]', 'Speaker 3']
    const { actions } = await notes(
      '[PERSON_1]: [PERSON_2], can you send the quote to [ORG_1] by Friday?\n[PERSON_2]: Sure.\nSpeaker 3: I will draft the release notes tomorrow.', people)
    expect(actions.map(({ owner }) => owner)).toEqual(['[PERSON_2]', 'Speaker 3'])
    expect(actions[0]?.text).toBe('[PERSON_2], can you send the quote to [ORG_1] by Friday?')
  })

  it('knows hidden people who are only spoken of, as in a recording without speakers', async () => {
    const { actions } = await notes('[PERSON_4] will finish the press release by Wednesday.\nThe website has three problems.\nNo problem.', [])
    expect(actions[0]).toMatchObject({ owner: '[PERSON_4]', due: '2025-03-19' })
  })

  it('whom somebody will ask about it is not whose work it is', async () => {
    const { actions } = await notes("Sarah: I'll ask Daniel from the platform team about the contract by Friday.\nDaniel: Fine.")
    expect(actions.map(({ owner }) => owner)).not.toContain('Daniel Okafor')
  })

  it('names nobody when a first name could be two people', async () => {
    const [action] = (await notes('Bo Ek: Anna will send the signed contract by Friday.', ['Anna Berg', 'Anna Lind', 'Bo Ek'])).actions
    expect(action?.owner).toBeUndefined()
  })
})

describe('owners and what shows them', () => {
  it.each([
    ['Sarah: Daniel and Priya will book a room for the workshop by Friday.', ['Daniel Okafor', 'Priya O’Neill']],
    ['Sarah: Daniel and I will prepare the slides for the board.', ['Daniel Okafor', 'Sarah Whitcombe']],
    ['Sarah: Daniel and Priya, can you send the survey to the customers by Friday?', ['Daniel Okafor', 'Priya O’Neill']],
    ['Sarah: Daniel, please talk to Priya and send her the survey by Friday.', ['Daniel Okafor']],
    ['Priya: I’ll send Daniel the survey by Friday.', ['Priya O’Neill']],
    ['Sarah: The legal department will review the contract by Friday.', [undefined]],
  ])('%s', async (script, owners) => {
    const { actions } = await notes(script)
    expect(new Set(actions.map(({ owner }) => owner))).toEqual(new Set(owners))
    expect(actions).toHaveLength(owners.length)
  })

  it('cites the request and the answer that took it on', async () => {
    const { actions } = await notes('Sarah: Daniel, can you send the contract to the bank by Friday?\nDaniel: No problem.')
    expect(actions.map(({ evidence }) => indices(evidence))).toEqual([[0, 1]])
  })

  it('cites the answer that says whose the work is', async () => {
    const { actions } = await notes('Sarah: Somebody should update the help pages by Friday.\nDaniel: I can take that.')
    expect(actions.map(({ owner, evidence }) => [owner, indices(evidence)])).toEqual([['Daniel Okafor', [0, 1]]])
  })
})

describe('look-alikes', () => {
  it.each([
    "Sarah: I'll be honest, I don't love it.",
    'Daniel: I should have sent that last week.',
    "Sarah: Let's move on to the next item.",
    'Sarah: Can you hear me, Daniel?',
    'Sarah: Who can update the help pages?',
    'Daniel: I’ll have the fish, please.',
    'Sarah: Daniel, did you send the report?\nDaniel: Yes, on Monday.',
    'Priya: She will present the results on Monday.',
    "Sarah: We don't need to update the docs.",
    'Daniel: You need to click the button twice to log in.',
    'Sarah: Daniel, could you write the report?\nDaniel: I can’t, sorry, I have to leave early.',
    'Priya: The customer will receive an e-mail by Friday automatically.',
    "Daniel: If we'd known, we would have called them by Monday.",
    "Priya: I'll see you all on Monday.",
    'Daniel: They have to fix their interface at some point, it is awful.',
  ])('no action in: %s', async (script) => {
    expect((await notes(script)).actions).toEqual([])
  })

  it('lines without a cue are only possible in long talk, unless nobody wrote any marks', async () => {
    const [colours, things] = [['green', 'red', 'blue', 'grey', 'white'], ['cups', 'plates', 'spoons', 'forks']]
    const talk = Array.from({ length: 70 }, (_, at) =>
      `${at % 2 === 0 ? 'Daniel' : 'Sarah'}: The ${colours[at % 5] ?? ''} ${things[at % 4] ?? ''} were cheaper than shop number ${at} had said.`)
    const said = [...talk, 'Sarah: For Daniel the list of suppliers is the task.'].join('\n')
    expect((await notes(said)).actions).toMatchObject([{ text: 'For Daniel the list of suppliers is the task.', possible: true }])
    const heard = await notes(said.replaceAll('.', '').replace('Daniel the', 'daniel the'))
    expect(heard.actions.map(({ text, possible }) => [text.toLowerCase(), possible])).toEqual([['for daniel the list of suppliers is the task.', undefined]])
  })

  it.each(['Daniel: Should we go with Postgres?', 'Daniel: They decided to move to Berlin last year.', "Sarah: Let's decide that next time.", "Priya: I haven't decided yet."])(
    'no decision in: %s', async (script) => {
      expect((await notes(script)).decisions).toEqual([])
    })
})

describe('any input', () => {
  it('has nothing to say of nothing', async () => {
    const summary = await run({ segments: [], participants: [], date: '2025-03-12' })
    expect(summary).toMatchObject({ overview: [], actions: [], decisions: [], questions: [], topics: [] })
  })

  it('leaves out lines that mean nothing on a page by themselves', async () => {
    const { overview, questions } = await notes(`${TALK}
Daniel: It makes the billing page and the invoice template much slower than before.
Priya: If the payment provider signs the contract for the mobile release this week.
Sarah: The invoice template from the billing page of the mobile release with the.
Daniel: Which of the invoice templates of the billing page is it about then?`)
    const shown = [...overview, ...questions].map(({ text }) => text)
    expect(shown.length).toBeGreaterThan(3)
    expect(shown.filter((text) => /^(It|If|Which) |\bthe\.$/.test(text))).toEqual([])
  })

  it.each([
    ['Sarah: The w the budget for the spring campaign s stays below four thousand euros.', 'The budget for the spring campaign stays below four thousand euros.'],
    ['Sarah: Plan b keeps the spring campaign within four thousand euros.', 'Plan b keeps the spring campaign within four thousand euros.'],
  ])('drops letters of words never finished, and no others: %s', async (said, text) => {
    expect((await notes(said)).overview.map((line) => line.text)).toEqual([text])
  })

  it('reads talk without a single mark: sentences, questions, actions', async () => {
    const bare = TALK.toLowerCase().replace(/[,.?]/g, '').replace(/^(\w)(\w+):/gm, (_, first: string, rest: string) => `${first.toUpperCase()}${rest}:`)
    const { actions, questions } = await notes(bare)
    expect(actions.some(({ text }) => text.includes('send the revised contract'))).toBe(true)
    expect(questions.some(({ text }) => text.includes('budget for the mobile release campaign'))).toBe(true)
  })

  it('joins captions of a few words and cites each of them', async () => {
    const words = 'Daniel will send the revised contract to the payment provider by Friday.'.split(' ')
    const script = Array.from({ length: 4 }, (_, i) => `Sarah: ${words.slice(i * 3, i * 3 + 3).join(' ')}`).join('\n')
    const [action] = (await notes(script)).actions
    expect(action).toMatchObject({ text: words.join(' '), owner: 'Daniel Okafor', due: '2025-03-14' })
    expect(indices(action?.evidence ?? [])).toEqual([0, 1, 2, 3])
  })

  it('summarises a language without cues', async () => {
    const script = Array.from({ length: 12 }, (_, i) => `Ana: El presupuesto de la campaña móvil depende del contrato número ${i} con el proveedor de pagos.`).join('\n')
    const summary = await notes(script)
    expect(summary.overview.length).toBeGreaterThan(0)
    expect(summarySchema.safeParse(summary).success).toBe(true)
  })

  const word = fc.constantFrom(
    ...'I will we you send the report by Friday should [PERSON_1] [PERSON_2], [EMAIL_3]. [CREDIT_CARD_12] um, okay so can not ? . , —'.split(' '),
    ...'decided Daniel, Übung データ … " let’s it is budget and and [ ] 1,500 st starts \u0000 @0 @x'.split(' '),
  )
  const speaker = fc.constantFrom('[PERSON_1]', '[PERSON_2]', 'Speaker 3', null)
  const segment = fc.record({ speaker, words: fc.array(word, { maxLength: 60 }), gap: fc.nat(5000) })
  const inputs = fc.array(segment, { maxLength: 30 }).map((given): SummaryInput => ({
    participants: ['[PERSON_1]', '[PERSON_2]', 'Daniel Okafor'].map(redacted), date: '2025-03-12',
    segments: given.map(({ speaker, words, gap }, index) => ({
      id: idOf(index), speaker: speaker === null ? null : redacted(speaker), startMs: index * 3000, endMs: index * 3000 + gap, text: redacted(words.join(' ')),
    })),
  }))

  it('same input, same bytes; valid, citing only its own segments, cutting no token', async () => {
    await fc.assert(fc.asyncProperty(inputs, async (input) => {
      const summary = await run(input)
      expect(JSON.stringify(await run(structuredClone(input)))).toBe(JSON.stringify(summary))
      expect(summarySchema.safeParse(summary).success).toBe(true)
      const ids = new Set<string>(input.segments.map(({ id }) => id))
      for (const { text, evidence } of [...summary.overview, ...summary.decisions, ...summary.actions, ...summary.questions]) {
        for (const id of evidence) expect(ids.has(id)).toBe(true)
        const cited = input.segments.filter(({ id }) => evidence.includes(id)).map(({ text }) => text).join(' ')
        const known = new Set([...tokensIn(cited)].map(({ token }) => token))
        const shown = [...tokensIn(text)]
        for (const { token } of shown) expect(known.has(token)).toBe(true)
        // Nothing that looks like part of a token is left when the whole ones are gone.
        expect(shown.reduce<string>((rest, { token }) => rest.replace(token, ''), text)).not.toMatch(/(?:PERSON|EMAIL|CREDIT_CARD)_?\d*/)
      }
    }), { numRuns: 150 })
  })

  it('takes time in proportion to the words', async () => {
    const lines = TALK.trim().split('\n')
    const long = (times: number): SummaryInput =>
      meeting(Array.from({ length: times * lines.length }, (_, i) => `${lines[i % lines.length] ?? ''} item${i % 997}`).join('\n'))
    const time = async (input: SummaryInput): Promise<number> => {
      const rounds = []
      for (let i = 0; i < 3; i++) {
        const from = performance.now()
        await run(input)
        rounds.push(performance.now() - from)
      }
      return Math.min(...rounds)
    }
    const [small, large] = [long(20), long(160)]
    await run(small)
    // Eight times the words: quadratic work would take 64 times as long.
    expect(await time(large)).toBeLessThan(28 * (await time(small)))
  })
})

describe('titles', () => {
  it('name no word that may be a person redaction has missed', async () => {
    const { title, topics } = await notes(`
Sarah: The board wants the book printed.
Daniel: Margarethe wants the book before the board meets.
Sarah: Margarethe has the board and the book.
Daniel: Margarethe. And Bernadette, Bernadette too.
`)
    const titles = [title, ...topics.map((topic) => topic.title)].join(' ')
    expect(titles).toMatch(/board/i)
    expect(titles).not.toMatch(/margarethe|bernadette/i)
  })

  it('are made of nouns, without times of day', async () => {
    const { title } = await notes(`
Sarah: I tested the website this morning, and we discussed the login page this morning.
Daniel: We discussed the website and the login page because people wanted the login page fixed.
Sarah: They wanted the website this morning, and I tested and discussed the login page.`)
    expect(title).toMatch(/^(Login page and website|Website and login page)$/)
  })

  it('keep the nouns of a language that writes them with capitals', async () => {
    expect((await notes(`
Sarah: Der Vertrag mit dem Lieferanten ist noch nicht unterschrieben.
Daniel: Dann schicken wir den Vertrag morgen an den Lieferanten.
Sarah: Ohne Vertrag liefert der Lieferant nicht.
`)).title).toMatch(/Vertrag/)
  })
})
