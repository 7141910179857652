import { chromium, type Browser } from 'playwright-core'

/** Debian's Chromium unless CHROMIUM names another; without a sandbox, since continuous integration runs as root in a container. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
}
