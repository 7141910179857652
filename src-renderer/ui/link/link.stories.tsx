import { Row } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { Link } from './link.tsx'

const file: StoryFile = {
  title: 'Link',
  stories: {
    'in a sentence': () => (
      <p>
        Everything is kept on this computer. See <Link href="#/link">where things are</Link> and check it yourself.
      </p>
    ),
    quiet: () => (
      <Row>
        <Link href="#/link" variant="quiet">
          Stand-up
        </Link>
        <Link href="#/link" variant="quiet">
          Supplier call
        </Link>
      </Row>
    ),
    outside: () => (
      <p>
        The format is described in{' '}
        <Link href="https://example.org/" isOutside>
          its specification
        </Link>
        .
      </p>
    ),
  },
}
export default file
