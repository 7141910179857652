import type { StoryFile } from '../story.ts'
import { Button } from '../button/button.tsx'
import { Page, Quiet, Section } from './page.tsx'

const file: StoryFile = {
  title: 'Page',
  stories: {
    sections: () => (
      <Page title="Settings" intro="Everything here takes effect at once.">
        <Section title="Appearance">
          <Quiet>Light or dark follows the system until you choose.</Quiet>
        </Section>
        <Section title="Recording">
          <Quiet>What is asked before Sotto records.</Quiet>
          <div>
            <Button>Choose a microphone</Button>
          </div>
        </Section>
      </Page>
    ),
  },
}
export default file
