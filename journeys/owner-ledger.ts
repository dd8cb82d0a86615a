import type { Page } from 'playwright-core'

// Only a bound: what is waited for comes in a moment, unless the machine is very busy.
export const inTime = { timeout: 60_000 }

/** The ledger of a legacy item's page, newest first. */
export const linesOf = (page: Page) => page.locator('.ledger li div > p:first-child').allInnerTexts()

/** Proposes an owner on an English page, as a chair does: `body-ws-2/CHAIR` is an office, `body-ws-2` a body. */
export async function propose(page: Page, owner: string): Promise<void> {
  await page.getByRole('button', { name: /^Propose an owner/ }).click(inTime)
  const dialog = page.getByRole('dialog', { name: 'Propose an owner' })
  await dialog.locator(`option[value="${owner}"]`).waitFor({ state: 'attached' })
  await dialog.getByLabel('Who should take it on?').selectOption(owner)
  await dialog.getByRole('button', { name: 'Propose', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Declines on a Welsh page: without a reason nothing is sent. */
export async function decline(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Gwrthod gyda rheswm' }).click(inTime)
  const dialog = page.getByRole('dialog', { name: 'Gwrthod' })
  await dialog.getByRole('button', { name: 'Gwrthod' }).click()
  await dialog.getByText('Nodwch pam rydych chi’n gwrthod').first().waitFor()
  await dialog.getByLabel('Pam?').fill(reason)
  await dialog.getByRole('button', { name: 'Gwrthod' }).click()
  await dialog.waitFor({ state: 'detached' })
}
