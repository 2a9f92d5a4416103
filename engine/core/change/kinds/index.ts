import { addCode, changeCode, endCode, removeCode } from './codes/codes.ts';
import { addField } from './fields/add-field.ts';
import { changeField } from './fields/change-field.ts';
import { moveField } from './fields/move-field.ts';
import { removeField } from './fields/remove-field.ts';
import { renameField } from './fields/rename-field.ts';
import { addSlot, changeSlot, removeSlot } from './fields/slots.ts';
import { transferField } from './fields/transfer-field.ts';
import { changeCases } from './files/change-cases.ts';
import { cloneCycle } from './files/clone-cycle.ts';
import { addFile, editFile, removeFile } from './files/files.ts';
import { revert } from './files/revert.ts';
import { addCategory, removeCategory } from './forms/categories.ts';
import { addSection, removeSection, setMenu } from './forms/sections.ts';
import { addItem } from './items/add-item.ts';
import { changeItem } from './items/change-item.ts';
import { orderItems } from './items/order-items.ts';
import { removeItem } from './items/remove-item.ts';
import type { Kind } from './kind.ts';
import { insertStage } from './routes/insert-stage.ts';
import { limitStage } from './routes/limit-stage.ts';
import { changeDesk, changeEvent, removeStage, renameStage } from './routes/stages.ts';
import { addRule, changeRule, removeRule } from './rules/rules.ts';
import { hideBlock, moveBlock, showBlock } from './sheets/blocks.ts';
import { changeSheet } from './sheets/change-sheet.ts';
import { chooseColumns } from './sheets/choose-columns.ts';
import {
  addColumn,
  changeColumn,
  moveColumn,
  orderColumns,
  removeColumn,
  renameColumn,
} from './sheets/columns.ts';
import { editSentence } from './sheets/edit-sentence.ts';
import { editTemplate } from './sheets/edit-template.ts';
import { printField } from './sheets/print-field.ts';
import { groupSettings } from './sheets/settings/groups.ts';
import { addSetting, changeSetting, removeSetting } from './sheets/settings/settings.ts';
import { setDate } from './texts/set-date.ts';
import { setFact } from './texts/set-fact.ts';
import { setLimit } from './texts/set-limit.ts';
import { setNumber } from './texts/set-number.ts';
import { setText } from './texts/set-text.ts';

/** Every kind of change. Where a difference is of several kinds, the first is taken that makes it. */
const ALL: readonly Kind[] = [
  ...[cloneCycle, renameField, renameColumn],
  ...[setFact, setLimit, setDate, renameStage, setMenu],
  ...[addField, removeField, changeField, moveField, transferField],
  ...[addSlot, removeSlot, changeSlot],
  ...[addItem, removeItem, changeItem, orderItems],
  ...[addCode, endCode, removeCode, changeCode],
  ...[addRule, removeRule, changeRule],
  ...[insertStage, removeStage, limitStage, changeEvent, changeDesk],
  ...[addSection, removeSection, addCategory, removeCategory],
  ...[addColumn, removeColumn, changeColumn, moveColumn, orderColumns],
  ...[moveBlock, hideBlock, showBlock, chooseColumns],
  ...[addSetting, removeSetting, changeSetting, groupSettings],
  ...[changeSheet, printField, editSentence, editTemplate, setText, setNumber],
  ...[changeCases, addFile, removeFile, editFile, revert],
];

export const KINDS: ReadonlyMap<string, Kind> = new Map(ALL.map((kind) => [kind.kind, kind]));
