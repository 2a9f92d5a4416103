import type { ObjectFieldTemplateProps } from '@rjsf/utils';
import { getUiOptions } from '@rjsf/utils';
import type { CSSProperties } from 'react';
import { SlotsAt } from '../slot/SlotsAt.tsx';
import { useFields, useProblems } from './fields.tsx';
import { Message } from './Message.tsx';

/** A record on a grid of 24 columns; a record inside a record is a group of cells with its name. */
export function ObjectGrid({ fieldPathId, properties, uiSchema }: ObjectFieldTemplateProps) {
  const { anchor } = useFields();
  const id = fieldPathId.$id;
  const problems = useProblems(id);
  const options = getUiOptions(uiSchema);
  const cells = (
    <div className="fields-box">
      <div className="fields">
        {properties.map(({ name, content, hidden }) => (
          <div key={name} hidden={hidden} style={{ '--span': spanOf(uiSchema?.[name]) } as CSSProperties}>
            {content}
          </div>
        ))}
      </div>
    </div>
  );
  if (id === anchor) return cells;
  return (
    <fieldset className="group" id={id} tabIndex={-1}>
      <legend>{typeof options.title === 'string' ? options.title : ''}</legend>
      {typeof options.note === 'string' && <p className="quiet">{options.note}</p>}
      {cells}
      <SlotsAt pointer={id.slice(anchor.length)} />
      {problems.map((problem) => (
        <Message key={`${problem.code}${problem.rule ?? ''}`} problem={problem} />
      ))}
    </fieldset>
  );
}

function spanOf(uiSchema: ObjectFieldTemplateProps['uiSchema']): number {
  const { span } = getUiOptions(uiSchema);
  return typeof span === 'number' ? Math.min(24, Math.max(1, Math.round(span))) : 12;
}
