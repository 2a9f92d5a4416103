import { asText, isObject } from '#core/json/index.ts';
import { partHome } from '../../find/homes.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';
import { statePath, targetOf } from './machine.ts';

/**
 * How long a case may stay in a state: `limit`, a duration or the name of one of the route's delays, in the place of
 * `from` where the state has that. Then it goes to `target`; without one its applicant is reminded. Without `limit` the
 * one that is named by `from` goes.
 */
export const limitStage = defineKind('limitStage', {
  required: ['route', 'state'],
  optional: ['cycle', 'limit', 'from', 'target'],
  make(editor, { route, state, limit, from, target, cycle }) {
    const { file } = partHome(editor, 'route', route, cycle);
    const path = statePath(state);
    if (!isObject(editor.value(file, path))) throw new ChangeRefused('absent', { at: state }, file);
    if (target !== undefined && !isObject(editor.value(file, statePath(target))))
      throw new ChangeRefused('absent', { at: target }, file);
    if (from !== undefined && from !== limit) editor.take(file, [...path, 'after', from]);
    if (limit !== undefined)
      editor.put(
        file,
        [...path, 'after', limit],
        target === undefined ? {} : { target: targetOf(editor, file, target) },
      );
    const left = editor.value(file, [...path, 'after']);
    if (isObject(left) && Object.keys(left).length === 0) editor.take(file, [...path, 'after']);
  },
  words: ({ route, state, limit, from, target, cycle }, titles, files) => {
    const delay = (one: string): string =>
      asText(files.value(titles.routeFile(route, cycle), ['delays', one, 'title'])) ?? one;
    return {
      form: limit === undefined ? 'ended' : target === undefined ? 'reminder' : 'leads',
      where: titles.part('route', route, cycle),
      title: titles.state(route, state, cycle),
      limit: delay(limit ?? from ?? ''),
      ...(target !== undefined && { target: titles.state(route, target, cycle) }),
    };
  },
});
