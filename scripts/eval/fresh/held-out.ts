import type { FreshLanguage } from './said.ts'

/** Names and what is said around them, kept apart: no rule is to be made or mended with these. A name stands for each `{}`. */
export const HELD_OUT: Readonly<Record<FreshLanguage, { readonly names: readonly string[]; readonly carriers: readonly string[] }>> = {
  en: {
    names: ['Philippa Abernathy', 'Rashid', 'Cordelia Nwosu', 'Tobias Ferris', 'Maeve', 'Anselm Grady'],
    carriers: ['{} spilled coffee over the printouts.', 'I borrowed the badge that belongs to {} this morning.', 'Nobody told {} about the move.',
      'We might hire {} in the autumn.', 'Between {} and the vendor it got quite heated.', 'Fine by me, {}.'],
  },
  de: {
    names: ['Philine Burmester', 'Rashid', 'Kunigunde Ehlers', 'Jannik', 'Swantje Rohwedder', 'Ottokar'],
    carriers: ['{} hat Kaffee über die Ausdrucke gekippt.', 'Ich habe mir heute den Ausweis von {} geliehen.', 'Keiner hat {} vom Umzug erzählt.',
      'Vielleicht stellen wir {} im Herbst ein.', 'Zwischen {} und dem Lieferanten wurde es laut.', 'Von mir aus gern, {}.'],
  },
  fr: {
    names: ['Philippine Aubertin', 'Rachid', 'Enguerrand Pommier', 'Maud', 'Noémie Coutanceau', 'Anselme'],
    carriers: ['{} a renversé du café sur les impressions.', 'J’ai emprunté le badge de {} ce matin.', 'Personne n’a prévenu {} du déménagement.',
      'On pourrait embaucher {} à l’automne.', 'Entre {} et le fournisseur le ton est monté.', 'Ça me va, {}.'],
  },
  es: {
    names: ['Filomena Arrabal', 'Rashid', 'Casimiro Ugalde', 'Maite', 'Noemí Barrientos', 'Anselmo'],
    carriers: ['{} tiró café encima de las hojas.', 'Esta mañana cogí prestada la tarjeta de {} para entrar.', 'Nadie avisó a {} de la mudanza.',
      'Podríamos contratar a {} en otoño.', 'Entre {} y el proveedor la cosa se calentó.', 'Por mí bien, {}.'],
  },
  sv: {
    names: ['Filippa Grönvall', 'Rashid', 'Kasimir Edström', 'Maj-Britt', 'Noomi Brandelius', 'Ansgar'],
    carriers: ['{} spillde kaffe över utskrifterna.', 'Jag lånade kortet av {} i morse.', 'Ingen berättade för {} om flytten.',
      'Vi kanske anställer {} i höst.', 'Mellan {} och leverantören blev det hett.', 'Gärna för mig, {}.'],
  },
}
