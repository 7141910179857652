import type { View, Word } from '../views.ts'
import { matchesOf } from '../matches.ts'

/** What carries a name and is nobody: "the Faraday cage", "ein Bernoulli-Versuch", "the Heimlich manoeuvre". */
const HEADS = new Set((
  'cage effect law laws theorem lemma transform transforms filter filters equation equations constant distribution process processes algorithm method methods ' +
  'model models test tests scale number numbers curve diagram machine engine function functions matrix space series paradox principle criterion index ' +
  'coefficient inequality sequence problem conjecture cipher code codes key exchange prize award medal syndrome disease manoeuvre maneuver reflex cell ' +
  'cells ratio limit radiation belt cloud telescope bridge tower canal square curve triangle sum integral rule rules rating search sort tree graph chart ' +
  'room rooms suite hall wing lounge theatre theater auditorium building tower stand library boardroom pavilion cup trophy saal raum zimmer rummet salen ' +
  'satz gesetz effekt filter test skala zahl verfahren modell gleichung verteilung krankheit syndrom preis ' +
  'loi effet théorème filtre échelle équation maladie syndrome prix ley efecto teorema filtro escala ecuación enfermedad síndrome premio ' +
  'lag effekt sats filter skala ekvation sjukdom syndrom pris').split(' '))

/** In French and Spanish what was called after somebody comes first. */
const LEADS = new Set('room auditorium sala salle salon aula saal raum rummet salen sal konferensrummet sitzungssaal effet théorème loi équation échelle filtre syndrome maladie transformée efecto teorema ley ecuación escala filtro síndrome enfermedad'.split(' '))

/** A name before what was called after somebody, with or without its hyphen. */
export function namesAThing(view: View, words: readonly Word[], last: number): boolean {
  const [word, next, before] = [words[last], words[last + 1], words[last - 1]]
  // "la loi de Poisson"
  const lead = before?.lower === 'de' ? words[last - 2] : undefined
  if (word !== undefined && lead !== undefined && LEADS.has(lead.lower) && view.text.slice(lead.end, word.start) === ' de ') return true
  if (word !== undefined && before !== undefined && LEADS.has(before.lower) && view.text.slice(before.end, word.start) === ' ') return true
  if (word === undefined || next === undefined || !HEADS.has(next.lower)) return false
  return /^(?:['’]s?)?[ -]$/.test(view.text.slice(word.end, next.start)) && !/['’]s$/.test(word.lower)
}

const FIELD = new RegExp(
  '(?:^|\\n)[ \\t*-]{0,4}(?:' +
    'name|nom|nombre|namn|dob|date of birth|geb\\.?|geboren|geburtsdatum|née? le|date de naissance|fecha de nacimiento|född|födelsedatum|address|adresse|anschrift|' +
    'adress|dirección|domicilio|iban|bic|phone|tel\\.?|telefon|téléphone|teléfono|mobile|mobil|e-?mail|courriel|correo|rent|miete|loyer|alquiler|hyra|total|summe|' +
    'suma|summa|amount|betrag|montant|importe|belopp|reference|ref\\.?|invoice|rechnung|facture|factura|faktura|subject|betreff|objet|asunto|ämne|passport|' +
    'account|konto|card|karte|carte|tarjeta|plate|date|datum|fecha|delivery|contact|kontakt|contacto|price|preis|prix|precio|ni number|ssn|mrn) ?:', 'giu')

const fields = new WeakMap<View, readonly number[]>()
/** Characters: longer than a form, shorter than the transcript it may stand in. */
const FORM_REACH = 300

/** In a filled-in form: at least two lines nearby begin with what a form asks, so the others ask as well and nobody speaks. */
export function isInForm(view: View, at: number): boolean {
  let asked = fields.get(view)
  if (asked === undefined) fields.set(view, (asked = Array.from(matchesOf(view.text, FIELD), ({ index }) => index)))
  let low = 0
  let high = asked.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((asked[middle] ?? Infinity) < at - FORM_REACH) low = middle + 1
    else high = middle
  }
  return (asked[low + 1] ?? Infinity) < at + FORM_REACH
}
