import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Json, JsonObject } from '#core/model/index.ts';
import type { AnswerProblem } from '#core/model/wire/index.ts';
import { changedCopy } from '../../journeys/changed.ts';
import type { Client } from '../../journeys/client.ts';
import { GARDEN, startServer, type TestServer } from '../../journeys/harness.ts';
import { Stage } from '../../journeys/stage.ts';

const AT_ONCE = 24;
const NUMBERS = Array.from({ length: 80 }, (_, n) => n);

/** Eighty times eighty times eighty elements: lint lets it pass, and it is cut whenever it runs. */
const endless = [1, 2, 3].reduce<Json>((inner) => ({ map: [NUMBERS, inner] }), { '*': [{ var: '' }, 2] });
const rule = {
  id: 'endless',
  require: { '>': [{ count: endless }, 0] },
  message: 'Nobody can say',
  severity: 'block',
};

let server: TestServer;
let stage: Stage;
let gardener: Client;
let id: string;
beforeAll(async () => {
  const definitions = await changedCopy(GARDEN, {
    '2026H2/sections/members.json': (section) => {
      section.rules = [...((section.rules as JsonObject[]) ?? []), rule];
    },
  });
  server = await startServer({ definitions });
  stage = await Stage.open(server);
  gardener = await stage.person('gardener-a');
  id = await stage.fill(gardener, 'complete');
});
afterAll(() => server?.stop());

const problems = async (): Promise<AnswerProblem[]> => {
  const answer = await gardener.get<AnswerProblem[]>(`/api/cases/${id}/problems`);
  return gardener.must(Promise.resolve(answer));
};

it('a rule that is cut lets nothing pass', async () => {
  expect(await problems()).toMatchObject([{ code: 'rule', rule: 'endless', severity: 'block' }]);
  const refused = await stage.refused(gardener, id, 'SUBMIT');
  expect([refused.status, refused.body.problems?.map((one) => one.rule)]).toEqual([422, ['endless']]);
});

const healthy = async (): Promise<void> => {
  expect((await server.client().get('/healthz')).status).toBe(200);
};

it('while many are cut the server answers others, again and again', async () => {
  // The connections are open then: all are read in one turn, and all become ready together.
  await Promise.all(Array.from({ length: AT_ONCE + 1 }, healthy));
  let cut = 0;
  const asked = Array.from({ length: AT_ONCE }, () =>
    problems().then((found) => {
      expect(found.map((one) => one.rule)).toEqual(['endless']);
      cut += 1;
    }),
  );
  const cutBefore: number[] = [];
  while (cut < AT_ONCE) {
    await healthy();
    if (cut < AT_ONCE) cutBefore.push(cut);
  }
  await Promise.all(asked);
  // How many were through by then: the loop turned in between, and not once after all of them.
  expect(new Set(cutBefore).size).toBeGreaterThanOrEqual(3);
});
