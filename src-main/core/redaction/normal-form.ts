import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'
import type { PiiType } from '../../../src-shared/domain/pii.ts'
import { shadowView } from '../../../src-shared/pii/views.ts'

/** Country whose numbers need no code, by language. A guess that only decides whether two spellings share a token. */
const HOME: Readonly<Record<string, CountryCode>> = { de: 'DE', fr: 'FR', es: 'ES', sv: 'SE', en: 'GB' }

/**
 * The form under which something hidden is known: two spellings of one thing give one form. Spoken forms go through the
 * shadow first ("oh seven" is "07"). Persons are linked in `people.ts` and come here as plain names.
 */
export function normalForm(type: PiiType, surface: string, lang: string): string {
  const written = type === 'PERSON' ? surface : (shadowView(surface, lang)?.text ?? surface)
  const plain = written.normalize('NFKC').trim().toLowerCase()
  switch (type) {
    case 'PERSON':
      return plain.replace(/[\s.]+/g, ' ').trim()
    case 'PHONE':
      return phoneForm(plain, lang)
    case 'CREDIT_CARD': case 'IBAN': case 'BANK_ACCOUNT': case 'NATIONAL_ID': case 'PASSPORT': case 'DRIVER_LICENSE':
    case 'MEDICAL_ID': case 'LICENSE_PLATE': case 'MAC':
      return plain.replace(/[^\p{L}\p{N}]/gu, '')
    case 'EMAIL': case 'URL': case 'IP_ADDRESS':
      return plain.replace(/\s+/g, '')
    case 'USERNAME':
      return plain.replace(/^@/, '').replace(/\s+/g, '')
    case 'SECRET': case 'CRYPTO':
      // Case carries meaning here.
      return written.trim().replace(/\s+/g, ' ')
    case 'ADDRESS': case 'DATE_OF_BIRTH': case 'ORG': case 'LOCATION': case 'OTHER':
      return plain.replace(/[\s,]+/g, ' ')
    default:
      return type satisfies never
  }
}

function phoneForm(plain: string, lang: string): string {
  const text = plain.replace(/^00/, '+')
  const parsed = parsePhoneNumberFromString(text, HOME[lang] ?? 'US')
  return parsed?.isPossible() === true ? `${parsed.number}${parsed.ext === undefined ? '' : `x${parsed.ext}`}` : text.replace(/[^\d+]/g, '')
}
