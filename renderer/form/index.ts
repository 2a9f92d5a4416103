/** The door of the form room: a definition as React. */
export { ConflictDialog } from './ConflictDialog.tsx';
export { EventForm } from './EventForm.tsx';
export { focusAnchor, focusFirst } from './focus.ts';
export { valueAtPointer } from './json.ts';
export { OpenBlank, useBlank } from './OpenBlank.tsx';
export { OpenCase, WithStore } from './OpenCase.tsx';
export { OrganisationPicker, OrganisationScope } from './organisation/index.ts';
export { ProblemList } from './ProblemList.tsx';
export type { Lists } from './present/index.ts';
export { ReadCase } from './ReadCase.tsx';
export { SaveLine } from './SaveLine.tsx';
export { Section } from './Section.tsx';
export { SheetLink } from './SheetLink.tsx';
export { formatBytes } from './slot/index.ts';
export { anchorOf } from './store/anchors.ts';
export type { CaseSnapshot, CaseStore } from './store/caseStore.ts';
export { CaseProvider, useOpenCase, useSnapshot } from './store/context.tsx';
export { commitPending } from './store/pending.ts';
export { useLists } from './store/useLists.ts';
export { type SectionHandle, useSection } from './store/useSection.ts';
export { useWriter } from './store/useWriter.ts';
export {
  type Choice,
  type Widget,
  type WidgetOptions,
  type WidgetProps,
  widgetFor,
  widgets,
} from './widgets/index.ts';
