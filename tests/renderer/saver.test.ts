import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Json, JsonObject } from '#core/model/index.ts';
import type { SectionRecord } from '#core/model/wire/index.ts';
import { ApiError } from '#renderer/api/errors.ts';
import { Saver } from '#renderer/form/store/saver.ts';

type Answer = SectionRecord | Error;

/** A saver over a server that gives these answers in turn; keeps what was sent. */
function saverOver(answers: Answer[] = [], { initial: value = { a: 1 } as Json, merged = () => {} } = {}) {
  const sent: { value: Json; version: number }[] = [];
  const save = async (value: Json, version: number): Promise<SectionRecord> => {
    sent.push({ value, version });
    const answer = answers.shift() ?? { value, version: version + 1, savedAt: '2026-05-01T10:00:00Z' };
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const initial = { value, version: 3, savedAt: null };
  const saver = new Saver({ initial, save, delay: 1_500, retry: 8_000, changed: () => {}, merged });
  return { saver, sent };
}

const stale = (value: Json, version: number): ApiError =>
  new ApiError(409, { code: 'stale', message: '', requestId: '', current: { value, version } });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('many changes in a row become one save, at the version that was read', async () => {
  const { saver, sent } = saverOver();
  for (const a of [2, 3, 4]) saver.set({ a });
  expect(saver.state.kind).toBe('unsaved');
  await vi.advanceTimersByTimeAsync(1_500);
  expect(sent).toEqual([{ value: { a: 4 }, version: 3 }]);
  expect(saver.state.kind).toBe('saved');
  expect(saver.version).toBe(4);
});

test('the same value again is no change', async () => {
  const { saver, sent } = saverOver();
  saver.set({ a: 1, b: undefined as unknown as Json });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toEqual([]);
});

test('what changes while a save is under way is saved after it, at the new version', async () => {
  const { saver, sent } = saverOver();
  saver.set({ a: 2 });
  const first = saver.flush();
  saver.set({ a: 3 });
  await first;
  expect(saver.state.kind).toBe('unsaved');
  await vi.advanceTimersByTimeAsync(1_500);
  expect(sent).toEqual([
    { value: { a: 2 }, version: 3 },
    { value: { a: 3 }, version: 4 },
  ]);
});

test.each([
  ['without a network', 0],
  ['while the server is away', 503],
  ['when it asked too often', 429],
])('%s it tries again by itself and loses nothing', async (_, status) => {
  const { saver, sent } = saverOver([new ApiError(status, null)]);
  saver.set({ a: 2 });
  await vi.advanceTimersByTimeAsync(1_500);
  expect(saver.state.kind).toBe('offline');
  await vi.advanceTimersByTimeAsync(8_000);
  expect(saver.state.kind).toBe('saved');
  expect(sent).toHaveLength(2);
});

test('a stale version stops saving until the user chooses; nothing is overwritten without asking', async () => {
  const { saver, sent } = saverOver([stale({ a: 9 }, 7)]);
  saver.set({ a: 2 });
  await saver.flush();
  expect(saver.state).toEqual({ kind: 'conflict', theirs: { value: { a: 9 }, version: 7 } });
  saver.set({ a: 3 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(1);
  await saver.choose('mine');
  expect(sent.at(-1)).toEqual({ value: { a: 3 }, version: 7 });
});

test('choosing theirs takes their value and saves nothing', async () => {
  const { saver, sent } = saverOver([stale({ a: 9 }, 7)]);
  saver.set({ a: 2 });
  await saver.flush();
  await saver.choose('theirs');
  expect(saver.value).toEqual({ a: 9 });
  expect(saver.version).toBe(7);
  expect(sent).toHaveLength(1);
});

test('two tabs with the same answers are no conflict', async () => {
  const { saver } = saverOver([stale({ a: 2 }, 7)]);
  saver.set({ a: 2 });
  await saver.flush();
  expect(saver.state.kind).toBe('saved');
  expect(saver.version).toBe(7);
});

test('what the server has computed besides is no conflict', async () => {
  const save = async (): Promise<SectionRecord> => {
    throw stale({ a: 2, double: 4 }, 4);
  };
  const initial = { value: { a: 1 }, version: 3, savedAt: null };
  const typed = (value: Json): Json => ({ ...(value as JsonObject), double: null });
  const saver = new Saver({ initial, save, delay: 1_500, retry: 8_000, changed: () => {}, typed });
  saver.set({ a: 2 });
  await saver.flush();
  expect(saver.state.kind).toBe('saved');
  expect(saver.version).toBe(4);
});

test('a draft that is older than what is stored is a conflict, one of the same version is restored', async () => {
  const old = saverOver().saver;
  old.resume({ a: 5 }, 2);
  expect(old.state.kind).toBe('conflict');
  const { saver, sent } = saverOver();
  saver.resume({ a: 5 }, 3);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(sent).toEqual([{ value: { a: 5 }, version: 3 }]);
});

test('what was saved elsewhere is taken in beside what this page has changed, and both are saved', async () => {
  const merged = vi.fn();
  const { saver, sent } = saverOver([stale({ a: 1, b: 9 }, 7)], { merged });
  saver.set({ a: 2 });
  await saver.flush();
  expect(saver.state.kind).toBe('unsaved');
  expect(merged).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(1_500);
  expect(sent.at(-1)).toEqual({ value: { a: 2, b: 9 }, version: 7 });
  expect(saver.state.kind).toBe('saved');
});

test('where one answer of several clashes, either choice has what each side alone has changed', async () => {
  const clash = { initial: { a: 1, b: 1, c: 1 }, mine: { a: 2, b: 2, c: 1 }, theirs: { a: 9, b: 1, c: 9 } };
  for (const [side, value] of [
    ['mine', { a: 2, b: 2, c: 9 }],
    ['theirs', { a: 9, b: 2, c: 9 }],
  ] as const) {
    const { saver, sent } = saverOver([stale(clash.theirs, 7)], { initial: clash.initial });
    saver.set(clash.mine);
    await saver.flush();
    expect(saver.state).toMatchObject({ kind: 'conflict', theirs: { version: 7 } });
    await saver.choose(side);
    expect(sent.at(-1)).toEqual({ value, version: 7 });
  }
});

test('until somebody has chosen, a draft has the version and the answers that it began with', async () => {
  const { saver } = saverOver([stale({ a: 9 }, 7)]);
  saver.set({ a: 2 });
  await saver.flush();
  expect([saver.version, saver.stored]).toEqual([3, { a: 1 }]);
  await saver.choose('theirs');
  expect([saver.version, saver.stored]).toEqual([7, { a: 9 }]);
});

test('an older draft that knows what it began with goes together with what was saved since', async () => {
  const { saver, sent } = saverOver([], { initial: { a: 1, b: 9 } });
  saver.resume({ a: 5, b: 1 }, 2, { a: 1, b: 1 });
  await vi.advanceTimersByTimeAsync(1_500);
  expect(sent).toEqual([{ value: { a: 5, b: 9 }, version: 3 }]);
});
