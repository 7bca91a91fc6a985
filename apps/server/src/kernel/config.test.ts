import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';
import { loadSecret } from './secret.ts';

const messageOf = (env: Record<string, string>, argv: string[] = []): string => {
  try {
    readConfig(env, argv);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error('was accepted');
};

describe('settings', () => {
  it('stand without any, and empty ones count as none', () => {
    const config = readConfig({ PORT: '', DATABASE_URL: '' });
    expect(config).toMatchObject({ PORT: 7300, HOST: '127.0.0.1', DEMO: false, RATE_LIMITS: 'on' });
    expect([...config.roles]).toEqual(['api', 'gateway', 'relay', 'worker']);
  });

  it('are all named when several are bad', () => {
    const message = messageOf({
      PORT: '99999',
      DATABASE_POOL: 'many',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'not an address',
      SECRET: 'short',
      ROLES: 'api,cook,waiter',
      DEMO: 'true',
      HOST: '0.0.0.0',
    });
    for (const name of [
      'PORT',
      'DATABASE_POOL',
      'LOG_LEVEL',
      'DATABASE_URL',
      'SECRET',
      'cook',
      'waiter',
      'DEMO',
    ])
      expect(message).toContain(name);
    expect(message.split('\n')).toHaveLength(8);
  });

  it('take roles from the command line before the environment', () => {
    expect([...readConfig({ ROLES: 'api' }, ['--roles=worker,relay']).roles]).toEqual(['worker', 'relay']);
    expect(messageOf({ ROLES: ' , ' })).toMatch(/at least one role/);
  });

  it('keep the demo, whose passwords are public, on loopback', () => {
    for (const HOST of ['0.0.0.0', '::', '192.168.1.4', 'shop.example'])
      expect(messageOf({ HOST }, ['--demo'])).toMatch(/^DEMO: .*loopback/);
    for (const HOST of ['127.0.0.1', '::1', 'localhost'])
      expect(readConfig({ HOST, DEMO: '1' }).DEMO).toBe(true);
  });
});

describe('the secret', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-secret-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once and kept where only the server reads it', () => {
    const options = { given: undefined, dataDir: folder, mustBeGiven: false };
    const made = loadSecret(options);
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(loadSecret(options)).toBe(made);
    expect(readFileSync(join(folder, 'secret'), 'utf8').trim()).toBe(made);
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
    expect(loadSecret({ ...options, given: 'abcdefghijklmnopqrstuvwxyz0123456789' })).toMatch(/^abc/);
    expect(() => loadSecret({ ...options, given: 'a'.repeat(40) })).toThrow(/too regular/);
  });

  it('is required in production on an outside database', async () => {
    const main = fileURLToPath(new URL('../main.ts', import.meta.url));
    const env = {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATA_DIR: join(folder, 'production'),
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
    };
    const failed = await promisify(execFile)(process.execPath, [main], { env }).catch((e: unknown) => e);
    expect(failed).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^SECRET: required with DATABASE_URL/m),
    });
    expect((failed as { stderr: string }).stderr).not.toMatch(/ at .*\.ts:/);
  });
});
