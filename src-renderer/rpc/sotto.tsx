import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { SottoClient } from './client.ts'

interface Sotto {
  readonly client: SottoClient
  readonly queries: RouterUtils<SottoClient>
}

const SottoContext = createContext<Sotto | null>(null)

/** Stands once, around everything that talks to the app. */
export function SottoProvider({ client, children }: { readonly client: SottoClient; readonly children: ReactNode }) {
  const sotto = useMemo(() => ({ client, queries: createTanstackQueryUtils(client) }), [client])
  return <SottoContext value={sotto}>{children}</SottoContext>
}

function useSottoContext(): Sotto {
  const sotto = useContext(SottoContext)
  if (sotto === null) throw new Error('a screen stands inside SottoProvider')
  return sotto
}

/** The app itself: streams (`jobs.watch`, `models.pull`) and one-off calls. */
export const useSotto = (): SottoClient => useSottoContext().client

/** Query and mutation options of every call, for TanStack Query: `useQuery(queries.notes.list.queryOptions({ input: {} }))`. */
export const useQueries = (): RouterUtils<SottoClient> => useSottoContext().queries
