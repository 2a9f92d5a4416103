import { expect } from 'vitest';
import type { Kind } from '../../journeys/kinds.ts';
import type { Suite, WatchedPage } from '../../support/browser.ts';
import { registrants, untried } from './registrants.ts';
import { Registrar } from './registrar.ts';
import { enrol, logIn } from './screens.ts';

/**
 * From an empty database on: the first administrator by link, then every kind of unit and people of every identity,
 * each registered on the page and approved by the organisation above; at the end all of them log in.
 */
export async function playRegistrations(suite: Suite, definitions: string, kind: Kind): Promise<void> {
  const registrar = await Registrar.open({ definitions, kind, pages: suite.pages });
  const watched = await suite.open();
  try {
    await play(registrar, watched);
  } finally {
    await watched.page.context().close();
    await registrar.server.stop();
  }
}

async function play(registrar: Registrar, { page, complaints }: WatchedPage): Promise<void> {
  const { root } = registrar;
  await registrar.setUp(page);
  await registrar.client(root);
  await logIn(page, registrar.server.origin, root);
  if (await page.locator('.second-factor').count()) await enrol(page);
  await page.context().clearCookies();
  const all = registrants(registrar);
  expect(untried(registrar, all)).toEqual([]);
  for (const one of all) {
    await registrar.register(page, one);
    await registrar.approve(one.under);
  }
  for (const one of all) await registrar.client(one.id);
  expect(complaints).toEqual([]);
}
