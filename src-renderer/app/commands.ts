import { useQueryClient } from '@tanstack/react-query'
import { app } from '../copy/app.ts'
import { record } from '../copy/record.ts'
import { recorder } from '../copy/recorder.ts'
import { chooseFiles, neighbourOf } from '../features/library/index.ts'
import { useSteer } from '../features/recorder/index.ts'
import { goTo, useNames, useQueries, useRecorder, useRoute } from '../rpc/index.ts'
import type { KeyName } from '../ui/index.ts'
import { isPlace, labelOf, PLACES } from './places.ts'

/** Something that can be done from everywhere: the palette offers it, its keys do it, the list of shortcuts names it. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly keys?: readonly KeyName[]
  /** Left out where it would be the thing that is open already. */
  readonly isInPalette: boolean
  run(): void
}

interface Layers {
  onLock(): void
  onPalette(): void
  onStop(): void
  onShortcuts(): void
}

export function useCommands({ onLock, onPalette, onShortcuts, onStop }: Layers): readonly Command[] {
  const route = useRoute()
  const names = useNames()
  const cache = useQueryClient()
  const queries = useQueries()
  const step = async (by: 1 | -1): Promise<void> => {
    if (route.screen !== 'note') return
    const notes = await cache.query(queries.notes.list.queryOptions({ input: {} }))
    const id = neighbourOf(notes, route.id, by)
    if (id !== undefined) goTo({ screen: 'note', id })
  }
  const sections = PLACES.map(
    ({ screen }, at): Command => ({
      id: screen,
      label: app.palette.goTo(labelOf(screen)),
      keys: ['mod', String(at + 1)],
      isInPalette: true,
      run: () => goTo({ screen }),
    }),
  )
  const settings: Command = { id: 'open-settings', label: app.places.settings, keys: ['mod', ','], isInPalette: false, run: () => goTo({ screen: 'settings' }) }
  return [
    { id: 'palette', label: app.shortcuts.palette, keys: ['mod', 'K'], isInPalette: false, run: onPalette },
    ...useRecordCommands(onStop),
    { id: 'import', label: app.importFiles, isInPalette: true, run: chooseFiles },
    ...sections,
    { id: 'next', label: app.shortcuts.next, keys: ['mod', ']'], isInPalette: route.screen === 'note', run: () => void step(1) },
    { id: 'previous', label: app.shortcuts.previous, keys: ['mod', '['], isInPalette: route.screen === 'note', run: () => void step(-1) },
    {
      id: 'names',
      label: names.areShown ? app.names.hide : app.names.show,
      isInPalette: true,
      run: () => names.show(!names.areShown),
    },
    { id: 'lock', label: app.shortcuts.lock, keys: ['mod', 'shift', 'L'], isInPalette: true, run: onLock },
    ...(isPlace('settings') ? [settings] : []),
    { id: 'shortcuts', label: app.shortcuts.title, keys: ['mod', '/'], isInPalette: true, run: onShortcuts },
  ]
}

/** What can be done about a recording depends on whether there is one. */
function useRecordCommands(onStop: () => void): readonly Command[] {
  const state = useRecorder((seen) => seen.state?.state ?? 'idle')
  const steer = useSteer()
  const isRunning = state === 'recording' || state === 'paused'
  return [
    {
      id: 'record',
      label: state === 'idle' ? record.record : recorder.stopConfirm,
      keys: ['mod', 'shift', 'R'],
      isInPalette: true,
      run: () => (isRunning ? onStop() : goTo({ screen: 'record' })),
    },
    {
      id: 'pause',
      label: state === 'paused' ? app.shortcuts.resume : app.shortcuts.pause,
      keys: ['mod', 'shift', 'P'],
      isInPalette: isRunning,
      run: () => (state === 'paused' ? steer.resume() : state === 'recording' && steer.pause()),
    },
    { id: 'mark', label: app.shortcuts.mark, keys: ['mod', 'shift', 'M'], isInPalette: isRunning, run: () => isRunning && steer.mark() },
  ]
}

/** Whether a key press is this command's keys, by the sign that is printed on the key. */
export function isPressed({ keys }: Command, event: KeyboardEvent): boolean {
  if (keys === undefined || !(event.metaKey || event.ctrlKey) || event.altKey) return false
  return event.shiftKey === keys.includes('shift') && event.key.toLowerCase() === keys.at(-1)?.toLowerCase()
}
