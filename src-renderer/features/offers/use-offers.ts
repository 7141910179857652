import { useEffect, useState } from 'react'
import type { Offer } from '../../../src-shared/domain/offer.ts'
import { useSotto, type SottoClient } from '../../rpc/index.ts'

/** What is offered now. */
export function useOffers(): readonly Offer[] {
  const client = useSotto()
  const [offers, setOffers] = useState<readonly Offer[]>([])
  useEffect(() => {
    const stop = new AbortController()
    // Without a connection nothing is offered; the page says itself that there is none.
    watch(client, stop.signal, setOffers).catch(() => undefined)
    return () => stop.abort()
  }, [client])
  return offers
}

async function watch(client: SottoClient, signal: AbortSignal, onOffers: (offers: readonly Offer[]) => void): Promise<void> {
  for await (const offers of await client.offers.watch({}, { signal })) onOffers(offers)
}
