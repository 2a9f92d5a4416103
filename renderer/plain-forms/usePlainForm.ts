import { type FormikErrors, useFormik } from 'formik';
import { type FormEvent, useState } from 'react';
import { useFocusAfter } from '#renderer/focus/index.ts';
import { focusField } from './focusField.ts';

type Values = Record<string, string>;
type Errors<V> = { [Name in keyof V]?: string };
type Name<V> = keyof V & string;

type Options<V extends Values> = {
  initialValues: V;
  /** What is wrong, in a sentence a field. */
  validate: (values: V) => Errors<V>;
  /** What else keeps the form from being sent, outside of these fields. */
  isBlocked?: () => Promise<boolean>;
  /** Sends fields that are right. A rejection is an attempt that failed. */
  send: (values: V) => unknown;
  /** Takes the reader to what is to be mended, by default to the first wrong field; none is wrong where `send` rejected. */
  afterFailure?: (wrong: Name<V>[]) => void;
};

/**
 * A hand-laid form: its values, and what is wrong with them once somebody has tried to send it. The one way in which
 * such forms check, send and move the focus.
 */
export function usePlainForm<V extends Values>({
  initialValues,
  validate,
  isBlocked,
  send,
  afterFailure = ([first]) => first && focusField(first),
}: Options<V>) {
  const [failures, setFailures] = useState(0);
  const fail = () => setFailures((count) => count + 1);
  const form = useFormik<V>({
    initialValues,
    validate: (values) => validate(values) as FormikErrors<V>,
    validateOnBlur: false,
    onSubmit: async (values) => {
      try {
        await send(values);
      } catch {
        fail();
      }
    },
  });
  const errors: Errors<V> = failures > 0 ? (form.errors as Errors<V>) : {};
  useFocusAfter(failures, () => afterFailure(Object.keys(initialValues).filter((name) => errors[name])));
  const change = (name: Name<V>, value: string) => void form.setFieldValue(name, value);
  return {
    values: form.values,
    errors,
    /** Whether an attempt has failed. */
    hasFailed: failures > 0,
    isSending: form.isSubmitting,
    change,
    /** What a line of the form takes. */
    line: (name: Name<V>) => ({
      name,
      value: form.values[name],
      error: errors[name],
      onChange: (value: string) => change(name, value),
    }),
    submit: async (event?: FormEvent) => {
      event?.preventDefault();
      const blocked = await isBlocked?.();
      const wrong = await form.validateForm();
      if (blocked || Object.keys(wrong).length > 0) return fail();
      await form.submitForm();
    },
  };
}
