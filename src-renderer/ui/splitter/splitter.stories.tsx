import { Keep } from '../story-state.tsx'
import styles from '../story.module.css'
import type { StoryFile } from '../story.ts'
import { Splitter } from './splitter.tsx'

const file: StoryFile = {
  title: 'Splitter',
  stories: {
    'two panes': () => (
      <Keep initial={240}>
        {(size, set) => (
          <div className={styles['beside']}>
            <div id="story-pane" className={styles['pane']} style={{ width: size }}>
              Notes
            </div>
            <Splitter paneName="notes" controls="story-pane" sizePx={size} minPx={160} maxPx={480} onResize={set} />
            <div className={styles['grow']}>Transcript</div>
          </div>
        )}
      </Keep>
    ),
  },
}
export default file
