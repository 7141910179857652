/** The best item may score this much less than the others: meetings differ in wording, and most have one. */
const BEST_MARGIN = 0.4
/** How much less than a sure one a possible one may score: in long talk, and in any. */
const POSSIBLE_MARGIN = 3
const POSSIBLE_ANYWHERE = 1
/** In lines: below it, a line is likelier to matter the fewer there are. */
const LONG_TALK = 200

/** From which score on a line counts: less where little was said. `weights` are those of one task. */
export const thresholdFor = (lines: number, weights: Readonly<Record<string, number>>): number =>
  (weights['sure from'] ?? 0) - (weights['short talk'] ?? 0) * Math.max(0, 1 - lines / LONG_TALK)

/** Sure enough to be shown among the items: over the threshold, or the best of its meeting and close below. `place` counts from the best. */
export const sure = (score: number, place: number, from: number): boolean => score >= from - (place === 0 ? BEST_MARGIN : 0)

/** Worth a place among the possible ones. `weights` are those of one task. */
export const possible = (score: number, from: number, weights: Readonly<Record<string, number>>): boolean =>
  score >= Math.min(from - POSSIBLE_ANYWHERE, (weights['sure from'] ?? 0) - POSSIBLE_MARGIN)
