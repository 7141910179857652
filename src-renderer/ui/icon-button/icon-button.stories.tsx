import { Bookmark, Download, Ellipsis, Lock, Trash2 } from 'lucide-react'
import { Keep, nothing, Row } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { IconButton } from './icon-button.tsx'

const file: StoryFile = {
  title: 'Icon button',
  stories: {
    variants: () => (
      <Row>
        <IconButton glyph={Ellipsis} label="More actions for Stand-up" onPress={nothing} />
        <IconButton glyph={Lock} label="Lock now" variant="secondary" onPress={nothing} />
        <IconButton glyph={Trash2} label="Delete Stand-up" variant="danger" onPress={nothing} />
      </Row>
    ),
    small: () => <IconButton glyph={Ellipsis} label="More actions" size="small" onPress={nothing} />,
    'stays down': () => (
      <Keep<boolean> initial>
        {(isDown, set) => <IconButton glyph={Bookmark} label="Mark this moment" isPressedDown={isDown} onPress={() => set(!isDown)} />}
      </Keep>
    ),
    disabled: () => <IconButton glyph={Download} label="Export" disabledBecause="There is nothing to export yet." onPress={nothing} />,
  },
}
export default file
