import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asList, asObject, valueAtPointer } from '#core/json/index.ts';
import type { JsonObject } from '#core/model/index.ts';
import { changedCopy } from '../changed.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { type Kind, mainly } from '../kinds.ts';
import { Stage } from '../stage.ts';

/** The garden's programme, in which every plan is looked at for safety, by the treasury where an association has no adviser. */
const programme = (): Promise<string> =>
  changedCopy(GARDEN, {
    '2026H2/routes/application.json': ({ desks, machine }) => {
      const { safety } = desks as { safety: JsonObject };
      safety.find = [safety.find ?? null, { child: ['treasury'], of: 'garden' }];
      const passes = valueAtPointer(machine ?? null, '/states/atAssociation/on/PASS');
      for (const way of asList(passes).map(asObject))
        if (way.target === 'atSafety') way.when = { '!!': { var: 'desks.safety' } };
    },
  });

describe.each(mainly('mariadb'))('a desk that is found in two ways, on %s', (kind: Kind) => {
  let server: TestServer;
  let stage: Stage;
  beforeAll(async () => {
    server = await startServer({ definitions: await programme(), kind });
    stage = await Stage.open(server);
    await stage.organisation('treasury');
  });
  afterAll(() => server?.stop());

  async function handedIn(id: string, cardNumber: string): Promise<string> {
    const gardener = await stage.person('gardener-a', id, { cardNumber });
    const application = await stage.fill(gardener, 'complete');
    await stage.fire(gardener, application, 'SUBMIT');
    await stage.fire(await stage.organisation('north-gardens'), application, 'PASS', {
      opinion: 'In favour',
    });
    return application;
  }

  it('is held by whom the second finds where the first finds nobody, with queue and buttons', async () => {
    const id = await handedIn('early', 'EA123456');
    const treasury = await stage.organisation('treasury');
    expect((await stage.view(treasury, id)).stateTitle).toBe('At the safety adviser');
    expect(await stage.queue(treasury, 'application', 'todo')).toEqual([id]);
    await stage.fire(treasury, id, 'PASS', { opinion: 'Safe' }, 'safety');
    expect((await stage.view(treasury, id)).stateTitle).not.toBe('At the safety adviser');
  });

  it('is held by whom the first finds as soon as there is somebody', async () => {
    const adviser = await stage.organisation('north-safety');
    const id = await handedIn('late', 'LA123456');
    expect(await stage.queue(adviser, 'application', 'todo')).toEqual([id]);
    const treasury = await stage.organisation('treasury');
    expect(await stage.queue(treasury, 'application', 'todo')).not.toContain(id);
  });
});
