import type { JsonObject } from '#core/model/index.ts';
import { register } from '#server/services/accounts/index.ts';
import { spendProof } from '#server/services/entry/index.ts';
import { open, type Route } from '../route.ts';
import { id, object, proof, text, username } from '../schema.ts';
import { created } from '../schemas/index.ts';

type Body = {
  form: string;
  username: string;
  password: string;
  question: string;
  answer: string;
  sections: JsonObject;
  proof: string;
};

export const registrationRoutes: Route[] = [
  open<{ body: Body }>({
    summary: 'Register an organisation or a person',
    method: 'POST',
    path: '/api/registrations',
    body: object({
      form: id,
      username,
      password: text(200, { minLength: 1 }),
      question: text(40),
      answer: text(200, { minLength: 1 }),
      sections: { type: 'object' },
      proof,
    }),
    response: created,
    status: 201,
    handle: async (services, { body: { proof: solved, ...registration }, address }) => {
      await spendProof(services, solved);
      return register(services, { ...registration, address });
    },
  }),
];
