export { createSettings, type SettingsKeeper } from './settings.ts'
