import { create } from 'zustand'

interface Names {
  readonly areShown: boolean
  show(areShown: boolean): void
}

/** Whether the person reads names or tokens, on every screen at once. How notes are stored and sent does not depend on it. */
export const useNames = create<Names>((set) => ({ areShown: true, show: (areShown) => set({ areShown }) }))
