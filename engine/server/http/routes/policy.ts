import { PolicyView } from '#core/model/wire/index.ts';
import { policyView } from '#server/services/editions/index.ts';
import { guarded, type Route } from '../route.ts';

export const policyRoutes: Route[] = [
  guarded({
    summary: 'The editions of the programme, and what the serving one holds',
    access: ['definitions'],
    method: 'GET',
    path: '/api/policy',
    response: PolicyView,
    handle: (services) => policyView(services),
  }),
];
