import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Definition } from '#core/model/index.ts';

/**
 * Names any JSON by its content: SHA-256 (hex) of its RFC 8785 form, so the order of keys does not matter.
 * Throws when the value has no JSON form.
 */
export function contentHash(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('A value without a JSON form cannot be hashed');
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * What of a definition serves cases, and so counts in its name and is kept: all but what only tries it out or shows
 * it, which are its examples, those of its expressions, and its demonstration.
 */
export function servingPart({ demo: _demo, ...definition }: Definition): Definition {
  const expressions = definition.expressions.map(({ cases: _cases, ...expression }) => expression);
  return { ...definition, expressions, cases: [] };
}

/** Names a definition by what of it serves cases: another example is no other edition. */
export function hashDefinition(definition: Definition): string {
  return contentHash(servingPart(definition));
}
