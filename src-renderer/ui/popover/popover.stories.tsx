import { Button } from '../button/button.tsx'
import { Link } from '../link/link.tsx'
import type { StoryFile } from '../story.ts'
import { Popover } from './popover.tsx'

const file: StoryFile = {
  title: 'Popover',
  stories: {
    details: () => (
      <Popover label="Why this word is hidden" trigger={<Button variant="quiet">hidden: phone number</Button>}>
        {(close) => (
          <>
            <p>Found by the rule for Swiss phone numbers. Sure: 98 %.</p>
            <p>
              <Link onPress={close}>Never hide this</Link>
            </p>
          </>
        )}
      </Popover>
    ),
  },
}
export default file
