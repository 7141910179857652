import { useEffect, useSyncExternalStore, type ReactNode } from 'react'
import type { SoundProblem } from '../../src-shared/domain/recorder.ts'
import { capture as copy } from '../copy/capture.ts'
import { fractionOf, loudnessOf } from '../features/recorder/loudness.ts'
import { Banner, Button, LevelMeter, Select, usePlatform } from '../ui/index.ts'
import type { Capture, CaptureState } from './capture.ts'
import styles from './capture-page.module.css'

/** What a person sees of the page that captures sound. */
export function CapturePage({ capture }: { capture: Capture }): ReactNode {
  const state = useSyncExternalStore(capture.subscribe, capture.state)
  useEffect(() => {
    // A browser lets a page close only a tab that it opened; otherwise the words say what to do.
    if (state.at === 'over') window.close()
  }, [state.at])
  return (
    <Sheet {...headOf(state)}>
      {state.at === 'capturing' && (
        <>
          <Hearing capture={capture} state={state} />
          <Choices capture={capture} state={state} />
        </>
      )}
    </Sheet>
  )
}

function headOf({ at }: CaptureState): { title: string; meaning: string } {
  if (at === 'capturing') return copy.recording
  if (at === 'paused') return copy.paused
  return at === 'waiting' ? copy.waiting : copy.over
}

/** One thing in the middle of the page. */
export function Sheet({ title, meaning, children }: { title: string; meaning?: string; children?: ReactNode }): ReactNode {
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <main className={styles['sheet']}>
      <header aria-live="polite">
        <h1 className={styles['title']}>{title}</h1>
        {meaning !== undefined && <p className={styles['meaning']}>{meaning}</p>}
      </header>
      {children}
    </main>
  )
}

/** What keeps sound from coming, and what to do. */
function Hearing({ capture, state }: { capture: Capture; state: CaptureState }): ReactNode {
  const { problem, needsClick, hasComputerSound, wasSilentShare, peak } = state
  const platform = usePlatform()
  const decibels = peak === 0 ? -100 : 20 * Math.log10(peak)
  const loudness = loudnessOf(decibels)
  const told = problem === null ? null : tellOf(problem)
  return (
    <>
      {needsClick && (
        <Banner
          tone="warning"
          title={copy.needsClick.title}
          actions={<Button variant="primary" onPress={() => capture.wake()}>{copy.needsClick.button}</Button>}
        >
          {copy.needsClick.meaning}
        </Banner>
      )}
      {told !== null && (
        <Banner tone={problem === 'device-changed' ? 'info' : 'danger'} title={told.title}>
          {told.meaning} {problem === 'microphone-denied' && copy.system[platform]}
        </Banner>
      )}
      {hasComputerSound === false && (
        <Banner
          tone="warning"
          title={copy.others.title}
          actions={<Button variant={needsClick ? 'secondary' : 'primary'} onPress={() => void capture.share()}>{copy.others.button}</Button>}
        >
          {wasSilentShare ? copy.others.wasSilent : copy.others.how[platform]}
        </Banner>
      )}
      <LevelMeter label={copy.you} fraction={fractionOf(decibels)} text={copy.level[loudness]} isOver={loudness === 'loud'} />
      {hasComputerSound === true && <p>{copy.others.has}</p>}
    </>
  )
}

function Choices({ capture, state: { microphones, microphone } }: { capture: Capture; state: CaptureState }): ReactNode {
  const options = microphones.map(({ id, label }) => ({ id, label: label === '' ? copy.unnamed : label }))
  const withUsual = options.some(({ id }) => id === 'default') ? options : [{ id: 'default', label: copy.usual }, ...options]
  return <Select label={copy.microphone} options={withUsual} value={microphone} onChange={(id) => void capture.choose(id)} />
}

const tellOf = (problem: SoundProblem): { title: string; meaning: string } | null =>
  problem === 'no-computer-sound' || problem === 'capture-closed' ? null : copy.problems[problem]
