import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { json, jsonParseLinter } from '@codemirror/lang-json';
import { bracketMatching, syntaxTree } from '@codemirror/language';
import { type Diagnostic, linter } from '@codemirror/lint';
import { EditorView } from '@codemirror/view';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { checkLogic } from '#core/compile/index.ts';
import { segmentsOf } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import { operators } from '#core/vocabulary/index.ts';
import { openCodeEditor } from '../../../../editor/openCodeEditor.ts';

type Options = {
  label: string;
  text: string;
  /** What may stand in quotation marks, besides operators. */
  names: { label: string; detail: string }[];
  faultOf: (code: string) => string;
  changed: (text: string) => void;
};

/** Opens an editor of a formula in an element; gives what closes it. The tab key goes on to what is next on the page. */
export function openFormula(
  parent: HTMLElement,
  { label, text, names, faultOf, changed }: Options,
): () => void {
  return openCodeEditor(parent, {
    label,
    text,
    changed,
    propose: proposing(names),
    extensions: [
      json(),
      bracketMatching(),
      EditorView.theme({ '.cm-scroller': { overflow: 'visible' } }),
      linter((view) => [...jsonParseLinter()(view), ...faultsIn(view.state.doc.toString(), faultOf)]),
    ],
  });
}

/** What is wrong with the logic, each at its place in the text; nothing while the text is no JSON. */
function faultsIn(text: string, faultOf: Options['faultOf']): Diagnostic[] {
  const tree = parseTree(text);
  const logic = parsed(text);
  if (!tree || logic === undefined) return [];
  return checkLogic(logic).map(({ pointer, code }) => {
    const path = segmentsOf(pointer).map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    const node = findNodeAtLocation(tree, path) ?? tree;
    return {
      from: node.offset,
      to: node.offset + node.length,
      severity: 'error',
      message: faultOf(code),
    };
  });
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Inside of quotation marks: operators where a key stands, names where a value does. */
function proposing(names: Options['names']): (context: CompletionContext) => CompletionResult | null {
  const keys: Completion[] = [...operators.keys()].map((label) => ({ label, type: 'keyword' }));
  const values: Completion[] = names.map((one) => ({ ...one, type: 'variable' }));
  return ({ state, pos }) => {
    const node = syntaxTree(state).resolveInner(pos, -1);
    if (node.name !== 'PropertyName' && node.name !== 'String') return null;
    const options = node.name === 'PropertyName' ? keys : [...values, ...keys];
    return { from: node.from + 1, to: pos, options, validFor: /^[^"]*$/ };
  };
}
