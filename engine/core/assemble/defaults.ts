import { isObject } from '#core/json/index.ts';
import type { Json, Origin } from '#core/model/index.ts';
import { originOf, type Traced, traced, withEntry } from './traced.ts';

/** The parts that the types promise, with what stands for them where a file has left them out. */
const REQUIRED: Record<string, Record<string, Json>> = {
  programme: {
    id: '',
    title: '',
    locale: 'en',
    timeZone: 'UTC',
    organisationKinds: [],
    roles: [],
    password: { minLength: 8, classes: 3, questions: '' },
    seed: { organisations: [] },
  },
  edition: {
    id: '',
    cycle: { id: '', title: '', year: 0, opensAt: '', closesAt: '', asOf: '' },
    quotas: { fileBytes: 10_485_760, applicationBytes: 125_829_120 },
  },
  category: { title: '', route: '', pages: [] },
  route: { title: '', subject: 'application', desks: {}, queues: {}, events: {}, machine: { id: '' } },
  codes: { title: '', entries: [] },
  expression: { title: '', params: [], logic: null },
  sheet: { title: '', paper: { size: 'A4', orientation: 'portrait' }, formats: [] },
  roster: { title: '', route: '', queues: [], columns: [] },
  case: { name: '', sections: {}, expects: {} },
  demo: { organisations: [], people: [], applications: [] },
};

/**
 * The part with every promised key in the promised shape, so that what comes after need not ask. Where a key may
 * not be left out, the meta-schema names it all the same.
 */
export function withDefaults(kind: string, part: Traced): Traced {
  return Object.entries(REQUIRED[kind] ?? {}).reduce((complete, [key, fallback]) => {
    const value = isObject(complete.value) ? complete.value[key] : undefined;
    return fits(value, fallback)
      ? complete
      : withEntry(complete, key, traced(fallback, below(complete, key)));
  }, part);
}

function fits(value: Json | undefined, fallback: Json): boolean {
  if (value === undefined) return false;
  if (fallback === null) return true;
  if (Array.isArray(fallback)) return Array.isArray(value);
  return isObject(fallback) ? isObject(value) : typeof value === typeof fallback;
}

function below(part: Traced, key: string): Origin {
  const origin = originOf(part, '');
  return { file: origin.file, pointer: `${origin.pointer}/${key}` };
}
