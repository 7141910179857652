import { Monitor, Moon, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { settings } from '../../copy/settings.ts'
import { type IconGlyph, Quiet, Section, Segmented } from '../../ui/index.ts'
import { THEMES, useLook, type Size, type Theme } from './look.ts'
import { SettingRow } from './setting-row.tsx'
import styles from './settings.module.css'

const copy = settings.appearance
const GLYPHS: Readonly<Record<Theme, IconGlyph>> = { system: Monitor, light: Sun, dark: Moon }
const SIZE_NAMES: readonly Size[] = ['small', 'normal', 'large', 'largest']

/** Light or dark, and how large reading text is; both take effect at once. */
export function Appearance(): ReactNode {
  const { theme, size, setTheme, setSize } = useLook()
  return (
    <Section title={copy.title}>
      <div className={styles['rows']}>
        <SettingRow title={copy.theme}>
          <Segmented
            label={copy.theme}
            value={theme}
            onChange={setTheme}
            segments={THEMES.map((id) => ({ id, label: copy.themes[id], icon: GLYPHS[id] }))}
          />
        </SettingRow>
        <SettingRow title={copy.size} meaning={copy.sizeMeaning}>
          <Segmented label={copy.size} value={size} onChange={setSize} segments={SIZE_NAMES.map((id) => ({ id, label: copy.sizes[id] }))} />
        </SettingRow>
        <p className={styles['sample']}>{copy.sample}</p>
      </div>
      <Quiet>{location.protocol === 'app:' ? copy.kept : copy.keptInBrowser}</Quiet>
    </Section>
  )
}
