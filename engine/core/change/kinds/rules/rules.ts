import type { Editor } from '../../editor/editor.ts';
import { categoryHome, inSection, sectionHome } from '../../find/homes.ts';
import { ChangeRefused } from '../../refused.ts';
import { addElement, type Container, changeElement, removeElement } from '../elements.ts';
import { takeOverlays } from '../fields/take-along.ts';
import { defineKind } from '../kind.ts';
import { ruleAdded, ruleChanged, ruleRemoved } from './recognise.ts';

/** Rules stand in a section, in a section as one form has it, or in a form. */
type RuleLevel = { section?: string; category?: string; cycle?: string };

const WAY = ['rules'];

function rulesAt(editor: Editor, { section, category, cycle }: RuleLevel): Container {
  const at = { ...(category !== undefined && { category }), ...(cycle !== undefined && { cycle }) };
  if (section !== undefined) return { ...sectionHome(editor, { section, ...at }), way: WAY };
  if (category === undefined) throw new ChangeRefused('no-level');
  return { ...categoryHome(editor, category, cycle), way: WAY };
}

/** Something has to hold besides. */
export const addRule = defineKind('addRule', {
  required: ['rule', 'element'],
  optional: ['section', 'category', 'cycle', 'after'],
  make: (editor, { rule, element, after, ...level }) =>
    addElement(editor, rulesAt(editor, level), rule, { id: rule, ...element }, after),
  words: ({ rule, element, ...level }, titles) => ({
    where: titles.level(level),
    message: element.message ?? rule,
  }),
  recognise: (difference) => ruleAdded(difference),
});

/** A rule is another: what it requires, when, how severe, in force or not. */
export const changeRule = defineKind('changeRule', {
  required: ['rule', 'patch'],
  optional: ['section', 'category', 'cycle'],
  make: (editor, { rule, patch, ...level }) => changeElement(editor, rulesAt(editor, level), rule, patch),
  words: ({ rule, patch, ...level }, titles) => ({
    where: titles.level(level),
    message: titles.rule(level, rule),
    patch,
  }),
  recognise: (difference) => ruleChanged(difference),
});

/** A rule holds no more. */
export const removeRule = defineKind('removeRule', {
  required: ['rule'],
  optional: ['section', 'category', 'cycle'],
  make(editor, { rule, ...level }) {
    const { section, ...at } = level;
    const container = rulesAt(editor, level);
    const isInherited =
      section !== undefined &&
      container.isOverlay &&
      inSection(editor, { section, ...at }, [...WAY, rule], true) !== undefined;
    removeElement(editor, container, rule, isInherited);
    if (section !== undefined) takeOverlays(editor, { section, ...at }, [...WAY, rule]);
  },
  words: ({ rule, ...level }, titles) => ({
    where: titles.level(level),
    message: titles.rule(level, rule),
  }),
  recognise: (difference) => ruleRemoved(difference),
});
