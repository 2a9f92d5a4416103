/** What is shown is what is stored: fields that read what is typed, key by key at the speed of people. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import { sampled } from '../promises/scale.ts';
import type { Backend } from './harness/backend.ts';
import { harness } from './harness/opened.ts';

const form = harness();

const stored = (backend: Backend, section = 'times') =>
  (backend.sections[section]?.value ?? {}) as JsonObject;
const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
/** Required: its label has a mark besides its name. */
const nameBox = (page: Page) => page.getByLabel('Name');

/** Ways of leaving a field. */
const LEAVE: Record<string, (page: Page) => Promise<unknown>> = {
  Tab: (page) => page.keyboard.press('Tab'),
  Enter: (page) => page.keyboard.press('Enter'),
  'the mouse': (page) => page.getByRole('heading', { name: 'Harness' }).click(),
};

/** Key by key; while one types, the text is the person's. */
async function type(page: Page, name: string, text: string, delay: number): Promise<void> {
  const input = box(page, name);
  await input.click();
  let typed = '';
  for (const key of text) {
    await page.keyboard.type(key, { delay });
    typed += key;
    expect(await input.inputValue()).toBe(typed);
  }
}

/** The first of every three, which are those of npm test, leave the field in each way. */
const MONTHS: [string, number, string][] = [
  ['2011.11', 80, 'Tab'],
  ['2011.11', 400, 'the mouse'],
  ['２０１１．１１', 100, 'Tab'],
  ['2011年11月', 150, 'the mouse'],
  ['201111', 300, 'Tab'],
  ['2011/11', 120, 'Tab'],
  ['2011-11', 200, 'Enter'],
];

describe('a month', () => {
  it.each(sampled(MONTHS, 3))('typed as %s, %i ms a key, left by %s', async (text, delay, way) => {
    const { page, backend } = await form.open();
    await type(page, 'Since', text, delay);
    await LEAVE[way]?.(page);
    await expect.poll(() => box(page, 'Since').inputValue()).toBe('2011-11');
    await expect.poll(() => stored(backend)).toEqual({ began: '2011-11' });
  });

  it('with one digit, and a pause in the middle in which everything is saved', async () => {
    const { page, backend } = await form.open();
    await type(page, 'Since', '2011.1', 80);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
    await page.keyboard.press('Control+s');
    expect(await box(page, 'Since').inputValue()).toBe('2011.1');
    await page.keyboard.type('2', { delay: 200 });
    await page.keyboard.press('Tab');
    await expect.poll(() => stored(backend)).toEqual({ began: '2011-12' });
    expect(await box(page, 'Since').inputValue()).toBe('2011-12');
  });

  it('that is none stays in the box, is what is stored, and the field says why', async () => {
    const { page, backend } = await form.open();
    await type(page, 'Since', '2011.12', 80);
    await page.keyboard.press('Tab');
    await expect.poll(() => stored(backend)).toEqual({ began: '2011-12' });
    await box(page, 'Since').fill('2011.13');
    await page.keyboard.press('Tab');
    await expect.poll(() => stored(backend)).toEqual({ began: '2011.13' });
    expect(await box(page, 'Since').inputValue()).toBe('2011.13');
    expect(await box(page, 'Since').getAttribute('aria-invalid')).toBe('true');
    const note = page.locator('[id="/times/began~note"]');
    await expect.poll(() => note.textContent()).toContain('no calendar has this date');
    await page.reload();
    await expect.poll(() => box(page, 'Since').inputValue()).toBe('2011.13');
    await box(page, 'Since').fill('2011');
    await page.keyboard.press('Tab');
    await expect.poll(() => note.textContent()).toContain('2026-03');
    await box(page, 'Since').fill('none');
    await page.keyboard.press('Tab');
    await expect.poll(() => stored(backend)).toEqual({ began: 'none' });
    expect(await box(page, 'Since').inputValue()).toBe('none');
  });

  it('is chosen from the calendar with the mouse, which Tab never meets', async () => {
    const { page, backend } = await form.open();
    await type(page, 'Since', '2011.11', 80);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('none');
    await page.getByRole('button', { name: 'Since calendar' }).click();
    await page.locator('.ant-picker-dropdown').getByTitle('2011-12').click();
    await expect.poll(() => stored(backend)).toEqual({ began: '2011-12' });
    expect(await box(page, 'Since').inputValue()).toBe('2011-12');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('/times/began');
    await page.keyboard.press('Alt+ArrowDown');
    await page.locator('.ant-picker-dropdown').waitFor();
    await page.getByRole('heading', { name: 'Harness' }).click();
    await page.locator('.ant-picker-dropdown').waitFor({ state: 'detached' });
  });
});

describe('a range', () => {
  it('is typed from box to box, each left by Tab', async () => {
    const { page, backend } = await form.open();
    await type(page, 'Stay from', '2003.9', 150);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('/times/stay~to');
    await page.keyboard.type('2008年6月', { delay: 150 });
    await page.keyboard.press('Tab');
    await expect.poll(() => stored(backend)).toEqual({ stay: '2003.09-2008.06' });
    expect(await box(page, 'Stay to').inputValue()).toBe('2008.06');
    await type(page, 'Shown from', '2026.3.1', 80);
    await page.keyboard.press('Tab');
    await page.keyboard.type('20260307', { delay: 80 });
    await page.keyboard.press('Enter');
    await expect.poll(() => stored(backend).shown).toBe('2026-03-01/2026-03-07');
  });

  it('whose end cannot be read is not one that goes on', async () => {
    const { page, backend } = await form.open();
    await type(page, 'Stay from', '2023.01', 80);
    await page.keyboard.press('Tab');
    await page.keyboard.type('测试课题');
    await page.keyboard.press('Tab');
    await expect.poll(() => stored(backend)).toEqual({ stay: '2023.01 - 测试课题' });
    expect(await box(page, 'Stay to').inputValue()).toBe('测试课题');
    await expect.poll(() => box(page, 'Stay from').getAttribute('aria-invalid')).toBe('true');
    await page.reload();
    await expect.poll(() => box(page, 'Stay to').inputValue()).toBe('测试课题');
    expect(await box(page, 'Stay from').inputValue()).toBe('2023.01');
    await box(page, 'Stay to').fill('至今');
    await page.keyboard.press('Tab');
    await expect.poll(() => stored(backend)).toEqual({ stay: '2023.01-' });
  });
});

describe('numbers and cells', () => {
  it('are read on leaving; what is no number is kept and said, and keeps no other from being saved', async () => {
    const { page, backend } = await form.open();
    await type(page, 'Weight', '１，２００．５', 100);
    await page.keyboard.press('Tab');
    await expect.poll(() => stored(backend)).toEqual({ weight: 1200.5 });
    expect(await box(page, 'Weight').inputValue()).toBe('1200.5');
    await box(page, 'Weeks 2023').click();
    await page.keyboard.type('abc', { delay: 80 });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('７７７', { delay: 80 });
    await page.keyboard.press('Tab');
    const cells = () => stored(backend, 'work').cells;
    await expect.poll(cells).toEqual({ weeks: { 2023: 'abc' }, visits: { 2023: 777 } });
    expect(await box(page, 'Weeks 2023').getAttribute('aria-invalid')).toBe('true');
    expect(await box(page, 'Visits 2023').inputValue()).toBe('777');
  });

  it('of parts take the word for "not applicable", show it, and take a number again', async () => {
    const { page, backend } = await form.open();
    const total = box(page, 'Talks 2023 total');
    const part = box(page, 'Talks 2023 part');
    await total.click();
    await page.keyboard.type('／', { delay: 80 });
    await page.keyboard.press('Tab');
    await expect.poll(() => stored(backend, 'work').cells).toEqual({ talks: { 2023: '/' } });
    expect([await total.inputValue(), await part.inputValue()]).toEqual(['/', '/']);
    expect(await part.getAttribute('aria-invalid')).toBeNull();
    await page.reload();
    await expect.poll(() => part.inputValue()).toBe('/');
    await part.fill('3');
    await page.keyboard.press('Tab');
    await expect.poll(() => stored(backend, 'work').cells).toEqual({ talks: { 2023: { part: 3 } } });
    expect(await total.inputValue()).toBe('');
  });
});

describe('an input method', () => {
  it('composes without being saved; what it has composed is', async () => {
    const { page, backend } = await form.open();
    const devtools = await page.context().newCDPSession(page);
    const compose = (text: string) =>
      devtools.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await nameBox(page).click();
    await page.keyboard.type('A', { delay: 100 });
    await expect.poll(() => stored(backend, 'person')).toEqual({ name: 'A' });
    for (const half of ['c', 'ce', 'ces', 'ceshi']) await compose(half);
    expect(await nameBox(page).inputValue()).toBe('Aceshi');
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2_500)));
    expect(stored(backend, 'person')).toEqual({ name: 'A' });
    await devtools.send('Input.insertText', { text: '测试' });
    await page.keyboard.press('Tab');
    await expect.poll(() => stored(backend, 'person')).toEqual({ name: 'A测试' });
  });
});

describe('text', () => {
  it('is clean once the field is left: what is shown is what is stored', async () => {
    const { page, backend } = await form.open();
    await nameBox(page).fill('　张\u200b三 ');
    await page.keyboard.press('Tab');
    await expect.poll(() => stored(backend, 'person')).toEqual({ name: '张三' });
    expect(await nameBox(page).inputValue()).toBe('张三');
    await box(page, 'Story').fill('一\n二 ');
    await box(page, 'Phone').fill('０２３－６７７０６１１１');
    await page.keyboard.press('Tab');
    await expect.poll(() => stored(backend)).toEqual({ story: '一\n二', call: '023-67706111' });
    expect(await box(page, 'Phone').inputValue()).toBe('023-67706111');
    await nameBox(page).fill('\u3000\u200b');
    await page.keyboard.press('Tab');
    await expect.poll(() => stored(backend, 'person')).toEqual({});
  });

  it('and dates are kept when the page goes away while they are typed', async () => {
    const { page, backend } = await form.open();
    await type(page, 'Since', '2011.11', 80);
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')));
    await expect.poll(() => stored(backend)).toEqual({ began: '2011-11' });
  });
});
