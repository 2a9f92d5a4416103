import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import type { FieldSchema, Json, UiHints } from '#core/model/index.ts';

/** A widget as people use it. */
export type WidgetCase = {
  widget: string;
  schema: FieldSchema;
  ui?: UiHints[string];
  find: () => HTMLElement;
  /** An answer, and how the control shows it. */
  held: Json;
  shown: string;
  /** What a person does, and what the form holds then. */
  act: (user: UserEvent, control: HTMLElement) => Promise<void>;
  given: Json;
  /** An answer that the form refuses; absent where the control can hold none. */
  wrong?: Json;
  /** Says of itself that it is required; a group says it in its name. */
  asks?: boolean;
};

/** How a control is found: by its role, and by its name where that is not `Field`. */
export const byRole =
  (role: string, name: string | RegExp = /^Field/) =>
  () =>
    screen.getByRole(role, { name });
export const types = (text: string) => async (user: UserEvent, control: HTMLElement) => {
  await user.click(control);
  await user.keyboard(text);
  await user.tab();
};
export const picks = (name: string) => async (user: UserEvent, control: HTMLElement) => {
  await user.click(control);
  await user.click(screen.getByRole('option', { name }));
};
export const clicks = (role: string, name: string) => (user: UserEvent) =>
  user.click(screen.getByRole(role, { name }));
