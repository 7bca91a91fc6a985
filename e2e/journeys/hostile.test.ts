import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { composer, openConversation, reply, rows, signIn, thread } from '../console.ts';
import { makePicture } from '../files.ts';
import { bubbles, field, panel, say, visitShop } from '../shopper.ts';
import { useWorld } from '../world.ts';

const world = useWorld();
const ATTACKS = [
  `<img src=x onerror="window.hacked='message'">`,
  `<script>window.hacked='script'</script>`,
  `"><svg onload="window.hacked='svg'">`,
  `[link](javascript:window.hacked='markdown')`,
  `{{constructor.constructor("window.hacked='template'")()}}`,
];
const isHacked = (page: { evaluate(script: string): Promise<unknown> }) => page.evaluate('window.hacked');

test('scripts in words, names and file names are shown as words, and run nowhere', async () => {
  const { page: agent } = await signIn(world, '周宁');
  const person = await visitShop(world);
  const { page: shopper } = person;
  for (const attack of ATTACKS) await say(shopper, attack);
  await openConversation(agent, 'constructor');
  for (const attack of ATTACKS) await thread(agent).getByText(attack, { exact: true }).first().waitFor();

  const fileName = `<img src=x onerror=alert(1)>.png`;
  await panel(shopper)
    .locator('input[type=file]')
    .setInputFiles({ name: fileName, mimeType: 'image/png', buffer: await makePicture('#000') });
  await panel(shopper).getByText('已上传').waitFor();
  await field(shopper).press('Enter');
  await thread(agent)
    .getByRole('button', { name: /查看图片/ })
    .waitFor();

  // A page that calls itself a picture is refused, and said to be.
  person.expect(/status of 415 .*\/api\/visitor\/files/);
  await panel(shopper)
    .locator('input[type=file]')
    .setInputFiles({
      name: 'page.png',
      mimeType: 'image/png',
      buffer: Buffer.from(`<html><script>window.opener.hacked='file'</script></html>`),
    });
  await panel(shopper).getByText('不支持这种文件').waitFor();
  await panel(shopper).getByRole('button', { name: '移除 page.png' }).click();

  for (const attack of ATTACKS) await reply(agent, attack);
  for (const attack of ATTACKS) await expect.poll(() => bubbles(shopper, attack).count()).toBe(2);
  await composer(agent).fill('');
  expect([await isHacked(agent), await isHacked(shopper)]).toEqual([undefined, undefined]);
  for (const page of [agent, shopper])
    expect(await page.locator('img[src="x"], svg[onload], a[href^="javascript"]').count()).toBe(0);
});

test('a shopper whose name is a script', async () => {
  const { page: agent } = await signIn(world, '周宁');
  const name = `<img src=x onerror="window.hacked='name'">`;
  const { page: shopper } = await visitShop(world);
  // As a shop would that lets people call themselves anything.
  const hmac = createHmac('sha256', 'demo-shop-secret-demo-shop-secret').update('evil').digest('hex');
  await shopper.evaluate(`window.Xiaoer('identify', ${JSON.stringify({ externalId: 'evil', name, hmac })})`);
  await expect.poll(() => panel(shopper).locator('.greeting').innerText()).toContain(name);
  await say(shopper, '我改了个名字');
  await rows(agent, name).waitFor();
  await openConversation(agent, '我改了个名字');
  await agent.getByRole('heading', { name }).first().waitFor();
  expect([await isHacked(agent), await isHacked(shopper)]).toEqual([undefined, undefined]);
});
