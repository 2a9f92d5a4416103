import type { Json, JsonObject, SourceFile } from '#core/model/index.ts';

/**
 * A change of a definition as plain JSON: what is meant, and what it is about by ids. `reason` is the clause that asks
 * for it. Which parameters a kind takes is said by its schema in `changeSchema`.
 */
export type Change = { kind: string; reason?: string; [parameter: string]: Json | undefined };

/** Beside what something stands: the keys of what is before and behind it; null at an end. */
export type Neighbours = { behind: string | null; ahead: string | null };

/** Where in a file: a pointer in which elements of lists go by their ids. */
type At = { file: string; at: string };

/** Something was put, replaced or taken out. `made`: only so that something else could stand in it. */
export type ValueEffect = At & {
  type: 'value';
  before?: Json;
  after?: Json;
  neighbours?: Neighbours;
  made?: true;
};

/** Elements of a list or keys of an object stand in another order. */
type OrderEffect = At & { type: 'order'; before: string[]; after: string[] };

/** Something is called otherwise: the key of an object, the id of an element. */
type NameEffect = At & { type: 'name'; before: string; after: string };

/** A span of a text, known by what stands on both sides of it. */
type SpanEffect = At & { type: 'span'; before: string; after: string; left: string; right: string };

/** What a change did at one place, small enough to be undone after others. */
export type LeafEffect = ValueEffect | OrderEffect | NameEffect | SpanEffect;

/** Why a change cannot be made: of the change (`parameter`), or of what it meets in a file. */
export type ChangeProblem = {
  code: string;
  file: string;
  pointer: string;
  message: string;
  params: Record<string, Json>;
  severity: 'error';
};

/** Files after a change and what it did to them; or why it cannot be made, and nothing is changed. */
export type Applied = { files: SourceFile[]; effects: LeafEffect[] } | { problem: ChangeProblem };

/** The part of a change that its kind reads. */
export type Parameters = JsonObject;
