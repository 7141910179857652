import type { TemplateChoice } from '../../../src-shared/domain/template.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { findPii } from '../../../src-shared/pii/index.ts'

/**
 * A template's own words are stored with every summary made by it, and a model server reads them as they are; so nobody may
 * be named in them.
 * @throws Failure BAD_USAGE
 */
export function refusePersonalData(template: TemplateChoice | undefined): void {
  const typed = template?.custom?.normalize('NFC') ?? ''
  if (findPii(typed, { lang: 'en', participants: [] }).length > 0) {
    throw new Failure('BAD_USAGE', { detail: 'The sections of a template may not name people or hold numbers and addresses of theirs.' })
  }
}
