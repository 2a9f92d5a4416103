import { asList, asText, isObject } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import { childrenOf } from '../../editor/children.ts';
import type { Editor } from '../../editor/editor.ts';
import { categoryHome } from '../../find/homes.ts';
import { findPart, lineage, type Part, partNamed, partsOf } from '../../find/parts.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';
import { cycleOf } from '../recognised.ts';

/** Forms have a section more: it is written, and stands on a page of one form or of the one that others extend. */
export const addSection = defineKind('addSection', {
  required: ['section', 'category', 'page'],
  optional: ['cycle', 'element', 'after'],
  make(editor, { section, element, category, page, cycle, after }) {
    const known = findPart(editor, 'section', section, cycle);
    if (!known && !element)
      throw new ChangeRefused('no-part', { kind: 'section', id: section, cycle: cycle ?? null });
    if (element)
      editor.add(`${cycle === undefined ? '' : `${cycle}/`}sections/${section}.json`, {
        id: section,
        ...element,
      });
    const { file } = pagesOf(editor, category, cycle);
    const path = ['pages', page, 'sections'];
    if (!Array.isArray(editor.value(file, path))) throw new ChangeRefused('absent', { at: page }, file);
    editor.put(file, [...path, section], section, after);
  },
  words: ({ section, element, category, page, cycle }, titles) => ({
    where: titles.category(category, cycle),
    page: titles.inPart('category', category, ['pages', page], cycle),
    title: element?.title ?? titles.part('section', section, cycle),
  }),
  recognise(difference) {
    const { part, path, after, behind, is, was } = difference;
    const [list, page, word, section, ...rest] = path;
    if (part.kind !== 'category' || list !== 'pages' || word !== 'sections' || section === undefined)
      return undefined;
    if (page === undefined || rest.length > 0 || typeof after !== 'string') return undefined;
    const written = findPart(is, 'section', section, part.cycle);
    const isNew = written !== undefined && findPart(was, 'section', section, part.cycle) === undefined;
    const content = isNew ? is.value(written.path) : undefined;
    return {
      ...{ section, category: part.id, page },
      ...(isObject(content) && { element: withoutId(content) }),
      ...(part.cycle !== undefined && { cycle: part.cycle }),
      ...(behind !== undefined && { after: behind }),
    };
  },
});

/** Forms have a section less. With `category` that form and those that have their pages from it; else it goes altogether, with all overlays of it. */
export const removeSection = defineKind('removeSection', {
  required: ['section'],
  optional: ['category', 'cycle'],
  make(editor, { section, category, cycle }) {
    const part = partNamed(editor, 'section', section, cycle);
    const forms = partsOf(editor).filter(
      (one) =>
        (one.kind === 'category' || one.kind === 'account') &&
        (category === undefined
          ? part.cycle === undefined || one.cycle === part.cycle
          : hasPagesOf(editor, one, category)),
    );
    for (const form of forms) takeOut(editor, form.path, section);
    if (category !== undefined) return;
    editor.remove(part.path);
  },
  words: ({ section, category, cycle }, titles) => ({
    ...(category !== undefined && { form: 'category', where: titles.category(category, cycle) }),
    title: titles.part('section', section, cycle),
  }),
  recognise(difference) {
    const { part, path, before, after, keys } = difference;
    if (after !== undefined || keys) return undefined;
    if (part.kind === 'section' && path.length === 0) return { section: part.id, ...cycleOf(difference) };
    const [list, , word, section, ...rest] = path;
    if (part.kind !== 'category' || list !== 'pages' || word !== 'sections' || rest.length > 0)
      return undefined;
    if (section === undefined || typeof before !== 'string') return undefined;
    return { section, category: part.id, ...cycleOf(difference) };
  },
});

/** A page of a form stands in another menu. */
export const setMenu = defineKind('setMenu', {
  required: ['category', 'page', 'menu'],
  optional: ['cycle'],
  make(editor, { category, page, menu, cycle }) {
    const { file } = pagesOf(editor, category, cycle);
    if (!isObject(editor.value(file, ['pages', page]))) throw new ChangeRefused('absent', { at: page }, file);
    editor.put(file, ['pages', page, 'menu'], menu);
  },
  words: ({ category, page, menu, cycle }, titles) => ({
    where: titles.category(category, cycle),
    page: titles.inPart('category', category, ['pages', page], cycle),
    title: titles.inPart('category', category, ['menus', menu], cycle),
  }),
  recognise({ part, path: [list, page, word, ...rest], before, after }) {
    if (part.kind !== 'category' || list !== 'pages' || word !== 'menu' || rest.length > 0) return undefined;
    if (page === undefined || typeof before !== 'string' || typeof after !== 'string') return undefined;
    return { category: part.id, page, menu: after, ...(part.cycle !== undefined && { cycle: part.cycle }) };
  },
});

/** The file in which the pages of a form are written: its own, else of the form that it extends. */
function pagesOf(editor: Editor, category: string, cycle?: string): { file: string } {
  const found = lineage(editor, category, cycle).find(
    ({ path }) => editor.value(path, ['pages']) !== undefined,
  );
  if (!found) throw new ChangeRefused('no-part', { kind: 'category', id: category, cycle: cycle ?? null });
  return categoryHome(editor, found.id, cycle);
}

/** The section leaves the pages of a form and what is laid over it; a page or a summary of nothing else goes along. */
function takeOut(editor: Editor, file: string, section: string): void {
  for (const [page, content] of childrenOf(editor.value(file, ['pages'])) ?? []) {
    const sections = asList(isObject(content) ? content.sections : undefined);
    if (!sections.includes(section)) continue;
    if (sections.length === 1) editor.take(file, ['pages', page]);
    else editor.take(file, ['pages', page, 'sections', section]);
  }
  if (editor.value(file, ['overlay', section]) !== undefined) editor.take(file, ['overlay', section]);
  const isOf = (one: Json) => isObject(one) && `${asText(one.at) ?? ''}/`.startsWith(`/${section}/`);
  for (const list of ['summary', 'rules'])
    for (const [key, one] of childrenOf(editor.value(file, [list])) ?? [])
      if (isOf(one)) editor.take(file, [list, key]);
}

/** Whether a form has its pages from this one: it is the one, or extends it and has none of its own. */
function hasPagesOf(editor: Editor, { id, cycle }: Part, category: string): boolean {
  const line = lineage(editor, id, cycle).map((part) => ({
    id: part.id,
    hasPages: editor.value(part.path, ['pages']) !== undefined,
  }));
  const at = line.findIndex((one) => one.id === category);
  return at >= 0 && !line.slice(0, at).some(({ hasPages }) => hasPages);
}

function withoutId({ id: _id, ...content }: { [key: string]: Json }): { [key: string]: Json } {
  return content;
}
