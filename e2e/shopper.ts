import type { Locator, Page } from 'playwright-core';
import type { Look, Person } from './browser.ts';
import type { World } from './world.ts';

/** A shopper on the demo shop's page, with the chat open at its first view. */
export async function visitShop(world: World, look: Partial<Look> = {}, query = ''): Promise<Person> {
  const person = await world.enter(`${world.url}/shop${query}`, look);
  await openChat(person.page);
  return person;
}

export async function openChat(page: Page): Promise<void> {
  await launcher(page).click();
  await field(page).waitFor();
}

// Playwright's locators reach into the widget's open shadow root.
export const launcher = (page: Page): Locator => page.locator('xiaoer-widget .launcher');
export const panel = (page: Page): Locator => page.locator('xiaoer-widget').getByRole('dialog');
export const field = (page: Page): Locator => panel(page).locator('.composer textarea');
export const bubbles = (page: Page, text: string | RegExp): Locator =>
  panel(page).locator('.bubble').filter({ hasText: text });

export async function say(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Enter');
  await bubbles(page, text).first().waitFor();
}
