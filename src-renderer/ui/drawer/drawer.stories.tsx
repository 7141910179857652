import { Button } from '../button/button.tsx'
import { Keep } from '../story-state.tsx'
import styles from '../story.module.css'
import type { StoryFile } from '../story.ts'
import { Drawer } from './drawer.tsx'

const TEXT = <p>14:31 S1 I think we are ready on Friday.</p>

const file: StoryFile = {
  title: 'Drawer',
  isLayer: true,
  stories: {
    beside: () => (
      <Keep<boolean> initial>
        {(isOpen, set) => (
          <div className={styles['beside']}>
            <div className={styles['grow']}>
              <Button onPress={() => set(!isOpen)}>Transcript</Button>
            </div>
            <Drawer title="Transcript" isOpen={isOpen} onClose={() => set(false)}>
              {TEXT}
            </Drawer>
          </div>
        )}
      </Keep>
    ),
    over: () => (
      <Keep<boolean> initial>
        {(isOpen, set) => (
          <>
            <Button onPress={() => set(true)}>Transcript</Button>
            <Drawer title="Transcript" mode="over" isOpen={isOpen} onClose={() => set(false)}>
              {TEXT}
            </Drawer>
          </>
        )}
      </Keep>
    ),
  },
}
export default file
