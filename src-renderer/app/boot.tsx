import { useEffect, useState, type ReactNode } from 'react'
import { Failure, toFailure } from '../../src-shared/errors/failure.ts'
import { app } from '../copy/app.ts'
import { connect, SottoProvider, startAfresh, whenGone, type SottoClient } from '../rpc/index.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { NotConnected } from './not-connected.tsx'
import { forget, queryClient } from './query-client.ts'
import { Store } from './store.tsx'
import { Waiting } from './waiting.tsx'

type Reached = { readonly at: 'connecting' } | { readonly at: 'connected'; readonly client: SottoClient } | { readonly at: 'lost'; readonly failure: Failure }

/** From an empty page to the app behind it, and back to an explanation when that has gone. */
export function Boot(): ReactNode {
  const [reached, setReached] = useState<Reached>({ at: 'connecting' })
  useEffect(() => {
    const lost = (thrown: unknown): void => setReached({ at: 'lost', failure: toFailure(thrown) })
    connect().then((client) => {
      setReached({ at: 'connected', client })
      void whenGone().then((parting) => {
        // What was on screen belongs to a core that is no longer there.
        forget()
        if (parting === 'ended') return lost(new Failure('NOT_CONNECTED', { reason: 'gone' }))
        setReached({ at: 'connecting' })
        startAfresh().catch(lost)
      })
    }, lost)
  }, [])
  if (reached.at === 'connecting') return <Waiting label={app.connecting} />
  if (reached.at === 'lost') return <NotConnected failure={reached.failure} />
  return (
    <QueryClientProvider client={queryClient}>
      <SottoProvider client={reached.client}>
        <Store />
      </SottoProvider>
    </QueryClientProvider>
  )
}
