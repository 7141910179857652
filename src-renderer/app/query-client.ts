import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { failedWith } from '../../src-shared/errors/failure.ts'
import { app } from '../copy/app.ts'
import { startAfresh } from '../rpc/index.ts'
import { dismissAllToasts, silence } from '../ui/index.ts'

/** Locked from elsewhere: another window, the command line, the lid. What this page still holds goes at once. */
function onError(error: unknown): void {
  if (failedWith(error, 'LOCKED')) leave()
}

/** After a lock: forgets what this page remembers of notes, and loads it anew for what cannot be forgotten by name. */
export function leave(): void {
  forget()
  startAfresh().catch(() => undefined) // an app that has gone is told by its connection (boot.tsx)
}

/** What the page remembers and can forget by name. */
export function forget(): void {
  document.title = app.titleLocked
  dismissAllToasts()
  silence()
  queryClient.clear()
}

/** The app is on this computer: an answer is quick and never stale for reasons of a network, and a failure is final. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: { retry: false, networkMode: 'always', staleTime: 2_000, gcTime: 60_000 },
    mutations: { retry: false, networkMode: 'always', gcTime: 0 },
  },
})
