import { Notification } from 'electron'
import type { OfferKind } from '../../../src-shared/domain/offer.ts'

/** Systems keep notifications and show them on locked screens: no word of what the meeting is. */
const WORDS: Readonly<Record<OfferKind, string>> = {
  event: 'A meeting of your calendar begins. Press here to record it.',
  microphone: 'Another program uses the microphone. Press here to record.',
}

/** Says that there is something to offer, outside the window. Pressing it shows the window, where the offer stands. */
export function createOfferSign({ show, isSeen }: { show: () => void; isSeen: () => boolean }): (kind: OfferKind) => void {
  // What nobody holds is collected, and its click with it.
  let last: Notification | null = null
  return (kind) => {
    if (isSeen() || !Notification.isSupported()) return
    last?.close()
    last = new Notification({ title: 'Sotto', body: WORDS[kind], silent: true })
    last.on('click', show)
    last.show()
  }
}
