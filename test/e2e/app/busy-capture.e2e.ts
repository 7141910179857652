import { availableParallelism } from 'node:os'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../kit/browser.ts'
import { buildPage } from './build-page.ts'
import { captureSurely } from './sure-capture.ts'

/** Every processor has something else to do, and no sample is lost between a page's track and the disk. */
const SECONDS = 12

let browser: Browser
let assets = ''
beforeAll(async () => {
  assets = await buildPage()
  browser = await launchChromium()
})
afterAll(() => browser.close())

it('loses no sample of either side while every processor is busy with something else', async () => {
  const { me, others, gaps } = await captureSurely(browser, assets, SECONDS, availableParallelism())
  for (const { blocks, made: halfSeconds } of [me, others]) {
    expect(blocks).toHaveLength(halfSeconds)
    const [first] = blocks
    expect(blocks.filter(({ lag }) => lag !== first?.lag)).toEqual([])
    expect(Math.min(...blocks.map(({ snr }) => snr))).toBeGreaterThan(35)
  }
  // The first sample of the microphone is the first of the recording.
  expect(me.blocks[0]?.lag).toBe(0)
  // A page that has no turn makes its sound late; at the end some of it is not there yet.
  expect(gaps.filter(({ atMs }) => atMs < SECONDS * 1_000)).toEqual([])
}, 240_000)
