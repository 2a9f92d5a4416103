/**
 * Where in the markup of a page a reader stands. `opening` is behind a `<`, `name` and `attribute` inside a name, `named`
 * behind one, `equals` behind the sign, `double`, `single` and `bare` inside a value, `ended` behind a quoted one.
 */
type At =
  | 'text'
  | 'opening'
  | 'declaration'
  | 'comment'
  | 'name'
  | 'between'
  | 'attribute'
  | 'named'
  | 'equals'
  | 'double'
  | 'single'
  | 'bare'
  | 'ended';

/** `tag` is the name of the tag so far (an end tag's begins with `/`), `attribute` that of the attribute. */
export type MarkupState = { at: At; tag: string; attribute: string };

export const TEXT_STATE: MarkupState = { at: 'text', tag: '', attribute: '' };

type Step = (state: MarkupState, letter: string) => MarkupState;

const isBlank = (letter: string): boolean => /\s/.test(letter);

/** Between attributes: whatever is no blank begins a name. */
const between: Step = ({ tag }, letter) => {
  if (letter === '>') return TEXT_STATE;
  if (isBlank(letter) || letter === '/') return { at: 'between', tag, attribute: '' };
  return { at: 'attribute', tag, attribute: letter.toLowerCase() };
};

const opening: Step = ({ tag }, letter) => {
  if (/[a-z]/i.test(letter)) return { at: 'name', tag: tag + letter.toLowerCase(), attribute: '' };
  if (letter === '/' && tag === '') return { at: 'opening', tag: '/', attribute: '' };
  if (/[!?]/.test(letter) || (tag === '/' && letter !== '>'))
    return { at: 'declaration', tag: `${tag}${letter}`, attribute: '' };
  return letter === '<' ? { at: 'opening', tag: '', attribute: '' } : TEXT_STATE;
};

const declaration: Step = ({ tag }, letter) => {
  if (letter === '>') return TEXT_STATE;
  const name = tag + letter;
  return { at: name === '!--' ? 'comment' : 'declaration', tag: name, attribute: '' };
};

/** Of a comment `attribute` keeps its end so far: it may be over right where it has begun. */
const comment: Step = ({ tag, attribute }, letter) => {
  if (letter === '>' && /^-?$|--!?$/.test(attribute)) return TEXT_STATE;
  const text = attribute + letter;
  return { at: 'comment', tag, attribute: text.length > 4 ? text.slice(-4) : text };
};

const name: Step = (state, letter) =>
  /[\s/>]/.test(letter) ? between(state, letter) : { ...state, tag: state.tag + letter.toLowerCase() };

const attribute: Step = (state, letter) => {
  if (letter === '=') return { ...state, at: 'equals' };
  if (isBlank(letter)) return { ...state, at: 'named' };
  if (/[/>]/.test(letter)) return between(state, letter);
  return { ...state, attribute: state.attribute + letter.toLowerCase() };
};

const named: Step = (state, letter) => {
  if (isBlank(letter)) return state;
  return letter === '=' ? { ...state, at: 'equals' } : between(state, letter);
};

const equals: Step = (state, letter) => {
  if (isBlank(letter)) return state;
  if (letter === '>') return TEXT_STATE;
  return { ...state, at: letter === '"' ? 'double' : letter === "'" ? 'single' : 'bare' };
};

const until =
  (quote: string): Step =>
  (state, letter) =>
    letter === quote ? { ...state, at: 'ended' } : state;

const STEPS: Record<At, Step> = {
  text: (state, letter) => (letter === '<' ? { at: 'opening', tag: '', attribute: '' } : state),
  opening,
  declaration,
  comment,
  name,
  between,
  attribute,
  named,
  equals,
  double: until('"'),
  single: until("'"),
  bare: (state, letter) => (isBlank(letter) || letter === '>' ? between(state, letter) : state),
  ended: between,
};

/** One letter further. Source: HTML, 13.2.5 Tokenization, without the elements that a sheet may not have. */
export function stepped(state: MarkupState, letter: string): MarkupState {
  return STEPS[state.at](state, letter);
}

const IN_A_TAG: At[] = ['name', 'between', 'attribute', 'named', 'ended'];

/** Whether the reader is in a tag, outside of every value. */
export const isInTag = ({ at }: MarkupState): boolean => IN_A_TAG.includes(at);

/** Whether the reader is in a value that stands in quotation marks. */
export const isQuoted = ({ at }: MarkupState): boolean => at === 'double' || at === 'single';

/**
 * Where a reader stands behind two branches of a block; undefined where they end in different places. Behind branches
 * of which one has written an attribute, a blank or the end of the tag has to follow.
 */
export function joined(one: MarkupState, other: MarkupState): MarkupState | undefined {
  const isSameTag = one.tag === other.tag;
  if (isSameTag && one.at === other.at && one.attribute === other.attribute) return one;
  if (isSameTag && isInTag(one) && isInTag(other)) return { ...one, at: 'ended', attribute: '' };
  return undefined;
}
