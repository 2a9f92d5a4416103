import type {
  CompiledEdition,
  CompiledRoute,
  Json,
  RankOrder,
  RankTake,
  RuleData,
} from '#core/model/index.ts';
import { rank, rankLine, rankValues } from '#core/route/index.ts';
import { type CliWords, sentenceOf } from '../../locales/index.ts';

/** What a batch reads of the case for its order and its line, and the sentence where the case is not taken. */
type WalkedLine = { line: string; refused?: string };

/** The order and the line of a batch over this one case; null for an event that takes a whole queue, or is no batch. */
export function walkedLine(
  edition: CompiledEdition,
  { definition }: CompiledRoute,
  event: string,
  data: RuleData,
  words: CliWords,
): WalkedLine | null {
  const { order, take } = definition.events[event]?.batch ?? {};
  if (!order || !take) return null;
  const read = rankValues(edition, { order, take }, data);
  const line = rankLine(edition, take, data);
  const { taken, refusal } = rank([{ id: '', handedIn: '', ...read }], order.map(isDescending), line);
  const shown = [
    ...order.map(({ title }, index) => `${title} ${text(read.values[index], words)}`),
    reach(take, read.amount, line, words),
  ];
  const refused = refusal ? 'walkUnranked' : taken === 0 ? 'walkBelowLine' : null;
  return {
    line: sentenceOf('walkLine', words, { line: shown.join(' · ') }),
    ...(refused && { refused: sentenceOf(refused, words) }),
  };
}

const isDescending = ({ descending }: RankOrder): boolean => descending === true;

/** What the case asks of the sum that is used up, or how many are taken. */
function reach(take: RankTake, amount: Json, line: ReturnType<typeof rankLine>, words: CliWords): string {
  const most = text('count' in line ? line.count : line.upTo, words);
  return 'count' in take ? `≤ ${most}` : `${take.title} ${text(amount, words)} ≤ ${most}`;
}

const text = (value: Json | undefined, words: CliWords): string =>
  typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : words.none;
