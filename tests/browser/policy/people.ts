import type { Locator, Page } from 'playwright-core';
import { asObject } from '#core/json/index.ts';
import type { CompiledEdition } from '#core/model/index.ts';
import type { Client } from '../../journeys/client.ts';
import type { Stage } from '../../journeys/stage.ts';
import { honestPdf } from '../../support/pdfs.ts';

/** Begins an application of a form by clicking; gives its id. */
export async function begin(page: Page, form: string): Promise<string> {
  await page.getByRole('button', { name: `开始填写 ${form}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: '开始填写' }).click();
  await page.locator('.form-page').waitFor();
  return /applications\/([^/]+)/.exec(page.url())?.[1] ?? '';
}

/** Everything that the form asked before, as an example answers it; of whoever applies, what the account says stays. */
export async function answerAsExample(
  stage: Stage,
  applicant: Client,
  id: string,
  { example, edition }: { example: string; edition: CompiledEdition },
): Promise<void> {
  const basicOf = async () => asObject((await stage.view(applicant, id)).sections.basic?.value);
  const { birthDate = null } = await basicOf();
  await stage.complete(applicant, id, example, edition);
  await stage.save(applicant, id, 'basic', { ...(await basicOf()), birthDate });
}

/** A question that is answered with yes or no, by its words. */
export const question = (page: Page, words: string): Locator =>
  page.getByRole('radiogroup', { name: new RegExp(`^${words}`) });

/** Puts a file into the place for the evidence of this name. */
export async function attach(page: Page, title: string): Promise<void> {
  const place = page.locator('.slot', { hasText: title });
  const name = 'proof.pdf';
  const file = { name, mimeType: 'application/pdf', buffer: await honestPdf() };
  await place.locator('input[type=file]').setInputFiles(file);
  await place.getByRole('link', { name }).waitFor();
}

/** Hands the application in, and waits for the page that shows where it is. */
export async function handIn(page: Page): Promise<void> {
  await page.locator('.menu a[href$="/confirm"]').click();
  await page.locator('.ready').waitFor();
  await page.locator('.actions .ant-btn-primary').click();
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await page.locator('.application').waitFor();
}

/** Opens the case of somebody in a queue of the menu; `queue`: its address, with the cycle where it is not the new one. */
export async function openIn(page: Page, queue: string, name: string): Promise<void> {
  await page.locator(`.menu a[href="/queues/application/${queue}"]`).click();
  await page.locator('[data-case]', { hasText: name }).first().click();
  await page.locator('.case-text').waitFor();
}

/** Passes the case that is open with an opinion, signed. */
export async function pass(page: Page, opinion: string): Promise<void> {
  await page.locator('[id="/decision/opinion"]').fill(opinion);
  await page.locator('[id="/decision/signatory"]').fill('测试负责人');
  await page.locator('.decision button[type=submit]').click();
  await page.locator('.ant-modal-confirm-btns .ant-btn-primary').click();
  await page.locator('.empty').waitFor();
}

/** A sheet of the case that is open, in words alone, without spaces. */
export async function sheetOf(page: Page, sheet: string): Promise<string> {
  const link = page.locator(`a[href*="/sheets/${sheet}"]`).first();
  const href = (await link.getAttribute('href')) ?? '';
  const answer = await page.request.get(new URL(href, page.url()).href);
  return (await answer.text()).replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, '');
}
