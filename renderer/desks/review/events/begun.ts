import type { FieldSchema, JsonObject } from '#core/model/index.ts';
import { withoutSensitive } from '#renderer/form/index.ts';
import { forgetUnsent, readUnsent, writeUnsent } from '#renderer/frame/index.ts';

type Inputs = Readonly<Record<string, JsonObject>>;

/** What was begun for each event of a case. It outlives the form, the page and a reload, until it is sent. */
export type Begun = {
  all: () => Inputs;
  /** `schema`: of the event's input; what it calls sensitive is not stored in the browser. */
  write: (event: string, input: JsonObject, schema?: FieldSchema) => void;
  /** What was begun for one event; without one, for all of them. */
  forget: (event?: string) => void;
};

/** What was begun under this key, which names the person, the case and its round. */
export function begunOf(key: string): Begun {
  const stored = { ...readUnsent<Inputs>(key) };
  const all: Record<string, JsonObject> = { ...stored };
  const store = () => (Object.keys(stored).length === 0 ? forgetUnsent(key) : writeUnsent(key, stored));
  return {
    all: () => all,
    write: (event, input, schema) => {
      all[event] = input;
      stored[event] = withoutSensitive(input, schema) as JsonObject;
      store();
    },
    forget: (event) => {
      for (const one of event === undefined ? Object.keys(all) : [event]) {
        delete all[one];
        delete stored[one];
      }
      store();
    },
  };
}
