import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type PrintBrowser } from '#server/print/pdf/chromium.ts';
import { openPrintPage } from '#server/print/pdf/page.ts';
import { textsOf } from './support/texts.ts';

const sheetOf = (who: string, css = '') =>
  `<!doctype html><html><head><title>${who}</title><style>${css}</style></head><body><p>${who}</p><div id="own">${who}</div></body></html>`;

describe('a page that is kept from sheet to sheet', () => {
  let chromium: PrintBrowser;
  beforeAll(async () => {
    chromium = await launchChromium(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium');
  });
  afterAll(() => chromium.end());

  /** Everything that stands in the browser's pages at this moment. */
  async function contents(): Promise<string> {
    const pages = await chromium.browser.pages();
    return (await Promise.all(pages.map((one) => one.content()))).join('\n');
  }

  it('holds nothing of the former person while it waits', async () => {
    const page = await openPrintPage(chromium.browser);
    const first = await page.print(sheetOf('former-person-7'));
    expect(textsOf(first).join()).toContain('former-person-7');
    expect(await contents()).toContain('former-person-7');
    await page.empty();
    expect(await contents()).not.toContain('former-person-7');
    const second = await page.print(sheetOf('next-person-8'));
    expect(textsOf(second).join()).toContain('next-person-8');
    expect(textsOf(second).join()).not.toContain('former');
    expect(second.toString('latin1')).not.toContain('former');
    await page.close();
  });

  it('prints each sheet as if it were the first: no style, size or title stays', async () => {
    const page = await openPrintPage(chromium.browser);
    const alone = await page.print(sheetOf('alone'));
    await page.print(sheetOf('wide', '@page{size:A3 landscape;margin:0}*{font-size:40px;color:red}'));
    await page.empty();
    const again = await page.print(sheetOf('alone'));
    const plain = (pdf: Buffer) => pdf.toString('latin1').replace(/\/(CreationDate|ModDate) \([^)]*\)/g, '');
    expect(plain(again)).toBe(plain(alone));
    await page.close();
  });

  it('is as closed for the second sheet as for the first', async () => {
    const page = await openPrintPage(chromium.browser);
    await page.print(sheetOf('first'));
    await page.empty();
    const asking = '<!doctype html><img src="http://127.0.0.1:1/x.png"><script>document.title="ran"</script>';
    await expect(page.print(asking)).rejects.toThrow('asked for http://127.0.0.1:1/x.png');
    await page.close();
  });
});
