import { app, Menu, type MenuItemConstructorOptions } from 'electron'

export interface Commands {
  lock(): void
  quit(): void
}

/** The menu of the app: what the platform expects to find there, and locking. */
export function setMenu({ lock, quit }: Commands, platform: NodeJS.Platform = process.platform): void {
  const lockItem: MenuItemConstructorOptions = { label: 'Lock Now', accelerator: 'CmdOrCtrl+Shift+L', click: lock }
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const mac: MenuItemConstructorOptions = {
    label: app.name,
    submenu: [
      { role: 'about' },
      separator,
      lockItem,
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { label: 'Quit Sotto', accelerator: 'Cmd+Q', click: quit },
    ],
  }
  const file: MenuItemConstructorOptions = { label: '&File', submenu: [lockItem, separator, { label: 'Quit', accelerator: 'Ctrl+Q', click: quit }] }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      platform === 'darwin' ? mac : file,
      {
        label: '&Edit',
        submenu: [
          { role: 'undo' },
          { role: 'redo' },
          separator,
          { role: 'cut' },
          { role: 'copy' },
          { role: 'paste' },
          { role: 'selectAll' },
        ],
      },
      {
        label: '&View',
        submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, separator, { role: 'togglefullscreen' }],
      },
      { label: '&Window', submenu: [{ role: 'minimize' }, { role: 'close' }] },
    ]),
  )
}
