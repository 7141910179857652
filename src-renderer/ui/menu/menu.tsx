import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Keyboard } from 'react-aria-components/Keyboard'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { Text } from 'react-aria-components/Text'
import { announce } from '../announcer/announcements.ts'
import { classes } from '../class-names.ts'
import { Icon, type IconGlyph } from '../icon/icon.tsx'
import floating from '../popover/floating.module.css'

export interface MenuAction {
  readonly id: string
  readonly label: string
  readonly onAction: () => void
  readonly icon?: IconGlyph
  readonly description?: string
  /** The keys as they are printed, e.g. from `keysText(platform, ['mod', 'K'])`. */
  readonly keys?: string
  readonly isChecked?: boolean
  readonly isDestructive?: boolean
  /** Why it cannot be chosen now; said under the label. */
  readonly disabledBecause?: string
}

export interface MenuGroup {
  readonly id: string
  readonly title?: string
  readonly actions: readonly MenuAction[]
}

export interface MenuProps {
  /** What the menu is for, e.g. "More actions for Stand-up". */
  label: string
  /** A Button or IconButton. */
  trigger: ReactNode
  groups: readonly MenuGroup[]
}

/** A list of things to do, opened by a button. Groups are kept apart by a line. */
export function Menu({ label, trigger, groups }: MenuProps): ReactNode {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={floating['panel'] ?? ''} placement="bottom end" offset={4}>
        <AriaMenu aria-label={label} className={floating['choices'] ?? ''}>
          {groups.flatMap((group, at) => [
            ...(at === 0 ? [] : [<Separator key={`${group.id}-line`} className={floating['divider'] ?? ''} />]),
            <MenuSection key={group.id} id={group.id} {...(group.title === undefined && { 'aria-label': label })}>
              {group.title !== undefined && <Header className={floating['heading'] ?? ''}>{group.title}</Header>}
              {group.actions.map((action) => (
                <MenuRow key={action.id} action={action} />
              ))}
            </MenuSection>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function MenuRow({ action }: { action: MenuAction }): ReactNode {
  const note = action.disabledBecause ?? action.description
  const glyph = action.isChecked === true ? Check : action.icon
  const isBlocked = action.disabledBecause !== undefined
  return (
    <MenuItem
      id={action.id}
      textValue={action.label}
      {...(isBlocked && { 'aria-disabled': true })}
      onAction={isBlocked ? () => announce(action.disabledBecause ?? '') : action.onAction}
      className={classes(floating['choice'], action.isDestructive === true && floating['dangerous'], isBlocked && floating['blocked'])}
    >
      <span className={floating['lead']}>{glyph !== undefined && <Icon glyph={glyph} />}</span>
      <span className={floating['words']}>
        <Text slot="label">{action.label}</Text>
        {note !== undefined && (
          <Text slot="description" className={floating['note'] ?? ''}>
            {note}
          </Text>
        )}
      </span>
      {action.keys !== undefined && <Keyboard className={floating['trail'] ?? ''}>{action.keys}</Keyboard>}
    </MenuItem>
  )
}
