import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrganisationPage } from '#core/model/wire/index.ts';
import type { Client } from '../../journeys/client.ts';
import { HEALTH, startServer, type TestServer } from '../../journeys/harness.ts';
import { databaseKinds } from '../../journeys/kinds.ts';
import { fillUnits } from '../../journeys/units.ts';
import { scale } from '../../promises/scale.ts';

/** Three thousand in full size; the browser test always has them all. */
const DISTRICTS = scale(10, 30);
const UNITS_OF_EACH = 100;

describe.each(databaseKinds)('very many organisations, on %s', (kind) => {
  let server: TestServer;
  let client: Client;
  beforeAll(async () => {
    server = await startServer({ definitions: HEALTH, kind });
    client = server.client();
    await fillUnits(server, DISTRICTS, UNITS_OF_EACH);
  });
  afterAll(() => server?.stop());

  async function all(query: Record<string, string>): Promise<OrganisationPage['organisations'][]> {
    const pages: OrganisationPage['organisations'][] = [];
    let after: string | null = '';
    while (after !== null) {
      const asked = new URLSearchParams(after === '' ? query : { ...query, after });
      const page: OrganisationPage = await client.must(
        client.get<OrganisationPage>(`/api/organisations?${asked}`),
      );
      pages.push(page.organisations);
      after = page.after;
    }
    return pages;
  }

  it('begin at the root, and open level by level', async () => {
    const [top] = await all({ for: 'applicant' });
    expect(top?.map(({ id, selectable }) => [id, selectable])).toEqual([['municipal', false]]);
    const districts = (await all({ for: 'applicant', parent: 'municipal' })).flat();
    expect(districts).toHaveLength(DISTRICTS);
    expect(districts.every(({ hasChildren }) => hasChildren)).toBe(true);
    const units = await all({ for: 'applicant', parent: 'district-7' });
    expect(units.map((page) => page.length)).toEqual([50, 50]);
    expect(units.flat().every(({ selectable, path }) => selectable && path.length === 2)).toBe(true);
  });

  it('stand in the branches that the programme states, in its order, each with its own pages', async () => {
    const asked = new URLSearchParams({ for: 'applicant', parent: 'municipal' });
    const level = await client.must(client.get<OrganisationPage>(`/api/organisations?${asked}`));
    expect(level.groups?.map(({ title }) => title)).toEqual([
      '直属医疗卫生机构',
      '区县卫健委',
      '其他医疗单位',
    ]);
    expect(level.others).toBe(false);
    const branch = (group: string) => all({ for: 'applicant', parent: 'municipal', group });
    expect((await branch('districts')).flat()).toHaveLength(DISTRICTS);
    expect((await branch('direct')).flat()).toEqual([]);
    const below = await all({ for: 'applicant', parent: 'district-7', group: 'districts' });
    expect(below.flat()).toEqual([]);
  });

  it('are all found by a part of the name, each once, page by page', async () => {
    const found = (await all({ for: 'applicant', search: '测试卫生院' })).flat();
    expect(new Set(found.map(({ id }) => id)).size).toBe(DISTRICTS * UNITS_OF_EACH);
    expect(found).toHaveLength(DISTRICTS * UNITS_OF_EACH);
    const names = found.map(({ name }) => name);
    expect(names).toEqual([...names].sort((a, b) => (a < b ? -1 : 1)));
  });

  it('are found one by one, by number and by the initials of the characters', async () => {
    const [page] = await all({ for: 'applicant', search: '测试卫生院0742' });
    expect(page?.map(({ name, path }) => [name, path.at(-1)])).toEqual([
      ['测试卫生院0742号', '测试区县07卫健委'],
    ]);
    const [initials] = await all({ for: 'applicant', search: 'CSWSY' });
    expect(initials).toHaveLength(50);
    expect((await all({ for: 'applicant', search: '没有这个名字' })).flat()).toEqual([]);
  });
});
