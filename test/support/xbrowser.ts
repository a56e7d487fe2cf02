import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

/** A Playground window in a real browser, driven by what a person reads on it. */
export type OpenWindow = {
  /** The page itself, for what the other functions do not cover. */
  page: Page;
  /** Types a message in the compose box of the open personal or group chat and sends it. */
  say(text: string): Promise<void>;
  /** Presses the newest visible button with this title. */
  press(title: string): Promise<void>;
  /** Fills the newest visible input with this label: text, number, date, choice (by its words) or toggle (`true`/`false`). */
  fill(label: string, value: string): Promise<void>;
  /** Waits until this text is on the page. */
  see(text: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  /** What is written in the conversation, top to bottom; on a phone's width with the window's own menu. */
  text(): Promise<string>;
  close(): Promise<void>;
};

const switches = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const patience = 90_000;

const chatList = 'contains(., "Personal and Group Chat")';

/**
 * Opens a Playground window in Chromium (`CHROMIUM`, default /usr/bin/chromium) and waits until one can write in
 * it. `narrow` draws cards as wide as on a phone in a 640 × 900 window, otherwise it is 1280 × 900.
 */
export async function openWindow(url: string, { narrow = false } = {}): Promise<OpenWindow> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: switches,
  });
  try {
    return await driven(browser, url, narrow);
  } catch (fault) {
    await browser.close();
    throw fault;
  }
}

async function driven(browser: Browser, url: string, narrow: boolean): Promise<OpenWindow> {
  const page = await browser.newPage({
    viewport: narrow ? { width: 640, height: 900 } : { width: 1280, height: 900 },
  });
  page.setDefaultTimeout(patience);
  await page.goto(url);
  const box = page.locator('[data-lexical-editor=true]');
  await box.waitFor();
  if (narrow) await asOnPhone(page);
  return {
    page,
    async say(text) {
      await box.click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    async press(title) {
      await visible(page.getByRole('button', { name: title, exact: true })).click();
    },
    async fill(label, value) {
      await fillIn(page, label, value);
    },
    async see(text) {
      await visible(page.getByText(text)).waitFor();
    },
    async screenshot(path) {
      await page.screenshot({ path });
    },
    async text() {
      const pane = box.first().locator(`xpath=ancestor::div[preceding-sibling::div[${chatList}]][1]`);
      return await ((await pane.count()) > 0 ? pane : page.locator('body')).innerText();
    },
    async close() {
      await browser.close();
    },
  };
}

/** The Playground is never narrower than 600 pixels; its cards can be, as Teams draws them on a phone. */
async function asOnPhone(page: Page): Promise<void> {
  await page.getByText('Log Panel', { exact: true }).locator('xpath=..').getByRole('button').last().click();
  await page.addStyleTag({ content: '.ac-adaptiveCard { width: 328px !important }' });
}

const visible = (found: Locator): Locator => found.filter({ visible: true }).last();

/** Card inputs are tied to their label by `for`; what kind of input that is shows on the element itself. */
async function fillIn(page: Page, label: string, value: string): Promise<void> {
  const words = page.locator('label.ac-richTextBlock', { has: page.getByText(label, { exact: true }) });
  const id = await visible(words).getAttribute('for');
  const input = page.locator(`[id="${id}"]`);
  const kind = await input.evaluate((element) => ({
    tag: element.tagName,
    role: element.getAttribute('role'),
    popup: element.getAttribute('aria-haspopup'),
    type: element.getAttribute('type'),
  }));
  if (kind.type === 'checkbox') return await input.setChecked(value === 'true');
  if (kind.role === 'radiogroup') return await input.getByLabel(value, { exact: true }).check();
  if (kind.tag === 'DIV') return await tick(input, value);
  if (kind.popup === 'dialog') return await pickDate(page, input, value);
  if (kind.role === 'combobox') return await choose(page, input, value);
  await input.fill(value);
}

async function tick(group: Locator, value: string): Promise<void> {
  const wanted = value.split(',').map((words) => words.trim());
  for (const box of await group.getByRole('checkbox').all()) {
    await box.setChecked(wanted.includes((await box.getAttribute('aria-label')) ?? ''));
  }
}

async function choose(page: Page, input: Locator, value: string): Promise<void> {
  await input.click();
  await page.getByRole('option', { name: value, exact: true }).click();
}

/** The Playground's calendar speaks English whatever the browser's language. */
async function pickDate(page: Page, input: Locator, value: string): Promise<void> {
  const day = new Date(`${value}T00:00:00Z`);
  const words = (options: Intl.DateTimeFormatOptions) =>
    day.toLocaleDateString('en-US', { ...options, timeZone: 'UTC' });
  await input.click();
  const calendar = page.getByRole('dialog');
  const month = words({ month: 'long', year: 'numeric' });
  while ((await calendar.getByText(month, { exact: true }).count()) === 0) {
    const shown = await calendar.locator('button [aria-live=polite]').first().innerText();
    const ahead = new Date(`1 ${shown} UTC`) < day;
    await calendar.getByRole('button', { name: ahead ? /next month/i : /previous month/i }).click();
  }
  await calendar
    .getByRole('button', {
      name: `${day.getUTCDate()}, ${words({ month: 'long' })}, ${day.getUTCFullYear()}`,
      exact: true,
    })
    .click();
}
