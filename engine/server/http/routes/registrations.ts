import type { JsonObject } from '../../../core/model/index.ts';
import { register } from '../../services/index.ts';
import { open, type Route } from '../route.ts';
import { id, object, text } from '../schema.ts';
import { created } from '../schemas/index.ts';

type Body = {
  form: string;
  username: string;
  password: string;
  question: string;
  answer: string;
  sections: JsonObject;
};

/** Letters and digits of any script, and a few signs; nothing invisible. */
const username = text(40, { pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{2,39}$' });

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
    }),
    response: created,
    status: 201,
    handle: (services, { body, address }) => register(services, { ...body, address }),
  }),
];
