import { Button } from '../button/button.tsx'
import { nothing } from '../story-state.tsx'
import styles from '../story.module.css'
import type { StoryFile } from '../story.ts'
import { Banner } from './banner.tsx'

const file: StoryFile = {
  title: 'Banner',
  stories: {
    tones: () => (
      <div className={styles['wide']}>
        <Banner title="Draft by model">Check before relying on it.</Banner>
        <Banner tone="good" title="Nothing has left this computer in the last 30 days" />
        <Banner
          tone="warning"
          title="Ollama did not answer"
          actions={
            <Button size="small" onPress={nothing}>
              Try again
            </Button>
          }
        >
          This is the built-in summary.
        </Banner>
        <Banner
          tone="danger"
          title="The disk is full"
          actions={
            <Button size="small" onPress={nothing}>
              Free some space
            </Button>
          }
        >
          Recording stopped at 14:32. Everything before that is saved.
        </Banner>
        <Banner
          tone="shared"
          title="3 action items were sent to the team"
          actions={
            <Button size="small" onPress={nothing}>
              Withdraw
            </Button>
          }
        />
      </div>
    ),
    'with close': () => (
      <Banner title="Names are hidden" onClose={nothing}>
        Search by name is off. Show names to search for people.
      </Banner>
    ),
  },
}
export default file
