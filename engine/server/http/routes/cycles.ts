import { Type } from 'typebox';
import { CycleChange, CyclesView, Empty, text } from '#core/model/wire/index.ts';
import { changeCycle, cyclesView } from '#server/services/editions/index.ts';
import { guarded, type Route } from '../route.ts';

export const cycleRoutes: Route[] = [
  guarded({
    summary: 'When each cycle is open, and what its definition says',
    access: ['cycle'],
    method: 'GET',
    path: '/api/cycles',
    response: CyclesView,
    handle: (services) => cyclesView(services),
  }),
  guarded({
    summary: 'Changes when a cycle is open, for every case in it and without a new edition',
    access: ['cycle'],
    object: 'name',
    method: 'PUT',
    path: '/api/cycles/:cycle',
    params: Type.Object({ cycle: text(60) }),
    body: CycleChange,
    response: Empty,
    handle: async (services, { params, body }, actor) => {
      await changeCycle(services, actor, params.cycle, body);
      return {};
    },
  }),
];
