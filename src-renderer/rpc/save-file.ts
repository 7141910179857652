/** How long a browser may take to begin with a download before its bytes are let go. */
const HELD_MS = 60_000

/** Gives the person a file made in this page; where it goes is theirs to say. Nothing of it passes through a server. */
export function saveFile(name: string, type: string, parts: BlobPart[]): void {
  const url = URL.createObjectURL(new Blob(parts, { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), HELD_MS)
}
