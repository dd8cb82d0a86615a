import { writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

/** A picture of a page as WebP, which says the same in two thirds of a JPEG; only the browser's own protocol takes it. */
export async function keep(page: Page, path: string, height: number): Promise<void> {
  // What stands in the window is where the page was scrolled to; a whole page begins at its head.
  const y = height > (page.viewportSize()?.height ?? 0) ? 0 : await page.evaluate(() => scrollY)
  const clip = { x: 0, y, width: page.viewportSize()?.width ?? 0, height, scale: 1 }
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 40,
    captureBeyondViewport: height > (page.viewportSize()?.height ?? 0),
    clip,
  })
  writeFileSync(path, Buffer.from(data, 'base64'))
}
