import type { Me, Presence } from '@xiaoer/contracts';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Look, Person } from './browser.ts';
import type { World } from './world.ts';

/**
 * An agent at the console, signed in by the demo button with that name. Only who is `online` is given new
 * conversations; everybody goes offline when they leave, so that nothing lands at an empty desk.
 */
export async function signIn(
  world: World,
  name: string,
  look: Partial<Look> = {},
  presence: Presence = 'online',
): Promise<Person> {
  const person = await world.enter(`${world.url}/`, look);
  await pressDemoLogin(person.page, name);
  const set = (next: Presence) =>
    person.context.request.put(`${world.url}/api/me/presence`, {
      data: { presence: next },
      headers: { origin: world.url },
      failOnStatusCode: false,
    });
  expect((await set(presence)).ok()).toBe(true);
  // Who was signed out meanwhile is offline already.
  person.beforeLeaving(async () => void (await set('offline').catch(() => null)));
  return person;
}

/**
 * Signs in with a demo button. The theme is the system's; the language is the person's, and changed only
 * where it differs, so that the audit pictured is not full of that. Busy: the story's waiting conversations
 * stay where they are for the next picture.
 */
export async function comeIn(world: World, name: string, { size, language, theme }: Look): Promise<Person> {
  const person = await world.enter(`${world.url}/`, { size, language, theme });
  await pressDemoLogin(person.page, name);
  const wanted = language === 'zh' ? 'zh-CN' : 'en';
  const { preferences } = await callApi<Me>(person, world.url, 'GET', '/me');
  if (preferences.language !== wanted)
    await callApi(person, world.url, 'PATCH', '/me', { preferences: { language: wanted } });
  await callApi(person, world.url, 'PUT', '/me/presence', { presence: 'busy' });
  return person;
}

export async function pressDemoLogin(page: Page, name: string): Promise<void> {
  await page.locator('.demo').getByRole('button', { name }).click();
  await page.getByRole('navigation').first().waitFor();
  await list(page).waitFor();
}

export const list = (page: Page): Locator => page.getByRole('region', { name: /^(会话列表|Conversations)/ });
/** The rows of the list that name this customer or hold these words. */
export const rows = (page: Page, words: string | RegExp): Locator =>
  list(page).locator('[data-row]').filter({ hasText: words });
export const thread = (page: Page): Locator => page.getByRole('log');
export const composer = (page: Page): Locator => page.locator('.composer textarea');
export const toast = (page: Page, words: string | RegExp): Locator =>
  page.locator('.toast').filter({ hasText: words });

export async function openConversation(page: Page, words: string | RegExp): Promise<void> {
  await rows(page, words).first().click();
  await composer(page).waitFor();
}

/** Opens the conversation that another agent has open, whatever list it is in. */
export async function followTo(page: Page, other: Page): Promise<void> {
  await page.goto(other.url().replace(/\/inbox\/[^/]+/, '/inbox/all-open'));
  await composer(page).waitFor();
}

export async function reply(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Control+Enter');
  await thread(page).getByText(text).last().waitFor();
}

/** Calls the open API as the signed-in person. Path below /api. */
export async function callApi<T>(
  person: Person,
  url: string,
  method: string,
  path: string,
  data?: unknown,
): Promise<T> {
  const answer = await person.context.request.fetch(`${url}/api${path}`, {
    method,
    data,
    headers: { origin: url },
  });
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

/** Says how many of an element there are once that number holds; a test reads better with it. */
export async function count(locator: Locator, wanted: number): Promise<void> {
  await expect.poll(() => locator.count()).toBe(wanted);
}
