import { Ellipsis, Pencil, Share, Trash2 } from 'lucide-react'
import { Button } from '../button/button.tsx'
import { IconButton } from '../icon-button/icon-button.tsx'
import { nothing } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { Menu, type MenuGroup } from './menu.tsx'

const GROUPS: readonly MenuGroup[] = [
  {
    id: 'note',
    actions: [
      { id: 'rename', label: 'Rename', icon: Pencil, keys: 'F2', onAction: nothing },
      { id: 'share', label: 'Share…', icon: Share, onAction: nothing, disabledBecause: 'Two words still need your answer.' },
    ],
  },
  {
    id: 'view',
    title: 'View',
    actions: [
      { id: 'names', label: 'Show names', isChecked: true, onAction: nothing },
      { id: 'plain', label: 'Show as plain text', onAction: nothing },
    ],
  },
  { id: 'end', actions: [{ id: 'delete', label: 'Delete', icon: Trash2, isDestructive: true, onAction: nothing }] },
]

const file: StoryFile = {
  title: 'Menu',
  stories: {
    'icon button': () => (
      <Menu label="More actions for Stand-up" trigger={<IconButton glyph={Ellipsis} label="More actions for Stand-up" />} groups={GROUPS} />
    ),
    button: () => <Menu label="Filter" trigger={<Button>Filter</Button>} groups={GROUPS} />,
  },
}
export default file
