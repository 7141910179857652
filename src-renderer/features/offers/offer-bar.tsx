import { CalendarClock, CircleDot, Mic } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useLandmark } from 'react-aria/useLandmark'
import type { Offer } from '../../../src-shared/domain/offer.ts'
import { offers as copy } from '../../copy/offers.ts'
import { goTo, useNames, useRecorder, useSotto } from '../../rpc/index.ts'
import { announce, Button, Icon } from '../../ui/index.ts'
import { useOffers } from './use-offers.ts'
import { useTakenOffer } from './taken.ts'
import styles from './offer-bar.module.css'

/** One offer to record, quietly, at the foot of every screen; nothing begins before somebody presses Start. */
export function OfferBar(): ReactNode {
  const [offer] = useOffers()
  const isRecording = useRecorder(({ state }) => state !== null && state.state !== 'idle')
  return offer === undefined || isRecording ? null : <Bar key={offer.id} offer={offer} />
}

function Bar({ offer }: { offer: Offer }): ReactNode {
  const client = useSotto()
  const bar = useRef<HTMLElement>(null)
  const { landmarkProps } = useLandmark({ role: 'region', 'aria-label': copy.bar }, bar)
  const { areShown } = useNames()
  const { title, meaning } = wordsOf(offer, areShown)
  useEffect(() => announce(`${title}. ${meaning}`, 'polite'), [title, meaning])
  const dismiss = (): void => {
    client.offers.dismiss({ id: offer.id }).catch(() => undefined) // it goes by itself a little later
  }
  const take = (): void => {
    useTakenOffer.setState(
      offer.kind === 'event' ? { id: offer.id, title: offer.title, participants: offer.participants } : { id: offer.id, title: '', participants: [] },
    )
    dismiss()
    goTo({ screen: 'record' })
  }
  return (
    <section {...landmarkProps} ref={bar} aria-label={copy.bar} className={styles['bar']}>
      <Icon glyph={offer.kind === 'event' ? CalendarClock : Mic} className={styles['glyph'] ?? ''} />
      <p className={styles['words']}>
        <strong dir="auto">{title}</strong> <span className={styles['quiet']}>{meaning}</span>
      </p>
      <span className={styles['tools']}>
        <Button icon={CircleDot} onPress={take}>
          {copy.take}
        </Button>
        <Button variant="quiet" onPress={dismiss}>
          {copy.dismiss}
        </Button>
      </span>
    </section>
  )
}

/** A title may hold names. */
function wordsOf(offer: Offer, areNamesShown: boolean): { title: string; meaning: string } {
  if (offer.kind === 'microphone') return copy.microphone
  return { title: offer.title === '' || !areNamesShown ? copy.untitled : offer.title, meaning: copy.event(offer.startsAt) }
}
