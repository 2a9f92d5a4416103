import { asText, isObject, type Json } from '#core/json/index.ts';
import type { Editor } from '../../editor/editor.ts';
import { ChangeRefused } from '../../refused.ts';
import { allArrows, arrowsAt, statePath, targetOf } from './machine.ts';

type Returning = { state: string; desk: string; back?: string; resumes?: boolean };

/** Leads what a stage returns to another desk, or from the applicant straight back to the stage. */
export function returnElsewhere(editor: Editor, file: string, stage: Returning): void {
  const { state, back, resumes } = stage;
  if (back === undefined && !resumes) return;
  const returns = allArrows(editor, file).filter(
    (arrow) =>
      arrow.state === state && arrow.target !== undefined && isApplicants(editor, file, arrow.target),
  );
  if (returns.length === 0) throw new ChangeRefused('no-return', { at: state }, file);
  if (back !== undefined && !isObject(editor.value(file, statePath(back))))
    throw new ChangeRefused('absent', { at: back }, file);
  for (const { path, target = '' } of returns) {
    const transition = editor.value(file, path);
    const { actions, ...rest } = isObject(transition) ? transition : {};
    const left = passing(actions);
    const aim = back === undefined ? target : back;
    editor.put(file, path, {
      ...rest,
      target: targetOf(editor, file, aim),
      ...(left.length > 0 && { actions: left }),
    });
    if (back === undefined) resumeAt(editor, file, target, stage);
    else if (editor.value(file, statePath(target)) !== undefined) editor.take(file, statePath(target));
  }
}

/** Passes and opinions of others stay: they are not asked again. */
const passing = (actions: Json | undefined): Json[] =>
  (Array.isArray(actions) ? actions : []).filter((action) => action !== 'clearRound');

/** Whether the applicant holds a case there, by the state itself or one around it. */
function isApplicants(editor: Editor, file: string, state: string): boolean {
  const steps = state.split('.');
  return steps.some((_, index) => {
    const desk = editor.value(file, [...statePath(steps.slice(0, index + 1).join('.')), 'meta', 'desk']);
    return asText(desk) === 'applicant';
  });
}

/** What hands a case in again leads to the stage while somebody holds its desk. */
function resumeAt(editor: Editor, file: string, from: string, { state, desk }: Returning): void {
  const outer = from.split('.').slice(0, -1).join('.');
  const events = editor.value(file, [...statePath(outer), 'on']);
  for (const event of Object.keys(isObject(events) ? events : {})) {
    const [first] = arrowsAt(editor, file, outer, event);
    const transition = first && editor.value(file, first.path);
    if (!isObject(transition) || !isObject(transition.meta) || transition.meta.by !== 'applicant') continue;
    editor.put(file, [...statePath(from), 'on', event], {
      target: targetOf(editor, file, state),
      when: { '!!': { var: `desks.${desk}` } },
      meta: { by: 'applicant' },
    });
  }
}
