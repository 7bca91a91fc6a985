import { randomBytes } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { makeStage, type Stage } from '../../bench/stage.ts';
import { list } from '../console.ts';
import type { DemoServer } from '../demo-server.ts';
import { useWorld } from '../world.ts';

let link = '';

/** A production start: no demo, an empty database, a secret of its own. */
async function startProduction(): Promise<DemoServer> {
  const stage: Stage = await makeStage();
  const server = await stage.serve({ args: [], env: { SECRET: randomBytes(32).toString('hex') } });
  link = /http\S+\/set-up\?token=\S+/.exec(server.greeting)?.[0] ?? '';
  const never = () => Promise.reject(new Error('not in this journey'));
  return {
    url: `http://127.0.0.1:${server.port}`,
    stage,
    kill: never,
    restart: never,
    close: () => stage.close(),
  };
}

const world = useWorld(startProduction);
afterAll(() => {
  link = '';
});

test('a production start prints a link that makes the first owner, once', async () => {
  expect(link, 'the link in what the server printed').toContain('/set-up?token=');
  const { page } = await world.enter(link);
  await page.getByLabel('店铺名称').fill('云上茶铺');
  await page.getByLabel('您的姓名').fill('叶青');
  await page.getByLabel('邮箱').fill('ye@example.com');
  await page.getByLabel('密码').fill('tooshort');
  await page.getByRole('button', { name: '创建并登录' }).click();
  await page.getByText('密码至少 10 个字符，最多').waitFor();
  await page.getByLabel('密码').fill('茶山上的云很白很白');
  await page.getByLabel('密码').fill('tea-on-a-misty-hill');
  await page.getByRole('button', { name: '创建并登录' }).click();
  await list(page).waitFor();

  const second = await world.enter(link);
  second.expect(/\/api\/set-up/);
  await second.page.getByLabel('店铺名称').fill('别人的店');
  await second.page.getByLabel('您的姓名').fill('别人');
  await second.page.getByLabel('邮箱').fill('other@example.com');
  await second.page.getByLabel('密码').fill('another-long-password');
  await second.page.getByRole('button', { name: '创建并登录' }).click();
  await second.page.getByRole('alert').waitFor();

  // Nothing of the demo: neither its log-ins nor its shop.
  const third = await world.enter(`${world.url}/`);
  third.expect(/status of 404/);
  await third.page.getByLabel('邮箱').waitFor();
  expect(await third.page.locator('.demo').count()).toBe(0);
  expect((await third.page.request.get(`${world.url}/api/demo/shopper?id=lin-xiao`)).status()).toBe(404);
});
