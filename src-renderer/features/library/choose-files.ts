import { importFiles } from './imports.ts'

/** Asks for files with the system's own dialog. What they are is found out from their content, so none is filtered out here. */
export function chooseFiles(): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.addEventListener('change', () => importFiles([...(input.files ?? [])]), { once: true })
  input.click()
}
