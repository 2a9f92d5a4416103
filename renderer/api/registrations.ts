import { useMutation } from '@tanstack/react-query';
import type {
  Created,
  Registration,
  RegistrationProgress,
  RegistrationQuestion,
} from '#core/model/wire/index.ts';
import { request } from './client.ts';

/** Registers an organisation or a person. Throws ApiError with the code of what was refused. */
export function useRegister() {
  return useMutation({
    mutationFn: (registration: Registration) => request<Created>('POST', '/api/registrations', registration),
  });
}

/** Asks how a registration stands. Throws ApiError as a login does. */
export function useRegistrationProgress() {
  return useMutation({
    mutationFn: (question: RegistrationQuestion) =>
      request<RegistrationProgress>('POST', '/api/registrations/progress', question),
  });
}
