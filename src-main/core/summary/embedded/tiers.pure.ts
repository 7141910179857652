/**
 * The best item may score this much less than the others: meetings differ in wording, and most have one. Where no marks are
 * written, misheard words cost the best line as much as the others.
 */
const BEST_MARGIN = 0.4
const BEST_MARGIN_BARE = 1.5
/** So close to the threshold, a line may yet be sure. */
const CLOSE_CALL = 1.5
/** How much less than a sure one a possible one may score: in long talk, and in any. */
const POSSIBLE_MARGIN = 4
const POSSIBLE_ANYWHERE = 1
/** In lines: below it, a line is likelier to matter the fewer there are. */
const LONG_TALK = 200

/** Names in a task's weights that say where the line is drawn, and are no features. */
export const FROM = 'sure from'
export const FROM_BARE = 'sure from without marks'
export const SHORT_TALK = 'short talk'

/** From which score on a line counts: less where little was said. `weights` are those of one task; `bare`: no marks are written. */
export const thresholdFor = (lines: number, weights: Readonly<Record<string, number>>, bare = false): number =>
  ((bare ? weights[FROM_BARE] : undefined) ?? weights[FROM] ?? 0) - (weights[SHORT_TALK] ?? 0) * Math.max(0, 1 - lines / LONG_TALK)

/** Sure enough to be shown among the items: over the threshold, or the best of its meeting and close below. `place` counts from the best. */
export const sure = (score: number, place: number, from: number, bare = false): boolean =>
  score >= from - (place > 0 ? 0 : bare ? BEST_MARGIN_BARE : BEST_MARGIN)

/** Worth a place among the possible ones. `weights` are those of one task. */
export const possible = (score: number, from: number, weights: Readonly<Record<string, number>>): boolean =>
  score >= Math.min(from - POSSIBLE_ANYWHERE, (weights[FROM] ?? 0) - POSSIBLE_MARGIN)

/** So close to the threshold that it may yet be among the sure ones. */
export const contends = (score: number, from: number): boolean => score >= from - CLOSE_CALL
