import { useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { Link } from '../../../src-renderer/ui/index.ts'
import type { StoryFile } from '../../../src-renderer/ui/story.ts'
import styles from './gallery.module.css'

/** `#/part`, or `#/part/story`, then `?theme=light|dark`; without a theme the system decides. */
interface Place {
  readonly part: string
  readonly story: string
  readonly theme: string
}

const found = import.meta.glob<StoryFile>('../../../src-renderer/ui/**/*.stories.tsx', { eager: true, import: 'default' })
const files = Object.entries(found)
  .map(([path, file]) => ({ ...file, part: /([^/]+)\.stories\.tsx$/.exec(path)?.[1] ?? path }))
  .toSorted((a, b) => a.part.localeCompare(b.part))

/** For tests: what there is to open. */
export const index = files.flatMap(({ part, stories }) => Object.keys(stories).map((story) => `${part}/${story}`))
Object.assign(window, { storyIndex: index })

export function Gallery(): ReactNode {
  const place = placeOf(useSyncExternalStore(onHash, () => window.location.hash))
  useEffect(() => {
    if (place.theme === '') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = place.theme
  }, [place.theme])
  const file = files.find((other) => other.part === place.part)
  const query = place.theme === '' ? '' : `?theme=${place.theme}`
  return file === undefined ? <Index query={query} /> : <Part file={file} story={place.story} query={query} />
}

function Index({ query }: { query: string }): ReactNode {
  return (
    <main className={styles['page']}>
      <h1 className={styles['title']}>The kit</h1>
      <p>
        <Link href="#/?theme=light">Light</Link> · <Link href="#/?theme=dark">Dark</Link> · <Link href="#/">As the system</Link>
      </p>
      <ul className={styles['index']}>
        {files.map(({ part, title, stories }) => (
          <li key={part}>
            <Link href={`#/${part}${query}`}>{title}</Link> <span className={styles['note']}>{Object.keys(stories).length}</span>
          </li>
        ))}
      </ul>
    </main>
  )
}

function Part({ file, story, query }: { file: StoryFile & { part: string }; story: string; query: string }): ReactNode {
  const isAlone = story !== ''
  const shown = Object.entries(file.stories).filter(([name]) => (isAlone ? name === story : true))
  return (
    <main className={styles['page']} data-story={`${file.part}/${story}`}>
      {!isAlone && (
        <p>
          <Link href={`#/${query}`}>All parts</Link>
        </p>
      )}
      <h1 className={isAlone ? styles['note'] : styles['title']}>{isAlone ? `${file.title}: ${story}` : file.title}</h1>
      {shown.map(([name, Story]) => (
        <section key={name} aria-label={name} className={styles['story']}>
          {!isAlone && <h2 className={styles['note']}>{name}</h2>}
          {!isAlone && file.isLayer === true ? (
            <Link href={`#/${file.part}/${name}${query}`}>Open this story</Link>
          ) : (
            <div className={styles['stage']}>
              <Story />
            </div>
          )}
        </section>
      ))}
    </main>
  )
}

function placeOf(hash: string): Place {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?')
  const [part = '', story = ''] = path.split('/').map(decodeURIComponent)
  return { part, story, theme: new URLSearchParams(search).get('theme') ?? '' }
}

function onHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}
