import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { redactPlain } from '../../../src-main/core/redaction/index.ts'

const TALK = [
  'Margaretta: can you resend the link?', 'Rajinder: sure, to rajinder.m@example.com.', 'So the second quarter looks better than the first one did.',
  'My number is 0151 23456789, in case the call drops.', 'Thanks Okonjo, and let us move on to the budget then.', 'That is a lot of money for a printer.',
]
const FORM = ['Address: 12 Harbour Lane, Dover', 'Phone: 020 7946 0018', 'Rent: 1200', 'Tenant: to be named']

/** Long enough for later looks to read only parts of it. */
const long = (...parts: string[][]): string => parts.flat().join('\n')
const talk = Array.from({ length: 30 }, () => TALK).flat()

/** Texts that the faults' random ones came to, cut down: a value longer than what is read before a find or behind it, a letter longer in lower case. */
const onceBroken = z.array(z.object({ lang: z.string(), text: z.string() })).parse(JSON.parse(readFileSync('test/fixtures/redaction/hostile.json', 'utf8')))

describe('texts too long to be read whole again', () => {
  it('says the same of a text and of its redaction', () => {
    const { redacted, entities } = redactPlain(long(talk, FORM, talk), { lang: 'en' })
    expect(entities.length).toBeGreaterThan(240)
    expect(redactPlain(redacted, { lang: 'en' }).redacted).toBe(redacted)
  })

  it('takes no endless row of letters for a name, which only a look at all of it would see', () => {
    const others = Array.from({ length: 40 }, () => 'ordet är sagt och skrivet här.')
    const row = `in Reading ${'w '.repeat(110)}\ud55c4111 1111 1111 1111 and so on`
    const { redacted } = redactPlain(long(others, [row], others), { lang: 'sv' })
    expect(redacted).toContain('[CREDIT_CARD_1] and so on')
    expect(redactPlain(redacted, { lang: 'sv' }).redacted).toBe(redacted)
  })

  it.each(onceBroken)('hides nothing more the second time in what once broke that ($lang)', ({ lang, text }) => {
    const { redacted } = redactPlain(text, { lang })
    expect(redactPlain(redacted, { lang }).redacted).toBe(redacted)
  })

  it('hides who speaks although a form stands somewhere in the text', () => {
    const { redacted } = redactPlain(long(talk, FORM, talk), { lang: 'en' })
    expect(redacted).not.toMatch(/Margaretta|Rajinder|Okonjo/)
    expect(redacted).toContain('Tenant: to be named')
  })

  it('finds in a long text what it finds in a short one', () => {
    const short = redactPlain(long(TALK), { lang: 'en' }).redacted
    expect(redactPlain(long(talk), { lang: 'en' }).redacted).toBe(Array.from({ length: 30 }, () => short).join('\n'))
  })
})
