import { mayBeAttribute, mayHoldAnswers } from './allowed.ts';
import { type MarkupReader, nameOf, refuse, refuseHere, type Spot } from './refuse.ts';
import { isInTag, isQuoted, joined, type MarkupState, TEXT_STATE } from './state.ts';
import { readLetter } from './text.ts';

/** A reader at the beginning of a template. */
export const openMarkup = (report: MarkupReader['report']): MarkupReader => ({
  state: TEXT_STATE,
  value: '',
  refused: new Set(),
  report,
});

/** Something that is printed here. */
type Output = Spot & {
  /** As the template writes it. */
  source: string;
  /** Whether it is the engine or the definition that says what is printed, and no answer. */
  isAnswerFree: () => boolean;
};

/** Reads over an output: it stands in the text of the page, or in quotation marks where it may. */
export function readOutput(reader: MarkupReader, { source, isAnswerFree, ...spot }: Output): void {
  const { state } = reader;
  if (state.at === 'text') return;
  if (!isQuoted(state)) {
    refuseHere(reader, spot);
    return;
  }
  const { tag, attribute } = state;
  reader.value += '0';
  const isRefused = reader.refused.has(nameOf(tag)) || !mayBeAttribute(attribute);
  if (isRefused || mayHoldAnswers(attribute) || isAnswerFree()) return;
  refuse(reader, 'output', spot, { attribute, output: source });
}

/** A block and how it is run: a condition runs one of its branches once. */
type Block = Spot & { name: string; branches: [program: () => void, inverse: (() => void) | null] };

/** Reads over the branches of a block, which have to end in one place. In a tag there are conditions alone. */
export function readBlock(reader: MarkupReader, { name, branches, ...spot }: Block): void {
  const start = reader.state;
  if (start.at !== 'text' && !isInTag(start) && !isQuoted(start)) refuseHere(reader, spot);
  else if (start.at !== 'text' && !CONDITIONS.includes(name))
    refuse(reader, 'loop', spot, { tag: nameOf(start.tag), name });
  const from = reader.state;
  const [program, inverse] = branches;
  const ends = [endOf(reader, from, program), inverse === null ? from : endOf(reader, from, inverse)];
  if (LOOPS.includes(name)) ends.push(from);
  reader.state = ends.reduce((one, other) => together(reader, one, other, spot));
}

const CONDITIONS = ['if', 'unless', 'eq'];
const LOOPS = ['each', 'repeat'];

function endOf(reader: MarkupReader, from: MarkupState, branch: () => void): MarkupState {
  reader.state = from;
  branch();
  return reader.state;
}

function together(reader: MarkupReader, one: MarkupState, other: MarkupState, spot: Spot): MarkupState {
  const both = joined(one, other);
  if (both === undefined) {
    refuse(reader, 'branches', spot);
    return other;
  }
  if (both !== one) for (const end of [one, other]) finishName(reader, end, spot);
  return both;
}

/** A name that one branch has begun is checked here, since the next letter no longer belongs to it. */
function finishName(reader: MarkupReader, end: MarkupState, spot: Spot): void {
  reader.state = end;
  readLetter(reader, ' ', spot);
}

/** The end of the template: whatever stands open would take in what the engine writes behind it. */
export function closeMarkup(reader: MarkupReader, spot: Spot): void {
  if (reader.state.at === 'text') return;
  refuse(reader, 'unfinished', spot, { tag: nameOf(reader.state.tag) });
}
