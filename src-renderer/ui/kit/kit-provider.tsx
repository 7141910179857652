import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Announcer } from '../announcer/announcer.tsx'
import { claimPressStyle } from '../strict-csp.ts'
import { ToastRegion } from '../toast/toast.tsx'
import { PlatformContext, type Platform } from './platform.ts'
import { ENGLISH, WordsContext, type KitWords } from './words.ts'

export interface KitProviderProps {
  children: ReactNode
  /** BCP 47 tag for numbers, dates and sorting; the browser's own when left out. */
  locale?: string
  platform?: Platform
  words?: KitWords
}

claimPressStyle(document)

/** Stands once around the whole app: words, platform, the live regions and the place where toasts appear. */
export function KitProvider({ children, locale, platform, words = ENGLISH }: KitProviderProps): ReactNode {
  return (
    <I18nProvider {...(locale === undefined ? {} : { locale })}>
      <PlatformContext value={platform}>
        <WordsContext value={words}>
          {children}
          <ToastRegion />
          <Announcer />
        </WordsContext>
      </PlatformContext>
    </I18nProvider>
  )
}
