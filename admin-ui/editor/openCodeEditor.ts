import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { lintKeymap } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

type Options = {
  label: string;
  text: string;
  /** What the editor does for this language alone. */
  extensions: Extension[];
  propose: (context: CompletionContext) => CompletionResult | null;
  changed: (text: string) => void;
};

/** Opens an editor of code in an element; gives what closes it. The tab key goes on to what is next on the page. */
export function openCodeEditor(
  parent: HTMLElement,
  { label, text, extensions, propose, changed }: Options,
): () => void {
  const all: Extension[] = [
    history(),
    EditorView.lineWrapping,
    // Browsers go to what can be edited anyway; who checks pages by their attributes has to be told.
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    ...extensions,
    autocompletion({ override: [propose] }),
    keymap.of([...completionKeymap, ...historyKeymap, ...lintKeymap, ...defaultKeymap]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) changed(update.state.doc.toString());
    }),
  ];
  const view = new EditorView({ parent, state: EditorState.create({ doc: text, extensions: all }) });
  return () => view.destroy();
}
