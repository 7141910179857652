import { Import } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { library } from '../../copy/library.ts'
import { goTo } from '../../rpc/index.ts'
import { Icon, showToast } from '../../ui/index.ts'
import { importFiles } from './imports.ts'
import styles from './drop-target.module.css'

/** Files may be dropped anywhere in the window; where they would land is shown while they are held over it. */
export function DropTarget(): ReactNode {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(false)
      const items = [...(event.dataTransfer?.items ?? [])]
      const files = items.filter((item) => item.webkitGetAsEntry()?.isDirectory !== true).flatMap((item) => item.getAsFile() ?? [])
      if (files.length < items.length) showToast({ text: library.imports.folder, tone: 'warning' })
      if (files.length === 0) return
      importFiles(files)
      goTo({ screen: 'library' })
    }
    const listeners = { dragenter: over, dragover: over, dragleave: leave, drop }
    for (const [type, listener] of Object.entries(listeners)) window.addEventListener(type as 'drop', listener) // the keys are those four
    return () => {
      for (const [type, listener] of Object.entries(listeners)) window.removeEventListener(type as 'drop', listener) // as above
    }
  }, [])
  if (!isOver) return null
  return (
    <div className={styles['veil']} aria-hidden>
      <div className={styles['panel']}>
        <Icon glyph={Import} size={20} />
        <p className={styles['title']}>{library.imports.drop}</p>
        <p>{library.imports.dropMeaning}</p>
      </div>
    </div>
  )
}
