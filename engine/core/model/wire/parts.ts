import { type Static, type TProperties, type TSchema, Type } from 'typebox';
import type { Json, JsonObject } from '../json.ts';

/**
 * The building blocks of the wire's schemas besides TypeBox's own. Every string has a greatest length, every object
 * is closed.
 */

/** An object without any other keys. */
export const closed = <P extends TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });

/** The answer of what gives nothing back. */
export const Empty = Type.Unsafe<Record<string, never>>(closed({}));
export type Empty = Static<typeof Empty>;

/** A text of at most `max` characters. */
export const text = (max = 2000) => Type.String({ maxLength: max });

/** A sign that can be seen. */
const VISIBLE = '[^\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{M}\\p{Default_Ignorable_Code_Point}]';

/** A text that somebody wrote: something that can be seen, at most `max` characters. */
export const filledText = (max: number) => Type.String({ minLength: 1, maxLength: max, pattern: VISIBLE });

/** A password that is asked for: it stays as it was typed. */
export const secret = Type.String({ maxLength: 200, writeOnly: true });

/** A password that is set. */
export const newSecret = Type.String({ minLength: 1, maxLength: 200, pattern: VISIBLE, writeOnly: true });

/** An id in a path or a body: letters, digits, `_` and `-`, at most 64 (a content hash is 64 long). */
export const id = Type.String({ pattern: '^[0-9A-Za-z_-]{1,64}$' });

const USERNAME = '^(?!.*\\p{Default_Ignorable_Code_Point})[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{2,39}$';

/** A name to log in with: letters and digits of any script, and a few signs; nothing invisible. */
export const username = Type.String({ maxLength: 40, pattern: USERNAME });

/** A solved task of the human check, in base64. */
export const proof = filledText(4000);

/** A version number that a save or an event was read at. */
export const version = Type.Integer({ minimum: 0, maximum: 2147483647 });

/** Where the next page begins, as the page before it said. */
export const after = text(400);

/** One of several words. */
export const oneOf = <const W extends string[]>(...words: W) => Type.Enum<W>(words, { type: 'string' });

/** The same, or null. */
export const nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

/** Values of one kind by names that nobody knows beforehand. */
export const mapOf = <S extends TSchema>(values: S) =>
  Type.Unsafe<Record<string, Static<S>>>({ type: 'object', additionalProperties: values });

/** Any JSON; a definition says what it may be, and it is checked there. */
export const anyJson = Type.Unsafe<Json>({});

/** An object of whatever type a definition gives it. */
export const anyObject = <T = JsonObject>() => Type.Unsafe<T>({ type: 'object' });

/** Something that people choose by its title. */
export const titled = closed({ id, title: text(), description: text() });

/** What is filled in: somebody's own application, or the registration of an account. */
export const subject = oneOf('application', 'account');

/** What was made. */
export const Created = closed({ id });
export type Created = Static<typeof Created>;
