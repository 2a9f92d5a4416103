import { ProgrammeView } from '#core/model/wire/index.ts';
import { programmeView } from '#server/services/editions/index.ts';
import { open, type Route } from '../route.ts';

export const programmeRoutes: Route[] = [
  open({
    summary: 'The programme as a visitor sees it before logging in',
    method: 'GET',
    path: '/api/programme',
    response: ProgrammeView,
    compressed: true,
    handle: (services) => programmeView(services),
  }),
];
