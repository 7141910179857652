import type { Browser, Page } from 'playwright-core'
import { serveStories, type StoryServer } from '../../../scripts/stories/serve.ts'

declare global {
  interface Window {
    storyIndex: readonly string[]
  }
}

/** The page with the stories, and everything about it that must not happen: complaints of the console, requests to elsewhere. */
export class StoriesPage {
  readonly page: Page
  readonly server: StoryServer
  readonly complaints: string[] = []

  private constructor(page: Page, server: StoryServer) {
    this.page = page
    this.server = server
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) this.complaints.push(`request to ${request.url()}`)
    })
  }

  static async open(browser: Browser, folder: string): Promise<StoriesPage> {
    const server = await serveStories(folder)
    const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, reducedMotion: 'reduce', locale: 'en-GB' })
    const stories = new StoriesPage(await context.newPage(), server)
    await stories.page.goto(server.url)
    await stories.page.getByRole('heading', { name: 'The kit' }).waitFor()
    return stories
  }

  all(): Promise<readonly string[]> {
    return this.page.evaluate(() => window.storyIndex)
  }

  /** `part/story`, in a theme. The page is not loaded again: only the address behind the hash changes. */
  async show(story: string, theme: 'light' | 'dark' = 'light'): Promise<void> {
    const [part = '', name = ''] = story.split('/')
    await this.page.evaluate((hash) => {
      window.location.hash = hash
    }, '#/')
    await this.page.getByRole('heading', { name: 'The kit' }).waitFor({ state: 'attached' })
    await this.page.evaluate(
      (hash) => {
        window.location.hash = hash
      },
      `#/${part}/${encodeURIComponent(name)}?theme=${theme}`,
    )
    await this.page.locator(`[data-story="${story}"]`).waitFor({ state: 'attached' })
  }

  async close(): Promise<void> {
    await this.page.context().close()
    await this.server.close()
  }
}
