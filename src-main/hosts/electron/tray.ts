import { Menu, nativeImage, Tray } from 'electron'
import type { Commands } from './menu.ts'

/** The sign in the system's tray. It says that Sotto runs, and nothing about what it holds. */
export function putIntoTray(icon: string, { show, lock, quit }: Commands & { show(): void }): Tray {
  const image = nativeImage.createFromPath(icon)
  image.setTemplateImage(true) // on a Mac its colour follows the menu bar's
  const tray = new Tray(image)
  tray.setToolTip('Sotto')
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: 'Open Sotto', click: show },
      { label: 'Lock Now', click: lock },
      { type: 'separator' },
      { label: 'Quit', click: quit },
    ]),
  )
  tray.on('click', show)
  return tray
}
