import { useState } from 'react';
import { valueAtPointer } from '#core/json/index.ts';
import type { AccountBinding, JsonObject } from '#core/model/index.ts';
import { type ProgrammeView, useRegister } from '#renderer/api/index.ts';
import { useBlank } from '#renderer/form/index.ts';
import type { useHumanCheck } from '#renderer/human/index.ts';
import { registrationWords, useLocale, useWords } from '#renderer/locales/index.ts';
import {
  type Credentials,
  demandsFor,
  NO_CREDENTIALS,
  usePlainForm,
  wrongCredentials,
} from '#renderer/plain-forms/index.ts';
import { locateRefusal } from './refusal.ts';

/** What a registration is made by, and who is told when it is sent. */
export type Registration = {
  policy: ProgrammeView['password'];
  binding: AccountBinding;
  onSent: (username: string, parent: string) => void;
};

/**
 * Credentials and answers, checked and sent together. A refusal of the server is taken apart: what names a field stands
 * at the field, the rest is `error`.
 */
export function useRegistration(
  { policy, binding, onSent }: Registration,
  check: ReturnType<typeof useHumanCheck>,
  afterFailure: () => void,
) {
  const words = useWords(registrationWords);
  const locale = useLocale();
  const blank = useBlank();
  const register = useRegister();
  const { refused, error, refuse, clear, forget } = useRefusal(binding);
  const form = usePlainForm<Credentials>({
    initialValues: NO_CREDENTIALS,
    validate: (values) => {
      const isStrong = demandsFor(policy, values, locale).every(({ met }) => met);
      return wrongCredentials(values, isStrong, words);
    },
    isBlocked: async () => {
      clear();
      await blank.store.flush();
      return blank.check().some(({ severity }) => severity === 'block');
    },
    send: async (values) => {
      const { repeated: _, ...credentials } = { ...values, username: values.username.trim() };
      const sections = blank.store.snapshot().values;
      try {
        const proof = await check.take();
        await register.mutateAsync({ form: blank.store.view.category, ...credentials, sections, proof });
        onSent(credentials.username, parentOf(sections, binding));
      } catch (refusal) {
        refuse(refusal);
        check.restart();
        throw refusal;
      }
    },
    afterFailure,
  });
  const change = (name: keyof Credentials, value: string) => {
    forget(name);
    form.change(name, value);
  };
  return { form, errors: { ...refused, ...form.errors }, error, change };
}

/** What the server has refused: at credentials until they change, at answers, and the rest. */
function useRefusal(binding: AccountBinding) {
  const blank = useBlank();
  const [refused, setRefused] = useState<Partial<Credentials>>({});
  const [error, setError] = useState<unknown>(undefined);
  const refuse = (refusal: unknown) => {
    const located = locateRefusal(refusal, binding);
    setRefused(located.credentials);
    blank.showProblems(located.problems);
    setError(located.elsewhere ? refusal : undefined);
  };
  const forget = (name: keyof Credentials) => setRefused((before) => ({ ...before, [name]: undefined }));
  return { refused, error, refuse, forget, clear: () => setError(undefined) };
}

function parentOf(sections: JsonObject, { parent }: AccountBinding): string {
  const found = valueAtPointer(sections, parent);
  return typeof found === 'string' ? found : '';
}
