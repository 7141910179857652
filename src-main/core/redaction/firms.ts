import { OPTIONAL_TYPES, type OptionalType, type Span } from '../../../src-shared/domain/pii.ts'
import { shortName, withoutLegalForm } from '../../../src-shared/pii/names/known-firms.ts'
import { isDoubtfulName } from '../../../src-shared/pii/optional.ts'
import { normalForm } from './normal-form.ts'

export const isOptionalType = (type: Span['type']): type is OptionalType => OPTIONAL_TYPES.some((optional) => optional === type)

/**
 * What was taken for somebody only for its capital, and is a firm or a place elsewhere in the meeting, is that; and the other way round
 * where only a word before it made it one.
 */
export function ofOneKind(texts: readonly string[], found: readonly (readonly Span[])[]): Span[][] {
  const surfaceOf = (at: number, { start, end }: Span): string => (texts[at] ?? '').slice(start, end).toLowerCase()
  const surely = new Map<string, Span['type']>()
  const note = (isMeant: (span: Span) => boolean): void => {
    found.forEach((spans, at) => {
      for (const span of spans.filter(isMeant)) {
        const surface = surfaceOf(at, span)
        for (const name of [surface, ...(span.type === 'ORG' ? [withoutLegalForm(surface), shortName(surface)] : [])]) {
          if (name !== null && !surely.has(name)) surely.set(name, span.type)
        }
      }
    })
  }
  note((span) => span.type === 'PERSON' && !isDoubtfulName(span))
  note(({ type }) => isOptionalType(type))
  return found.map((spans, at) =>
    spans.map((span) => {
      const type = surely.get(surfaceOf(at, span))
      const isDoubtful = isDoubtfulName(span) || (isOptionalType(span.type) && span.cue === 'word before')
      return type === undefined || type === span.type || !isDoubtful ? span : { ...span, type }
    }),
  )
}

/** The form a firm is known by in its meeting, and the forms that lead to it. */
export interface Firms {
  formOf(surface: string): { form: string; aliases: readonly string[] }
}

/** "Kestrel" is Kestrel Foods GmbH where one firm alone is called so. */
export function linkFirms(surfaces: Iterable<string>, lang: string): Firms {
  const form = (surface: string): string => normalForm('ORG', withoutLegalForm(surface), lang)
  const byShort = new Map<string, Set<string>>()
  for (const surface of surfaces) {
    const short = shortName(surface)
    if (short !== null) byShort.set(short, (byShort.get(short) ?? new Set()).add(form(surface)))
  }
  return {
    formOf(surface) {
      const own = form(surface)
      const only = (short: string): string | undefined => {
        const holders = byShort.get(short)
        return holders?.size === 1 ? [...holders][0] : undefined
      }
      const short = shortName(surface)
      const isOnly = short !== null && only(short) === own
      return { form: only(own) ?? own, aliases: isOnly ? [short] : only(own) === undefined ? [] : [own] }
    },
  }
}
