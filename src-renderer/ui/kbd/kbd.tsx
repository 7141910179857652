import type { ReactNode } from 'react'
import { usePlatform } from '../kit/platform.ts'
import { VisuallyHidden } from '../visually-hidden/visually-hidden.tsx'
import { keyCaps, spokenKeys, type KeyName } from './keys.ts'
import styles from './kbd.module.css'

/** Keys to press, as caps in the manner of this platform. */
export function Kbd({ keys }: { keys: readonly KeyName[] }): ReactNode {
  const platform = usePlatform()
  return (
    <span className={styles['keys']}>
      <VisuallyHidden>{spokenKeys(platform, keys)}</VisuallyHidden>
      {keyCaps(platform, keys).map((cap) => (
        <kbd key={cap} aria-hidden className={styles['cap']}>
          {cap}
        </kbd>
      ))}
    </span>
  )
}
