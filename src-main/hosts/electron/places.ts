import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What the app finds beside itself: this file lies three folders deep in what the build makes. */
const OUT = fileURLToPath(new URL('../../../', import.meta.url))

/** The built page. */
export const PAGE_DIR = join(OUT, 'renderer')
export const PRELOAD = join(OUT, 'preload', 'preload.cjs')
export const TRAY_ICONS = { usual: join(OUT, 'resources', 'icons', 'tray.png'), recording: join(OUT, 'resources', 'icons', 'tray-recording.png') }
