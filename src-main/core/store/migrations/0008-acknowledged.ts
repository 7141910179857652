/** Whether somebody has seen that a recording was cut off, and keeps it: it is news once. */
export const acknowledged = {
  version: 8,
  name: 'acknowledged',
  sql: `ALTER TABLE recorded ADD COLUMN is_acknowledged INTEGER NOT NULL DEFAULT 0 CHECK (is_acknowledged IN (0, 1));`,
} as const
