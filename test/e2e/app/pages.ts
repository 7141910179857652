import type { Locator, Page } from 'playwright-core'

/** What a person does on the first screens, in the words they read. */
export class FirstMinutes {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get passphrase(): Locator {
    return this.page.getByRole('textbox', { name: 'Passphrase', exact: true })
  }

  get again(): Locator {
    return this.page.getByRole('textbox', { name: 'Passphrase, once more' })
  }

  get create(): Locator {
    return this.page.getByRole('button', { name: 'Create my notebook' })
  }

  get words(): Locator {
    return this.page.getByRole('list', { name: 'Recovery words' }).getByRole('listitem')
  }

  async createStore(passphrase: string): Promise<string[]> {
    await this.passphrase.fill(passphrase)
    await this.again.fill(passphrase)
    await this.create.click()
    await this.words.first().waitFor()
    const words = (await this.words.allInnerTexts()).map((text) => text.replace(/^\d+\s*/, '').trim())
    await this.page.getByText('I have written them down').click()
    await this.page.getByRole('button', { name: 'Open my notebook' }).click()
    await this.page.getByRole('heading', { level: 1, name: 'Library' }).waitFor()
    return words
  }
}

export class Library {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1, name: 'Library' })
  }

  get rows(): Locator {
    return this.page.getByRole('grid', { name: 'Meetings' }).getByRole('row').filter({ has: this.page.getByRole('button', { name: /^Delete / }) })
  }

  row(title: string | RegExp): Locator {
    return this.rows.filter({ hasText: title })
  }

  /** Through the system's own dialog, as the button does it. */
  async importFiles(files: string[] | { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: 'Import files' }).first().click()
    await (await chooser).setFiles(files)
  }

  async summarised(title: string | RegExp): Promise<void> {
    await this.row(title).getByText('Summarised').waitFor({ timeout: 60_000 })
  }

  get search(): Locator {
    return this.page.getByRole('searchbox', { name: 'Search the library' })
  }
}

export class Lock {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1, name: 'Locked' })
  }

  get passphrase(): Locator {
    return this.page.getByRole('textbox', { name: 'Passphrase', exact: true })
  }

  get unlock(): Locator {
    return this.page.getByRole('button', { name: 'Unlock' })
  }
}
