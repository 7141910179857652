import type { Failure } from '../../../src-shared/errors/failure.ts'
import { library } from '../../copy/library.ts'

const ABOUT_MODELS = new Set<Failure['code']>(['SPEECH_MODEL_MISSING', 'BAD_SPEECH_MODEL'])

/** A failure in the words of this window: where the terminal would name a command, the screen that does it is offered. */
export function explainHere(failure: Failure): { readonly message: string; readonly fix: string | undefined; readonly offersModels: boolean } {
  const { message, fix } = failure.explanation
  const isAboutModels = ABOUT_MODELS.has(failure.code)
  return { message, fix: isAboutModels ? library.fix.speechModel : fix, offersModels: isAboutModels }
}
