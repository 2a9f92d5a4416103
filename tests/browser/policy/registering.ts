import type { JsonObject } from '#core/model/index.ts';
import { PASSWORD } from '../../journeys/stage.ts';
import { Typist } from '../../support/typing/typist.ts';
import { fillCredentials } from '../../support/users.ts';
import type { FreshServer } from './fresh-server.ts';

type Registered = {
  /** What the form is called on the first page. */
  link: string;
  sections: Record<string, JsonObject>;
  /** The field in which the unit above is chosen, and its name. */
  parent: string;
  under: string;
  approver: string;
};

/** Somebody registers on the public page, and who stands above lets them in. */
export async function register(
  { server, windowOf }: FreshServer,
  who: string,
  { link, sections, parent, under, approver }: Registered,
): Promise<void> {
  const page = await windowOf(who);
  await page.goto(server.origin);
  await page.locator('.registrations').getByRole('link', { name: link }).click();
  await fillCredentials(page, who, PASSWORD);
  const edition = await server.services.editions.current();
  const typist = new Typist(page, edition);
  for (const [id, answers] of Object.entries(sections)) {
    const section = Object.values(edition.categories)
      .flatMap((category) => category.sections)
      .find(({ definition }) => definition.id === id);
    if (section) await typist.section(section, answers);
  }
  await page.locator(`[id="${parent}"]`).click();
  await page.getByRole('dialog').getByRole('textbox').fill(under);
  await page.locator('.organisation-choice', { hasText: under }).first().click();
  await page.locator('form button[type=submit]').click();
  await page.locator('.sent').waitFor();
  const desk = await windowOf(approver);
  await desk.goto(`${server.origin}/queues/account/pending`);
  await desk.locator('[data-case]').first().click();
  await desk.locator('.decision button[type=submit]').click();
  await desk.locator('.empty').waitFor();
}
