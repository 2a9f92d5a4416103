/** Every route of the API, one resource a file. The router, the checks, the OpenAPI document and the authorization sweep are made from this list. */
import type { Route } from '../route.ts';
import { accountRoutes } from './accounts.ts';
import { applicationRoutes } from './applications.ts';
import { auditRoutes } from './audit.ts';
import { caseRoutes } from './cases.ts';
import { challengeRoutes } from './challenges.ts';
import { cycleRoutes } from './cycles.ts';
import { draftRoutes } from './drafts.ts';
import { editionRoutes } from './editions.ts';
import { fileRoutes } from './files.ts';
import { jobRoutes } from './jobs.ts';
import { moveRoutes } from './moves.ts';
import { organisationRoutes } from './organisations.ts';
import { policyRoutes } from './policy.ts';
import { printRoutes } from './prints.ts';
import { programmeRoutes } from './programme.ts';
import { publicationRoutes } from './publications.ts';
import { queueRoutes } from './queues.ts';
import { registrationRoutes } from './registrations.ts';
import { replayRoutes } from './replays.ts';
import { printRunRoutes, rosterRoutes } from './rosters.ts';
import { secondFactorRoutes } from './second-factor.ts';
import { sessionRoutes } from './session.ts';
import { setupRoutes } from './setup.ts';
import { starterRoutes } from './starters.ts';

/** Every address of the API: router, checks, OpenAPI and the authorization sweep all read this list. */
export const routes: Route[] = [
  ...programmeRoutes,
  ...challengeRoutes,
  ...setupRoutes,
  ...sessionRoutes,
  ...secondFactorRoutes,
  ...registrationRoutes,
  ...organisationRoutes,
  ...accountRoutes,
  ...auditRoutes,
  ...applicationRoutes,
  ...caseRoutes,
  ...queueRoutes,
  ...fileRoutes,
  ...printRoutes,
  ...printRunRoutes,
  ...rosterRoutes,
  ...cycleRoutes,
  ...editionRoutes,
  ...policyRoutes,
  ...starterRoutes,
  ...draftRoutes,
  ...publicationRoutes,
  ...moveRoutes,
  ...replayRoutes,
  ...jobRoutes,
];
