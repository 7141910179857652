import { expect, it } from 'vitest'
import { scanMade } from '../../../src-main/core/redaction/index.ts'
import { redactedTextSchema } from '../../../src-shared/domain/text.ts'

const look = (...lines: string[]) => scanMade(lines.map((line) => redactedTextSchema.parse(line)), { language: 'en', never: [], isCautious: true }).texts

it('hides what an earlier scan missed, wherever it stands', () => {
  expect(look('Write to kumquat@example.org.', 'My name is Orla Kavanagh.', 'Then Kavanagh wrote back.')).toEqual([
    'Write to [EMAIL_1].',
    'My name is [PERSON_1].',
    'Then [PERSON_1] wrote back.',
  ])
})

it('leaves a word that only looks like a name, and every mention of it', () => {
  const lines = ['a kumquatlaunch <v [PERSON_1]>We moved the kumquatlaunch to March.</v>', 'The kumquatlaunch is decided.']
  expect(look(...lines)).toEqual(lines)
})
