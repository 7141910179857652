import { create } from 'zustand'

/** The meeting of a calendar that somebody wants to record; `id` is another for another one. */
interface Taken {
  readonly id: string | null
  readonly title: string
  readonly participants: readonly string[]
}

export const useTakenOffer = create<Taken>(() => ({ id: null, title: '', participants: [] }))
