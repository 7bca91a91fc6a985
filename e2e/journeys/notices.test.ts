import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { composer, openConversation, rows, signIn, thread } from '../console.ts';
import { say, visitShop } from '../shopper.ts';
import { useWorld } from '../world.ts';

const world = useWorld();

type Heard = { notices: { title: string; body: string; tag: string }[]; tones: number[] };

/** Watches what the page asks of the desktop and of the loudspeaker, which both lie outside of it. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(`
    window.heard = { notices: [], tones: [] };
    window.shown = [];
    // A headless browser refuses them all.
    window.Notification = class {
      static permission = 'granted';
      close() {}
      constructor(title, options) {
        window.heard.notices.push({ title, body: options.body, tag: options.tag });
        window.shown.push(this);
      }
    };
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (...when) {
      window.heard.tones.push(Math.round(this.frequency.value));
      return start.apply(this, when);
    };`);
}
const heard = (page: Page) => page.evaluate('window.heard') as Promise<Heard>;

/** Another tab is in front, or none: headless pages are never hidden by themselves. */
const hide = (page: Page, isHidden: boolean) =>
  page.evaluate(`
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${isHidden} });
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => '${isHidden ? 'hidden' : 'visible'}' });
    document.dispatchEvent(new Event('visibilitychange'));`);

test('a message that comes while the tab is hidden is told by the desktop, a sound and the title', async () => {
  const { page: agent } = await signIn(world, '周宁');
  const { page: shopper } = await visitShop(world);
  await listen(agent);

  await say(shopper, '这一句看得见');
  await openConversation(agent, '这一句看得见');
  expect(await heard(agent), 'nothing is told to who looks at it').toEqual({ notices: [], tones: [] });

  await hide(agent, true);
  await say(shopper, '您在忙吗？');
  await expect.poll(async () => (await heard(agent)).notices.length).toBe(1);
  const { notices, tones } = await heard(agent);
  expect(notices[0]).toMatchObject({ body: '您在忙吗？', title: expect.stringContaining('发来消息') });
  expect(tones).toEqual([660, 880]);
  await expect.poll(() => agent.title()).toMatch(/^\(\d+\) /);

  // Pressed, it leads to the conversation, from wherever the tab was left.
  await hide(agent, false);
  await agent.getByRole('link', { name: '设置' }).first().click();
  await agent.waitForURL(/\/settings/);
  await hide(agent, true);
  await say(shopper, '再问一句');
  await expect.poll(async () => (await heard(agent)).notices.length).toBe(2);
  await hide(agent, false);
  await agent.evaluate('window.shown.at(-1).onclick()');
  await composer(agent).waitFor();
  await thread(agent).getByText('再问一句').waitFor();
  expect(agent.url()).toContain(notices[0]!.tag);
});

test('who wants neither sound nor notification is left in peace', async () => {
  const { page: agent } = await signIn(world, '周宁');
  await agent.goto(`${world.url}/settings/profile`);
  await agent.getByRole('switch', { name: '提示音' }).click();
  await agent.getByRole('switch', { name: '桌面通知' }).click();
  await agent.getByRole('link', { name: '工作台' }).first().click();
  const { page: shopper } = await visitShop(world);
  await listen(agent);
  await hide(agent, true);
  await say(shopper, '悄悄问一句');
  await rows(agent, '悄悄问一句').waitFor();
  expect(await heard(agent)).toEqual({ notices: [], tones: [] });
});
