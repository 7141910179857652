import { ArrowUpRight, Check, CircleAlert, Disc, House, LoaderCircle } from 'lucide-react'
import { Row } from '../story-state.tsx'
import type { StoryFile } from '../story.ts'
import { Badge } from './badge.tsx'

const file: StoryFile = {
  title: 'Badge',
  stories: {
    tones: () => (
      <Row>
        <Badge icon={House}>only here</Badge>
        <Badge tone="accent" icon={LoaderCircle}>
          Transcribing 42 %
        </Badge>
        <Badge tone="good" icon={Check}>
          verified
        </Badge>
        <Badge tone="warning" icon={CircleAlert}>
          needs you
        </Badge>
        <Badge tone="danger" icon={CircleAlert}>
          Disk was full
        </Badge>
        <Badge tone="shared" icon={ArrowUpRight}>
          shared
        </Badge>
        <Badge tone="recording" icon={Disc}>
          Recording 14:32
        </Badge>
        <Badge tone="info">Draft by model</Badge>
      </Row>
    ),
  },
}
export default file
