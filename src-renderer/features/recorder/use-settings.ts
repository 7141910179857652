import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Settings, SettingsChange } from '../../../src-shared/domain/settings.ts'
import { useQueries, useSotto } from '../../rpc/index.ts'
import { showFailure } from '../failure/index.ts'

export interface KnownSettings {
  /** Undefined until they have been read. */
  readonly settings: Settings | undefined
  /** Shown at once and kept in the store; what could not be kept is as it was, and said. */
  readonly change: (to: SettingsChange) => void
}

/** How the person wants to record, from the store. */
export function useSettings(): KnownSettings {
  const client = useSotto()
  const cache = useQueryClient()
  const options = useQueries().settings.get.queryOptions({ input: {} })
  const { data } = useQuery(options)
  const { mutate } = useMutation({
    mutationFn: (to: SettingsChange) => client.settings.set(to),
    onMutate: (to) => void cache.setQueryData(options.queryKey, (before) => before && settled(before, to)),
    onSuccess: (after) => cache.setQueryData(options.queryKey, after),
    onError: (thrown) => {
      void cache.invalidateQueries({ queryKey: options.queryKey })
      showFailure(thrown)
    },
  })
  return { settings: data, change: mutate }
}

const settled = (before: Settings, to: SettingsChange): Settings => {
  const given = Object.entries(to).filter(([, value]) => value !== undefined)
  return { ...before, ...Object.fromEntries(given) }
}
