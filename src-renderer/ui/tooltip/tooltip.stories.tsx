import { Button } from '../button/button.tsx'
import { nothing, Row } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { Tooltip, TooltipTarget } from './tooltip.tsx'

const file: StoryFile = {
  title: 'Tooltip',
  stories: {
    'on a button': () => (
      <Tooltip text="Starts at once. Press again to stop.">
        <Button onPress={nothing}>Record</Button>
      </Tooltip>
    ),
    'on an icon': () => (
      <Row>
        <Tooltip text="Made here, by the built-in engine.">
          <TooltipTarget>
            <span role="img" aria-label="Made here" tabIndex={0}>
              ⌂
            </span>
          </TooltipTarget>
        </Tooltip>
      </Row>
    ),
  },
}
export default file
