import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileRef, JsonObject } from '#core/model/index.ts';
import type { Client } from './client.ts';
import { HEALTH, startServer, type TestServer } from './harness.ts';
import { type Kind, mainly } from './kinds.ts';
import { Stage } from './stage.ts';

const SIGNED = { section: 'workload', slot: 'signedSheet' };

describe.each(mainly('sqlite'))('a signed print on %s', (kind: Kind) => {
  let server: TestServer;
  let stage: Stage;
  let doctor: Client;
  let id: string;
  beforeAll(async () => {
    server = await startServer({ definitions: HEALTH, kind });
    stage = await Stage.open(server);
    doctor = await stage.person('pending-own-gp');
    id = await stage.fill(doctor, 'primary-general-practice-complete');
  });
  afterAll(() => server?.stop());

  const signed = async (): Promise<FileRef | undefined> =>
    (await stage.view(doctor, id)).files.find(({ slot }) => slot === SIGNED.slot);

  /** The code that stands on the sheet as it would be printed now. */
  async function printedCode(): Promise<string | undefined> {
    const { text } = await doctor.get(`/api/cases/${id}/sheets/workload-sheet`);
    return /class="code">([0-9A-F]{8})</.exec(text)?.[1];
  }

  it('is kept with the code that the sheet shows', async () => {
    expect((await signed())?.revision).toMatch(/^[0-9A-F]{8}$/);
    expect((await signed())?.revision).toBe(await printedCode());
  });

  it('goes stale when the workload is changed; the draft is saved, but not handed in', async () => {
    const { value } = (await stage.view(doctor, id)).sections.workload ?? {};
    const grid = value as { cells: { workWeeks: JsonObject } };
    const workWeeks = { ...grid.cells.workWeeks, 2024: 30 };
    await stage.save(doctor, id, 'workload', { ...grid, cells: { ...grid.cells, workWeeks } });
    const refused = await stage.refused(doctor, id, 'SUBMIT');
    expect(refused.status).toBe(422);
    expect(refused.body.problems?.map(({ code, slot }) => [code, slot])).toEqual([['stale', SIGNED.slot]]);
    expect((await signed())?.revision).not.toBe(await printedCode());
  });

  it('is accepted again once the new print has been uploaded', async () => {
    await stage.attach(doctor, id, SIGNED);
    expect((await signed())?.revision).toBe(await printedCode());
    await stage.fire(doctor, id, 'SUBMIT');
  });
});
