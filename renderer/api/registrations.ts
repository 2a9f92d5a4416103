import { useMutation } from '@tanstack/react-query';
import type { JsonObject } from '#core/model/index.ts';
import { request } from './client.ts';

/** What the registration page sends; `proof` is the solved task of the human check. */
type Registration = {
  form: string;
  username: string;
  password: string;
  question: string;
  answer: string;
  sections: JsonObject;
  proof: string;
};

/** Registers an organisation or a person. Throws ApiError with the code of what was refused. */
export function useRegister() {
  return useMutation({
    mutationFn: (registration: Registration) =>
      request<{ id: string }>('POST', '/api/registrations', registration),
  });
}
