/** Until when a note's names are kept, where a person chose an end; none of the notes there are has one. */
export const namesExpiry = {
  version: 7,
  name: 'names-expiry',
  sql: 'ALTER TABLE vault_keys ADD COLUMN names_expire_at INTEGER;',
} as const
