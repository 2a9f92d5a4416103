import { describe, expect, it } from 'vitest';
import { patternProblem } from '#core/vocabulary/index.ts';

describe('a pattern', () => {
  it.each([
    '^(ab|a|b)*c$',
    '^(a|a)*$',
    '^(?:a|ab|b)+c$',
    '^(?<x>a|ab|b){2,}c$',
    '^((a|ab|b)c?)*$',
    '^(a|a){1,60}$',
    '^(a?){60}$',
    '^(a?b?)*c$',
    '^(\\(|\\(a|a)*c$',
    '^([)]|[)]a|a)*c$',
    '^(a{1,3}){1,40}$',
  ])('whose rounds leave a choice may not be repeated: %s', (pattern) => {
    expect(patternProblem(pattern)).toBe('nested');
  });

  it.each([
    '^[0-9]{6}$',
    '^(\\d-\\d-\\d)?$',
    '^(ab)*$',
    '^(?:男|女)$',
    '^(a|b)?c$',
    '^1[3-9]\\d{9}$',
    '^(ab[, ]){0,9}$',
    '^\\(?:[?]$',
  ])('that leaves none passes: %s', (pattern) => {
    expect(patternProblem(pattern)).toBeNull();
  });
});
