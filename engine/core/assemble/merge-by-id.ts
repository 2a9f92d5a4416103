import { asText, isObject, pointer } from '#core/json/index.ts';
import type { Report } from './report.ts';
import {
  childOf,
  entriesOf,
  listOf,
  objectOf,
  originOf,
  type Traced,
  traced,
  withoutKeys,
} from './traced.ts';

type Element = { id: string; part: Traced };

/** What is laid over an element, by the merge that found the list. */
type Lay = (base: Traced, patch: Traced) => Traced;

/** The list so far; `last` has just been put in its place: what is new follows it. */
type Progress = { elements: Element[]; last?: string };

const PLACE = ['before', 'after'] as const;

/** Whether an overlay may name the elements of a list: each is an object with an id. */
export function isListById({ value }: Traced): boolean {
  return (
    Array.isArray(value) && value.every((element) => isObject(element) && typeof element.id === 'string')
  );
}

/**
 * An object laid over a list names its elements: `null` removes one, an object changes the one of that id or adds
 * it. `before` and `after` say where it goes; without them what is there stays in its place, and what is new comes
 * last, or behind what the overlay has put somewhere just before.
 */
export function mergeById(base: Traced, patch: Traced, lay: Lay, report: Report): Traced {
  const elements = elementsOf(base);
  const merged = entriesOf(patch).reduce<Progress>((progress, entry) => step(progress, entry, lay, report), {
    elements,
  });
  return listOf(
    merged.elements.map(({ part }) => part),
    originOf(base, ''),
  );
}

function elementsOf(list: Traced): Element[] {
  const length = Array.isArray(list.value) ? list.value.length : 0;
  return Array.from({ length }, (_, index) => {
    const part = childOf(list, index);
    return { id: String(childOf(part, 'id').value), part };
  });
}

function step(progress: Progress, [id, patch]: [string, Traced], lay: Lay, report: Report): Progress {
  const { elements } = progress;
  const known = elements.find((element) => element.id === id);
  if (patch.value === null) return remove(progress, id, patch, report);
  if (!isObject(patch.value)) {
    report('wrong-type', originOf(patch, ''), { sentence: 'wrong-type.overlay', params: { id } });
    return progress;
  }
  checkId(id, patch, report);
  const laid = withoutKeys(patch, ['id', ...PLACE]);
  const element = {
    id,
    part: known ? lay(known.part, laid) : named(id, lay(traced(null, originOf(patch, '')), laid)),
  };
  const others = elements.filter((other) => other !== known);
  const index = indexOf(patch, others, report) ?? (known ? elements.indexOf(known) : behind(progress));
  const stays = known !== undefined && elements.indexOf(known) === index;
  return {
    elements: [...others.slice(0, index), element, ...others.slice(index)],
    ...(stays ? {} : { last: id }),
  };
}

function remove({ elements }: Progress, id: string, patch: Traced, report: Report): Progress {
  const kept = elements.filter((element) => element.id !== id);
  if (kept.length === elements.length)
    report('overlay-names-nothing', originOf(patch, ''), {
      sentence: 'overlay-names-nothing.remove',
      params: { id },
    });
  return { elements: kept };
}

/** Where `before` or `after` puts it; undefined without them, or where they name nothing. */
function indexOf(patch: Traced, others: Element[], report: Report): number | undefined {
  const [word, second] = PLACE.filter((key) => isObject(patch.value) && Object.hasOwn(patch.value, key));
  if (word === undefined) return undefined;
  if (second !== undefined) report('overlay-two-places', originOf(patch, pointer(second)));
  const name = asText(childOf(patch, word).value);
  const index = others.findIndex(({ id }) => id === name);
  if (index >= 0) return word === 'before' ? index : index + 1;
  const params = { id: name ?? '' };
  report('overlay-names-nothing', originOf(patch, pointer(word)), {
    sentence: 'overlay-names-nothing.beside',
    params,
  });
  return undefined;
}

/** Behind what was put in its place just before, else last. */
function behind({ elements, last }: Progress): number {
  const index = elements.findIndex(({ id }) => id === last);
  return index < 0 ? elements.length : index + 1;
}

function checkId(id: string, patch: Traced, report: Report): void {
  const own = childOf(patch, 'id');
  if (own.value !== null && own.value !== id)
    report('overlay-renames', originOf(own, ''), { params: { id } });
}

function named(id: string, part: Traced): Traced {
  return objectOf([['id', traced(id, originOf(part, ''))], ...entriesOf(part)], originOf(part, ''));
}
