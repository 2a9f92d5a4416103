import { Created, Registration, RegistrationProgress, RegistrationQuestion } from '#core/model/wire/index.ts';
import { register } from '#server/services/accounts/index.ts';
import { registrationProgress, spendProof } from '#server/services/entry/index.ts';
import { open, type Route } from '../route.ts';

export const registrationRoutes: Route[] = [
  open({
    summary: 'Register an organisation or a person',
    method: 'POST',
    path: '/api/registrations',
    body: Registration,
    response: Created,
    status: 201,
    handle: async (services, { body: { proof: solved, ...registration }, address }) => {
      await spendProof(services, solved);
      return register(services, { ...registration, address });
    },
  }),
  open({
    summary: 'How a registration stands, for whoever knows its user name and password',
    method: 'POST',
    path: '/api/registrations/progress',
    body: RegistrationQuestion,
    response: RegistrationProgress,
    handle: (services, { body, address }) => registrationProgress(services, { ...body, address }),
  }),
];
