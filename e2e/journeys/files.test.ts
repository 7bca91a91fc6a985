import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { composer, count, openConversation, signIn, thread } from '../console.ts';
import { makeHeic, makePdf, makePicture } from '../files.ts';
import { field, panel, say, visitShop } from '../shopper.ts';
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

test("an iPhone's photo goes out as a JPEG where the browser can read it, and as a file where not", async () => {
  const { page: agent } = await signIn(world, '周宁');
  const { page: shopper } = await visitShop(world);
  await say(shopper, '看一下过敏的照片');
  await openConversation(agent, '看一下过敏的照片');
  const photo = { name: 'IMG_0412.HEIC', mimeType: 'image/heic', buffer: makeHeic() };
  const choose = () => panel(shopper).locator('input[type=file]').setInputFiles(photo);

  // This browser cannot read it, as Chrome and Firefox cannot.
  await choose();
  await panel(shopper).getByText('已上传').waitFor();
  await field(shopper).press('Enter');
  await thread(agent)
    .getByRole('link', { name: /IMG_0412\.HEIC/ })
    .waitFor();
  await count(panel(shopper).getByText('已上传'), 0);

  // With a decoder such as Safari's, it can: what the system would paint, the page sends.
  await shopper.evaluate(`
    window.createImageBitmap = ((read) => async (source, ...more) => {
      if (!(source instanceof File) || !source.name.endsWith('.HEIC')) return read(source, ...more);
      const photo = new OffscreenCanvas(40, 30);
      photo.getContext('2d').fillRect(0, 0, 40, 30);
      return photo.transferToImageBitmap();
    })(window.createImageBitmap)`);
  await choose();
  await panel(shopper).getByText('已上传').waitFor();
  await field(shopper).press('Enter');
  const picture = thread(agent).getByRole('button', { name: '查看图片 IMG_0412.jpg' });
  await picture.waitFor();
  await expect
    .poll(() => picture.locator('img').evaluate((one) => 'naturalWidth' in one && Number(one.naturalWidth)))
    .toBe(40);
});

test('a document is saved under its name and opens no page', async () => {
  const { page: agent } = await signIn(world, '周宁');
  const { page: shopper } = await visitShop(world);
  await say(shopper, '发票在附件里');
  await openConversation(agent, '发票在附件里');
  await panel(shopper)
    .locator('input[type=file]')
    .setInputFiles({ name: '发票.pdf', mimeType: 'application/pdf', buffer: makePdf() });
  await panel(shopper).getByText('已上传').waitFor();
  await field(shopper).press('Enter');
  for (const link of [
    thread(agent).getByRole('link', { name: /发票\.pdf/ }),
    panel(shopper).getByRole('link', { name: /发票\.pdf/ }),
  ]) {
    const page = link.page();
    const pages = page.context().pages().length;
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('发票.pdf');
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
    expect(page.context().pages()).toHaveLength(pages);
  }
});
