import type { Page, Route } from 'playwright-core';
import type { Json } from '#core/model/index.ts';
import type { EditionView, SectionRecord } from '#core/model/wire/index.ts';
import { bareCase } from '../../support/bare.ts';
import { definition } from './definition.ts';

const HASH = definition.programme.id;

/** What the server keeps: answers by section with their versions. Answers the calls of a page, 409 included. */
export class Backend {
  readonly sections: Record<string, SectionRecord> = {};
  saves = 0;
  offline = false;

  async serve(page: Page): Promise<void> {
    await page.route('**/api/**', (route) => this.#answer(route));
  }

  /** Somebody else saves a section. */
  store(section: string, value: Json): SectionRecord {
    const version = (this.sections[section]?.version ?? 0) + 1;
    const record = { value, version, savedAt: '2026-05-01T10:42:07Z' };
    this.sections[section] = record;
    return record;
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const { pathname } = new URL(request.url());
    const method = request.method();
    if (this.offline) return route.abort('internetdisconnected');
    if (pathname === '/api/session') return route.fulfill({ json: null });
    if (pathname === '/api/cases/c1') return route.fulfill({ json: bareCase(definition, this.sections) });
    if (pathname.startsWith('/api/editions/')) return route.fulfill({ json: edition });
    if (method === 'PUT' && pathname.includes('/sections/'))
      return this.#save(route, pathname.split('/').at(-1) ?? '');
    if (method === 'PUT' && pathname.endsWith('/files')) return this.#upload(route);
    return route.fulfill({ status: 404, json: { code: 'not-found', message: 'not found', requestId: 'x' } });
  }

  async #save(route: Route, section: string): Promise<void> {
    const { value, version } = route.request().postDataJSON() as { value: Json; version: number };
    const stored = this.sections[section] ?? { value: null, version: 0, savedAt: null };
    if (stored.version !== version) {
      const current = { version: stored.version, value: stored.value };
      return route.fulfill({
        status: 409,
        json: { code: 'stale', message: 'stale', requestId: 'x', current },
      });
    }
    this.saves += 1;
    return route.fulfill({ json: this.store(section, value) });
  }

  async #upload(route: Route): Promise<void> {
    const { searchParams } = new URL(route.request().url());
    const row = searchParams.get('row') ?? undefined;
    const file = { id: 'f1', section: searchParams.get('section'), slot: searchParams.get('slot'), row };
    return route.fulfill({
      status: 201,
      json: {
        ...file,
        name: searchParams.get('name'),
        mediaType: 'application/pdf',
        bytes: 12,
        pages: 3,
        sha256: '0',
      },
    });
  }
}

const edition: EditionView = {
  hash: HASH,
  definition,
  language: definition.programme.locale,
};
