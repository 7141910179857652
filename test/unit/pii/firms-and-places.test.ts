import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { redactPlain } from '../../../src-main/core/redaction/index.ts'
import { OPTIONAL_TYPES } from '../../../src-shared/domain/pii.ts'

const TYPES: Readonly<Record<string, string>> = { O: 'ORG', L: 'LOCATION' }

/** The set's sentences without their marks, and what is marked in each. */
const sentences = readFileSync(new URL('../../fixtures/firms-and-places.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [lang, style, marked] = /^(\w\w) (\w+)\t(.*)$/.exec(line)?.slice(1) ?? []
    const pieces = (marked ?? '').split(/\{([OL]) ([^}]*)\}/)
    const wanted: { start: number; end: number; type: string }[] = []
    let text = ''
    for (let at = 0; at < pieces.length; at += 3) {
      text += pieces[at] ?? ''
      const [mark, surface] = [pieces[at + 1], pieces[at + 2]]
      if (mark === undefined || surface === undefined) continue
      wanted.push({ start: text.length, end: text.length + surface.length, type: TYPES[mark] ?? '' })
      text += surface
    }
    return { lang: lang ?? '', style: style ?? '', text, wanted }
  })

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean => a.start < b.end && b.start < a.end
const also = (text: string, lang: string): string => redactPlain(text, { lang, alsoTypes: OPTIONAL_TYPES }).redacted

describe('organisations and places', () => {
  it('are found in the sentences of the set, and little else is', () => {
    let [wanted, found, right, chance, whole] = [0, 0, 0, 0, 0]
    const missed: string[] = []
    const wrong: string[] = []
    for (const sentence of sentences) {
      const { entities } = redactPlain(sentence.text, { lang: sentence.lang, alsoTypes: OPTIONAL_TYPES })
      const own = entities.filter(({ type }) => type === 'ORG' || type === 'LOCATION')
      wanted += sentence.wanted.length
      found += own.length
      for (const mark of sentence.wanted) {
        if (own.some((span) => span.start === mark.start && span.end === mark.end && span.type === mark.type)) whole++
        if (own.some((span) => overlap(span, mark))) right++
        else missed.push(`${sentence.lang} ${sentence.style}: ${sentence.text.slice(mark.start, mark.end)}`)
      }
      for (const span of own) {
        if (sentence.wanted.some((mark) => overlap(span, mark))) chance++
        else wrong.push(`${sentence.lang} ${sentence.style}: ${sentence.text.slice(span.start, span.end)}`)
      }
    }
    expect(sentences.length).toBeGreaterThanOrEqual(60)
    expect(whole / wanted).toBeGreaterThanOrEqual(0.9)
    expect(right / wanted, `missed: ${missed.join(', ')}`).toBeGreaterThanOrEqual(0.9)
    expect(chance / found, `wrong: ${wrong.join(', ')}`).toBeGreaterThanOrEqual(0.95)
  })

  it('stay in sight where nobody asked for them, and everything else is hidden alike', () => {
    for (const { text, lang } of sentences) {
      const { entities } = redactPlain(text, { lang })
      expect(entities.filter(({ type }) => type === 'ORG' || type === 'LOCATION')).toEqual([])
      const { entities: withThem } = redactPlain(text, { lang, alsoTypes: OPTIONAL_TYPES })
      for (const span of entities) expect(withThem.some((other) => other.start <= span.start && span.end <= other.end), text).toBe(true)
    }
  })

  it('hide one kind without the other', () => {
    const text = 'Kestrel Foods Ltd moved to Leeds.'
    expect(redactPlain(text, { lang: 'en', alsoTypes: ['ORG'] }).redacted).toBe('[ORG_1] moved to Leeds.')
    expect(redactPlain(text, { lang: 'en', alsoTypes: ['LOCATION'] }).redacted).toMatch(/Ltd moved to \[LOCATION_1\]\.$/)
  })

  it('are one organisation by its full and by its short name, without the form of its law, and where a capital alone looks like a person', () => {
    expect(also('We signed with Zentrix Robotics GmbH. Later zentrix robotics called, and Zentrix will ship.', 'en')).toBe(
      'We signed with [ORG_1]. Later [ORG_1] called, and [ORG_1] will ship.',
    )
    expect(also('She works at Quillon now. Quillon pays well.', 'en')).toBe('She works at [ORG_1] now. [ORG_1] pays well.')
  })

  it('are two where two are called alike', () => {
    expect(also('Zentrix Robotics GmbH sued Zentrix Energy Ltd.', 'en')).toBe('[ORG_1] sued [ORG_2].')
  })

  it('leave people and addresses what they are', () => {
    expect(also('Jordan Hale lives at 12 Harbour Lane, Leeds. Anna from Leeds called.', 'en')).toBe(
      '[PERSON_1] lives at [ADDRESS_1]. [PERSON_2] from [LOCATION_1] called.',
    )
    expect(also('chez Marie, on mange bien', 'fr')).not.toContain('ORG')
  })

  it.each([
    ['en', 'Nice work. Reading the notes now; the target is to shell the orange on Mobile.'],
    ['en', 'The Working Group and the User Group met in March.'],
    ['en', 'time is limited and the group agreed to deal with it'],
    ['de', 'Das Essen beginnt um zwölf, die Bank ist ab Montag zu.'],
    ['de', 'Der Plan der Gruppe steht; bei Regen bleiben wir im Haus.'],
    ['fr', "L'orange est bonne, il tourne à droite et va à la mairie."],
    ['es', 'La mesa y la colonia están en el puerto.'],
    ['sv', 'Vi åker till jobbet och går på möte i dag.'],
  ])('let words be words: %s %s', (lang, text) => {
    expect(also(text, lang)).toBe(text)
  })
})
