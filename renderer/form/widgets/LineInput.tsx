import type { KeyboardEvent, ReactNode } from 'react';
import { listOf, Suggestions } from './Suggestions.tsx';
import type { useTyped } from './useTyped.ts';
import { described, type WidgetProps } from './widget.ts';

type Props = {
  field: WidgetProps;
  typed: ReturnType<typeof useTyped>;
  /** The keys that a phone shows. */
  inputMode?: 'decimal' | 'numeric' | 'tel' | 'email' | 'url' | undefined;
  /** Where it is not the field's only line, which bears the field's own id. */
  id?: string | undefined;
  placeholder?: string;
  /** In place of the label, where a field has several lines. */
  name?: string | undefined;
  /** What stands at its end, and keys of its own. */
  children?: ReactNode;
  onKey?: (event: KeyboardEvent) => void;
};

/** One line of text: the browser's own input, which renders faster than a component around it. Enter is as leaving it. */
export function LineInput({
  field,
  typed,
  inputMode,
  id = field.id,
  placeholder,
  name,
  children,
  onKey,
}: Props) {
  const { suffix, standIn, autofill = 'off', suggestions = [] } = field.options;
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) typed.finish();
    onKey?.(event);
  };
  return (
    <div className={suffix ? 'line suffixed' : 'line'}>
      <input
        {...described(field)}
        {...typed.input}
        id={id}
        type="text"
        className="input"
        aria-label={name}
        readOnly={field.readOnly}
        placeholder={placeholder ?? standIn}
        inputMode={inputMode}
        autoComplete={autofill}
        list={suggestions.length > 0 ? listOf(id) : undefined}
        onKeyDown={keys}
      />
      {suggestions.length > 0 && !field.readOnly && <Suggestions of={id} texts={suggestions} />}
      {suffix && <span className="suffix">{suffix}</span>}
      {children}
    </div>
  );
}
