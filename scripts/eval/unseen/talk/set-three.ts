import { ENGLISH_THREE } from './english-three.ts'
import { FRENCH_THREE } from './french-three.ts'
import { GERMAN_THREE } from './german-three.ts'
import { SPANISH_THREE } from './spanish-three.ts'
import { SWEDISH_THREE } from './swedish-three.ts'
import type { TalkSet } from './talk.ts'

/** Third set: written before any of it was run. */
export const SET_THREE: TalkSet = { en: ENGLISH_THREE, de: GERMAN_THREE, fr: FRENCH_THREE, es: SPANISH_THREE, sv: SWEDISH_THREE }
