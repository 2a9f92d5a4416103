import { describe, expect, it } from 'vitest';
import type { CategoryDefinition, MenuDefinition } from '#core/model/index.ts';
import { menuParts } from '#renderer/desks/applicant/pages.ts';

const titles = { confirm: 'Hand in', sheets: 'Prints', opinions: 'Opinions' };

function partsOf(menus: MenuDefinition[], menuOfPage = 'info') {
  const page = { id: 'cover', title: 'Cover', menu: menuOfPage, sections: [] };
  const category: CategoryDefinition = {
    id: 'c',
    title: 'c',
    route: 'r',
    menus,
    pages: [page],
    sections: [],
  };
  return menuParts(category, titles).map(({ id, title, page: own }) => [id, title, own]);
}

describe('the menu of an application', () => {
  it('is the pages that the definition says, in its order and words, then the rest', () => {
    expect(
      partsOf([
        { id: 'last', title: '2 The end', page: 'confirm' },
        { id: 'info', title: '1 Form' },
      ]),
    ).toEqual([
      ['last', '2 The end', 'confirm'],
      ['info', '1 Form', null],
      ['@sheets', 'Prints', 'sheets'],
      ['@opinions', 'Opinions', 'opinions'],
    ]);
  });

  it('guesses nothing from names', () => {
    expect(partsOf([{ id: 'confirm', title: 'Confirmations' }], 'confirm')).toEqual([
      ['confirm', 'Confirmations', null],
      ['@confirm', 'Hand in', 'confirm'],
      ['@sheets', 'Prints', 'sheets'],
      ['@opinions', 'Opinions', 'opinions'],
    ]);
    expect(partsOf([{ id: 'print', title: 'On paper' }]).filter(([, , page]) => page === 'sheets')).toEqual([
      ['@sheets', 'Prints', 'sheets'],
    ]);
  });
});
