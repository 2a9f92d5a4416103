import { asText, isObject } from '#core/json/index.ts';
import { partHome } from '../../find/homes.ts';
import { ChangeRefused } from '../../refused.ts';
import { changeElement } from '../elements.ts';
import { defineKind } from '../kind.ts';
import { cycleOf, partElement } from '../recognised.ts';
import { allArrows, statePath, targetOf } from './machine.ts';

/** A state of a route has another title. */
export const renameStage = defineKind('renameStage', {
  required: ['route', 'state', 'title'],
  optional: ['cycle'],
  make(editor, { route, state, title, cycle }) {
    const { file } = partHome(editor, 'route', route, cycle);
    const path = [...statePath(state), 'meta'];
    if (!isObject(editor.value(file, path))) throw new ChangeRefused('absent', { at: state }, file);
    editor.put(file, [...path, 'title'], title);
  },
  words: ({ route, state, title, cycle }, titles) => ({
    where: titles.part('route', route, cycle),
    title: titles.state(route, state, cycle),
    other: title,
  }),
  recognise(difference) {
    const { part, path, after } = difference;
    const [machine, ...rest] = path;
    if (part.kind !== 'route' || machine !== 'machine' || typeof after !== 'string') return undefined;
    if (rest.at(-1) !== 'title' || rest.at(-2) !== 'meta') return undefined;
    const state = rest
      .slice(0, -2)
      .filter((_, index) => index % 2 === 1)
      .join('.');
    return { route: part.id, state, title: after, ...cycleOf(difference) };
  },
});

/** A route has a state less: what led there leads to `target`, and what it led to goes with it. */
export const removeStage = defineKind('removeStage', {
  required: ['route', 'state', 'target'],
  optional: ['cycle'],
  make(editor, { route, state, target, cycle }) {
    const { file } = partHome(editor, 'route', route, cycle);
    if (!isObject(editor.value(file, statePath(target))))
      throw new ChangeRefused('absent', { at: target }, file);
    if (`${target}.`.startsWith(`${state}.`))
      throw new ChangeRefused('in-use', { id: state, by: target }, file);
    if (isInitial(asText(editor.value(file, [...parentPath(state), 'initial'])), state))
      throw new ChangeRefused('in-use', { id: state, by: 'initial' }, file);
    const leading = allArrows(editor, file).filter(
      (arrow) => arrow.target === state && arrow.state !== state,
    );
    for (const { path } of leading) editor.put(file, [...path, 'target'], targetOf(editor, file, target));
    editor.take(file, statePath(state));
  },
  words: ({ route, state, target, cycle }, titles) => ({
    where: titles.part('route', route, cycle),
    title: titles.state(route, state, cycle),
    target: titles.state(route, target, cycle),
  }),
});

/** What a desk or the applicant does is another: its title, what it asks for, its conditions. */
export const changeEvent = defineKind('changeEvent', {
  required: ['route', 'event', 'patch'],
  optional: ['cycle'],
  make: (editor, { route, event, patch, cycle }) =>
    changeElement(editor, { ...partHome(editor, 'route', route, cycle), way: ['events'] }, event, patch),
  words: ({ route, event, patch, cycle }, titles) => ({
    where: titles.part('route', route, cycle),
    title: titles.inPart('route', route, ['events', event], cycle),
    patch,
  }),
  recognise(difference) {
    const found = difference.part.kind === 'route' ? partElement(difference, ['events']) : undefined;
    if (!found?.patch) return undefined;
    return { route: difference.part.id, event: found.id, patch: found.patch, ...cycleOf(difference) };
  },
});

/** How a desk is found, or what it is called, is another. */
export const changeDesk = defineKind('changeDesk', {
  required: ['route', 'desk', 'patch'],
  optional: ['cycle'],
  make: (editor, { route, desk, patch, cycle }) =>
    changeElement(editor, { ...partHome(editor, 'route', route, cycle), way: ['desks'] }, desk, patch),
  words: ({ route, desk, patch, cycle }, titles) => ({
    where: titles.part('route', route, cycle),
    title: titles.inPart('route', route, ['desks', desk], cycle),
    patch,
  }),
  recognise(difference) {
    const found = difference.part.kind === 'route' ? partElement(difference, ['desks']) : undefined;
    if (!found?.patch) return undefined;
    return { route: difference.part.id, desk: found.id, patch: found.patch, ...cycleOf(difference) };
  },
});

const parentPath = (state: string): string[] => statePath(state).slice(0, -2);

const isInitial = (initial: string | undefined, state: string): boolean =>
  initial === state.split('.').at(-1);
