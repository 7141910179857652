import { chromium, type Browser } from 'playwright-core'

/**
 * Debian's Chromium unless CHROMIUM names another; without a sandbox, since continuous integration runs as root in a container, and not
 * muted, since a muted tab is captured as silence.
 */
export function launchChromium(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...flags], ignoreDefaultArgs: ['--mute-audio'] })
}

/** Flags for a browser whose microphone plays a file once, and that asks nobody. @param file see writeFakeMicrophone */
export const withMicrophone = (file: string): string[] => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-audio-capture=${file}%noloop`,
]
