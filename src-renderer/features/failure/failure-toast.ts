import { toFailure } from '../../../src-shared/errors/failure.ts'
import { explainHere } from '../../copy/failures.ts'
import { showToast } from '../../ui/index.ts'

/** Says what a call threw in passing, where there is no place on the screen for it. */
export function showFailure(thrown: unknown): void {
  showToast({ text: explainHere(toFailure(thrown)).message, tone: 'danger' })
}
