import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './sources.ts';

const PAGES = [
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const PLACE = /`((?:engine|renderer|admin-ui|tests|bench|docs|definitions)\/[^`\s]*)`/g;
const LINK = /\]\(([^):#]+\.md)\)/g;

/** A place with a part to fill in (`<group>`, `…`) stands for what is before it. */
const certain = (place: string) => place.replace(/[^/]*[<…*{].*$/, '');

const placesOf = (text: string) => [...text.matchAll(PLACE)].map(([, place = '']) => certain(place));

describe('the pages name what is there', () => {
  it('sees the pages and the places', () => {
    expect(PAGES.length).toBeGreaterThan(4);
    const map = readFileSync(join(root, 'docs/map.md'), 'utf8');
    expect(placesOf(map).length).toBeGreaterThan(40);
    expect(map.split('## Where does … live')[1]?.match(/^\| /gm)?.length).toBeGreaterThan(15);
  });

  it.each(PAGES)('every place and page that %s names exists', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const places = placesOf(text).map((place) => join(root, place));
    const pages = [...text.matchAll(LINK)].map(([, link = '']) => join(root, page, '..', link));
    expect([...places, ...pages].filter((path) => !existsSync(path))).toEqual([]);
  });
});
