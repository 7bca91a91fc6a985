import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { composer, openConversation, signIn, thread } from '../console.ts';
import { makePicture } from '../files.ts';
import { panel, say, visitShop } from '../shopper.ts';
import { useWorld } from '../world.ts';

const world = useWorld();

/** Uploaded to the end, so that it can be sent. */
async function uploaded(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `移除 ${name}` }).waitFor();
  await expect.poll(() => page.locator('.pending-file [role=progressbar]').count()).toBe(0);
}

test('a picture is pasted from the clipboard, files are dropped on the composer, and the shopper gets both', async () => {
  const person = await signIn(world, '周宁');
  const { page: agent } = person;
  const { page: shopper } = await visitShop(world);
  await say(shopper, '瓶口怎么拆？');
  await openConversation(agent, '瓶口怎么拆');

  // The clipboard itself, as after a screenshot; only who may write into it is said from outside.
  await person.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: world.url });
  const picture = (await makePicture('#2980b9')).toString('base64');
  await agent.evaluate(
    `navigator.clipboard.write([new ClipboardItem({ 'image/png':
      new Blob([Uint8Array.from(atob('${picture}'), (one) => one.charCodeAt(0))], { type: 'image/png' }) })])`,
  );
  await composer(agent).click();
  await agent.keyboard.press('Control+v');
  await uploaded(agent, 'image.png');
  expect(await composer(agent).inputValue()).toBe('');

  const carried = await agent.evaluateHandle(
    `(() => {
      const carried = new DataTransfer();
      carried.items.add(new File(['一，按住瓶盖逆时针转'], '拆瓶说明.txt', { type: 'text/plain' }));
      return carried;
    })()`,
  );
  await agent.locator('.composer').dispatchEvent('dragover', { dataTransfer: carried });
  await agent.getByText('松开即可添加附件').waitFor();
  await agent.locator('.composer').dispatchEvent('drop', { dataTransfer: carried });
  await uploaded(agent, '拆瓶说明.txt');
  await composer(agent).press('Control+Enter');

  await thread(agent).getByRole('button', { name: '查看图片 image.png' }).waitFor();
  await panel(shopper).getByRole('button', { name: '查看图片 image.png' }).waitFor();
  await panel(shopper).getByText('拆瓶说明.txt').waitFor();
});
