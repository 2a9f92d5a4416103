import { programmeView } from '#server/services/editions/index.ts';
import { open, type Route } from '../route.ts';
import { programme } from '../schemas/index.ts';

export const programmeRoutes: Route[] = [
  open({
    summary: 'The programme as a visitor sees it before logging in',
    method: 'GET',
    path: '/api/programme',
    response: programme,
    handle: (services) => programmeView(services),
  }),
];
