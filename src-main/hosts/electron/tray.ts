import { Menu, nativeImage, Tray } from 'electron'
import type { Commands } from './menu.ts'

export interface Sign {
  showRecording(isRecording: boolean): void
  destroy(): void
}

interface TrayCommands extends Commands {
  show(): void
  stopRecording(): void
}

/** The sign in the system's tray. It says that Sotto runs and whether it records, and nothing about what it holds. */
export function putIntoTray(icons: { readonly usual: string; readonly recording: string }, { show, lock, quit, stopRecording }: TrayCommands): Sign {
  const usual = nativeImage.createFromPath(icons.usual)
  usual.setTemplateImage(true) // on a Mac its colour follows the menu bar's
  const recording = nativeImage.createFromPath(icons.recording)
  const tray = new Tray(usual)
  const showRecording = (isRecording: boolean): void => {
    tray.setImage(isRecording ? recording : usual)
    tray.setToolTip(isRecording ? 'Sotto, recording' : 'Sotto')
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: 'Open Sotto', click: show },
        ...(isRecording ? [{ label: 'Stop Recording', click: stopRecording }] : []),
        { label: 'Lock Now', click: lock },
        { type: 'separator' },
        { label: 'Quit', click: quit },
      ]),
    )
  }
  showRecording(false)
  tray.on('click', show)
  return { showRecording, destroy: () => tray.destroy() }
}
