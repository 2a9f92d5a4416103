import { sourceFile } from '#core/assemble/index.ts';
import { type CaseResult, type DraftEdition, openDraft } from '#core/draft/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import type { DraftReply, DraftRequest } from './messages.ts';

const draft = openDraft();
const files = new Map<string, SourceFile>();
/** How often the draft was changed: cases of an older one are not run to their end. */
let changes = 0;

/** Judges a draft off the main thread after each change: what is wrong first, then how its cases come out. */
addEventListener('message', ({ data: { texts } }: MessageEvent<DraftRequest>) => {
  changes += 1;
  for (const [path, text] of Object.entries(texts)) {
    if (text === null) files.delete(path);
    else files.set(path, sourceFile(path, text));
  }
  const editions = draft.check([...files.values()]);
  reply({
    kind: 'checked',
    editions: editions.map((one) => ({
      cycle: cycleOf(one),
      problems: one.problems,
      compiled: one.edition !== undefined,
    })),
  });
  void runCases(editions, changes);
});

/** Lets a change in between: whatever comes then is of a newer draft. */
async function runCases(editions: DraftEdition[], seen: number): Promise<void> {
  const results: Extract<DraftReply, { kind: 'cases' }>['editions'] = [];
  for (const one of editions) {
    const cases: CaseResult[] = [];
    for (const result of one.cases()) {
      cases.push(result);
      await nextTurn();
      if (seen !== changes) return;
    }
    results.push({ cycle: cycleOf(one), cases, printed: printedBy(one) });
  }
  reply({ kind: 'cases', editions: results });
}

/** After whatever message is waiting. Timers would wait some milliseconds each. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** The cases that expect something of sheets: what they print is known to the server alone. */
const printedBy = ({ loaded }: DraftEdition): string[] =>
  loaded.definition.cases.filter(({ expects }) => expects.sheets !== undefined).map(({ id }) => id);

const cycleOf = ({ loaded }: DraftEdition): string => loaded.definition.edition.id;

function reply(message: DraftReply): void {
  postMessage(message);
}
