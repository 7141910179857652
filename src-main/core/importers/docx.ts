import mammoth from 'mammoth'
import { fromBuffer, type Entry as ZipEntry } from 'yauzl'
import { badTranscript, unknownFormat } from './failures.ts'

/** Inflated, all parts of a document together; a Word transcript of ten hours has about 15 MB. */
const MOST_BYTES = 128 * 1024 * 1024
const MOST_ENTRIES = 10_000

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** The container of old .doc files and of documents with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte)

export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, ZIP)
export const isOle = (bytes: Uint8Array): boolean => startsWith(bytes, OLE)

const WORD = 'a Word document (.docx) that is whole and has no password'

export const oldOrLocked = () => badTranscript('Word', undefined, WORD)

/**
 * The text of a Word document, a paragraph a line.
 *
 * Every part is inflated once under a limit before mammoth may touch it: sizes in a zip are claims, and yauzl stops at the
 * first byte beyond one.
 *
 * @throws Failure UNKNOWN_FORMAT for other zip files, BAD_TRANSCRIPT for damaged, locked or oversized ones
 */
export async function docxText(bytes: Uint8Array): Promise<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names = await checkedNames(buffer)
  if (!names.has('[Content_Types].xml') || ![...names].some((name) => name.startsWith('word/'))) throw unknownFormat()
  try {
    // Not extractRawText: it drops the line breaks that part name and words in a Teams export.
    const image = mammoth.images.imgElement(async () => ({ src: '' }))
    const { value } = await mammoth.convertToHtml({ buffer }, { ignoreEmptyParagraphs: false, convertImage: image })
    return linesOfHtml(value)
  } catch {
    // Whatever mammoth and its XML parser stumble over, the document is at fault; their messages may quote it.
    throw oldOrLocked()
  }
}

const REFERENCES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** mammoth's own plain HTML: every "<" of the document is escaped in it. */
const linesOfHtml = (html: string): string =>
  html
    .replace(/<br \/>|<\/(?:p|h[1-6]|li|td|th)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot);/g, (reference) => REFERENCES[reference] ?? reference)

async function checkedNames(buffer: Buffer): Promise<ReadonlySet<string>> {
  const names = new Set<string>()
  let left = MOST_BYTES
  await new Promise<void>((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error !== null) return reject(oldOrLocked())
      const refuse = (): void => {
        zip.close()
        reject(oldOrLocked())
      }
      zip.on('error', refuse)
      zip.on('end', resolve)
      zip.on('entry', (entry: ZipEntry) => {
        left -= entry.uncompressedSize
        names.add(entry.fileName)
        if (left < 0 || names.size > MOST_ENTRIES || entry.isEncrypted()) return refuse()
        if (entry.fileName.endsWith('/')) return zip.readEntry()
        zip.openReadStream(entry, (failed, stream) => {
          if (failed !== null) return refuse()
          stream.on('error', refuse)
          stream.on('end', () => zip.readEntry())
          stream.resume()
        })
      })
      zip.readEntry()
    })
  })
  return names
}
