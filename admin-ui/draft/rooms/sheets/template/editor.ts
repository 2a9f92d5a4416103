import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { type Diagnostic, linter, lintGutter } from '@codemirror/lint';
import { EditorState, type Extension, type Text } from '@codemirror/state';
import { Decoration, lineNumbers, MatchDecorator, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { type EnteredBlock, type PlacedFault, templateBlocks, templateHelpers } from '#core/lint/index.ts';
import { openCodeEditor } from '../../../../editor/openCodeEditor.ts';

type Options = {
  label: string;
  text: string;
  isReadOnly: boolean;
  faultsOf: (text: string) => PlacedFault[];
  /** The names below a path, inside of blocks. */
  namesOf: (path: string, enclosing: EnteredBlock[]) => string[];
  changed: (text: string) => void;
};

/** Opens an editor of a template in an element; gives what closes it. The tab key goes on to what is next on the page. */
export function openTemplate(parent: HTMLElement, options: Options): () => void {
  const { label, text, isReadOnly, faultsOf, namesOf, changed } = options;
  return openCodeEditor(parent, {
    label,
    text,
    changed,
    propose: proposing(namesOf),
    extensions: [
      lineNumbers(),
      lintGutter(),
      EditorState.readOnly.of(isReadOnly),
      marked(/\{\{.*?\}\}/g, 'template-call'),
      marked(/<\/?[a-z][^<>{}]*>?/gi, 'template-tag'),
      linter(({ state }) => faultsOf(state.doc.toString()).map((fault) => diagnosticOf(state.doc, fault))),
    ],
  });
}

/** Gives what is seen of a text a class where it looks like this. */
function marked(regexp: RegExp, name: string): Extension {
  const matches = new MatchDecorator({ regexp, decoration: Decoration.mark({ class: name }) });
  return ViewPlugin.define(
    (view) => ({
      decorations: matches.createDeco(view),
      update(update: ViewUpdate) {
        this.decorations = matches.updateDeco(update, this.decorations);
      },
    }),
    { decorations: ({ decorations }) => decorations },
  );
}

/** A fault from where it begins to the end of its line, or of the braces that it is in. */
function diagnosticOf(doc: Text, { line, column, message, isError }: PlacedFault): Diagnostic {
  const severity = isError ? 'error' : 'warning';
  const whole = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const from = Math.min(whole.from + Math.max(column - 1, 0), whole.to);
  const braces = doc.sliceString(from, whole.to).indexOf('}}');
  return { from, to: braces < 0 ? whole.to : from + braces + 2, severity, message };
}

/** Inside of braces: helpers and blocks where a call begins, else the names that the place may read. */
function proposing(namesOf: Options['namesOf']): (context: CompletionContext) => CompletionResult | null {
  return ({ state, pos }) => {
    const before = state.sliceDoc(0, pos);
    const open = before.lastIndexOf('{{');
    if (open < 0 || before.indexOf('}}', open) >= 0) return null;
    const typed = /[^\s{(#/]*(?:\.\.\/[^\s{(#]*)*$/.exec(before.slice(open + 2))?.[0] ?? '';
    const at = Math.max(typed.lastIndexOf('.'), typed.lastIndexOf('/')) + 1;
    const names = namesOf(typed.slice(0, at), blocksOpenAt(before.slice(0, open)));
    const isBlock = /\{\{#\s*[^\s{}]*$/.test(before.slice(open));
    const options: Completion[] = isBlock
      ? templateBlocks.map((label) => ({ label, type: 'keyword' }))
      : [
          ...names.map((label) => ({ label, type: 'variable' })),
          ...(at === 0 ? templateHelpers.map((label) => ({ label, type: 'function' })) : []),
        ];
    return { from: pos - typed.length + at, options, validFor: /^[\w-]*$/ };
  };
}

/** The blocks that are open at the end of a text and read from another place. */
function blocksOpenAt(text: string): EnteredBlock[] {
  const open: EnteredBlock[] = [];
  for (const [, opens, path = '', closes] of text.matchAll(
    /\{\{#(with|each)\s+([^\s}]+)[^}]*\}\}|\{\{\/(with|each)\}\}/g,
  )) {
    if (closes) open.pop();
    else if (opens) open.push({ name: opens, path });
  }
  return open;
}
