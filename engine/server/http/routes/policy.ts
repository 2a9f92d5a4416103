import { policyView } from '#server/services/editions/index.ts';
import { guarded, type Route } from '../route.ts';
import { policy } from '../schemas/index.ts';

export const policyRoutes: Route[] = [
  guarded({
    summary: 'The editions of the programme, and what the serving one holds',
    access: ['definitions'],
    method: 'GET',
    path: '/api/policy',
    response: policy,
    handle: (services) => policyView(services),
  }),
];
