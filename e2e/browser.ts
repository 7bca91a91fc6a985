import sparticuz from '@sparticuz/chromium';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { makeFontsConf } from './fonts.ts';

export type Look = { size: 'desktop' | 'phone'; language: 'zh' | 'en'; theme: 'light' | 'dark' };

const SIZES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;
const LOCALES = { zh: 'zh-CN', en: 'en-GB' } as const;

/** What a browser writes to its console although nothing is wrong: how it says that a page asks to sign in. */
const USUAL = [/status of 401 .*\/api\/register/];

/** One person at a browser of their own: own cookies, own storage. */
export type Person = {
  page: Page;
  context: BrowserContext;
  /** Lets a complaint of the browser pass that the test itself provokes. Matched against `text address`. */
  expect(complaint: RegExp): void;
  /** To be done before this person goes. */
  beforeLeaving(farewell: () => Promise<void>): void;
  close(): Promise<void>;
};

export type Stalls = {
  enter(url: string, look?: Partial<Look>, options?: BrowserContextOptions): Promise<Person>;
  /** Errors in the consoles and pages of everybody since the last call; a test ends with none. */
  takeComplaints(): string[];
  /** Saves what everybody sees as PATH-1.png, PATH-2.png, … */
  photograph(path: string): Promise<void>;
  /** Sends everybody home; the browser stays for the next test. */
  clear(): Promise<void>;
  close(): Promise<void>;
};

/** The real browser, headless. `enter` gives each person a context of their own. */
export async function openBrowser(): Promise<Stalls> {
  const fonts = makeFontsConf();
  const browser = await launch(fonts.path);
  const people = new Set<Person>();
  let complaints: string[] = [];

  const enter: Stalls['enter'] = async (url, look = {}, options = {}) => {
    const { size, language, theme } = { size: 'desktop', language: 'zh', theme: 'light', ...look } as Look;
    const context = await browser.newContext({
      ...SIZES[size],
      locale: LOCALES[language],
      colorScheme: theme,
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const accepted = [...USUAL];
    const complain = (words: string) => !accepted.some((one) => one.test(words)) && complaints.push(words);
    context.on('console', (message) => {
      if (message.type() === 'error') complain(`${message.text()} ${message.location().url}`);
    });
    context.on('weberror', (error) => complain(`page error: ${error.error().stack}`));
    const farewells: (() => Promise<void>)[] = [];
    const person: Person = {
      page,
      context,
      expect: (complaint) => accepted.push(complaint),
      beforeLeaving: (farewell) => farewells.push(farewell),
      close: async () => {
        people.delete(person);
        for (const farewell of farewells) await farewell();
        await context.close();
      },
    };
    people.add(person);
    await page.goto(url);
    return person;
  };
  return {
    enter,
    takeComplaints: () => {
      const taken = complaints;
      complaints = [];
      return taken;
    },
    photograph: async (path) => {
      for (const [index, { page }] of [...people].entries())
        await page.screenshot({ path: `${path}-${index + 1}.png` });
    },
    clear: async () => {
      await Promise.all([...people].map((person) => person.close()));
    },
    close: async () => {
      await browser.close();
      fonts.remove();
    },
  };
}

async function launch(fontsConf: string): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROME_PATH ?? (await sparticuz.executablePath()),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-dev-shm-usage',
      '--hide-scrollbars',
    ],
    env: { ...process.env, FONTCONFIG_FILE: fontsConf },
  });
}
