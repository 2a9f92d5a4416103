import type { Check } from '../../context.ts';

const RESERVED = [
  'id',
  'mark',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'outer',
  'length',
  // What Handlebars reads as its own word.
  ...['this', 'else', 'true', 'false', 'null', 'undefined'],
];

/** Field names that the engine or JavaScript uses itself, and names that a path could not be written with. */
export const reservedName: Check = {
  code: 'reserved-name',
  run: ({ fields }) =>
    fields.flatMap(({ name, pointer }) => {
      if (RESERVED.includes(name) || name.startsWith('__')) return [{ at: pointer, params: { name } }];
      if (/^[^\s./~]{1,64}$/.test(name)) return [];
      return [
        {
          at: pointer,
          sentence: 'reserved-name.path' as const,
          params: { name },
        },
      ];
    }),
};
