import { useQuery } from '@tanstack/react-query'
import { useQueries } from '../../rpc/index.ts'

/** Whether the environment names a file to hear with. The doctor is the only one who says so, and only in words. */
export function useNamedFile(): boolean {
  const doctor = useQuery(useQueries().system.doctor.queryOptions({ input: {}, staleTime: 30_000 }))
  return doctor.data?.some(({ name, detail }) => name === 'speech model' && detail.includes('SOTTO_WHISPER_MODEL')) === true
}
