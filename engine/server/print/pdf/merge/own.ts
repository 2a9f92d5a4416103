import { PDFContext, type PDFDict, PDFHexString, PDFRef, PDFString } from 'pdf-lib';
import { name } from './elements.ts';
import { type Bookmark, outlineOf } from './outline.ts';
import type { Part } from './part.ts';
import type { Structure } from './structure.ts';
import { structureRoot } from './structure-root.ts';
import type { Numbered } from './writer.ts';

/** What a whole has besides its parts, by number. */
export const OWN = { catalog: 1, info: 2, pages: 3, structure: 4, document: 5 };
export const OWN_COUNT = Object.keys(OWN).length;

type Whole = {
  title: string;
  /** In ISO 8601. */
  date: string;
  parts: readonly Part[];
  bookmarks: readonly Bookmark[];
  /** The number of the list of bookmarks; theirs follow it. */
  outline: number;
  /** The first key of structure that no part has. */
  key: number;
};

/** The objects of a whole that are none of its parts'. */
export function ownObjects(whole: Whole): Numbered[] {
  const context = PDFContext.create();
  const { parts, bookmarks, outline, key } = whole;
  const structures = parts.map(({ structure }) => structure).filter((found) => found !== null);
  const objects: Numbered[] = [
    [OWN.catalog, catalogOf(context, whole, structures)],
    [OWN.info, infoOf(context, whole)],
    [OWN.pages, pagesOf(context, parts)],
  ];
  if (structures.length > 0) objects.push(...structureRoot(context, OWN, structures, key));
  if (bookmarks.length > 0) objects.push(...outlineOf(context, bookmarks, outline));
  return objects;
}

/** In the language of its first part that has one, bookmarks open when the file is. */
function catalogOf(context: PDFContext, whole: Whole, structures: readonly Structure[]): PDFDict {
  const { parts, bookmarks, outline } = whole;
  const catalog = context.obj({
    Type: 'Catalog',
    Pages: PDFRef.of(OWN.pages),
    ViewerPreferences: { DisplayDocTitle: true },
    ...(bookmarks.length > 0 && { Outlines: PDFRef.of(outline), PageMode: 'UseOutlines' }),
    ...(structures.length > 0 && { StructTreeRoot: PDFRef.of(OWN.structure) }),
    ...(structures.length > 0 && { MarkInfo: marksOf(structures.length === parts.length) }),
  });
  const language = parts.find((part) => part.language)?.language;
  if (language) catalog.set(name('Lang'), language);
  return catalog;
}

/** Where a part has no tags, the whole owns that some may be missing (ISO 32000-1, 14.7.1). */
const marksOf = (all: boolean) => ({ Marked: true, ...(!all && { Suspects: true }) });

function infoOf(context: PDFContext, { title, date }: Whole): PDFDict {
  const day = PDFString.fromDate(new Date(date));
  return context.obj({ Title: PDFHexString.fromText(title), CreationDate: day, ModDate: day });
}

/** The pages of all parts under one node (ISO 32000-1, 7.7.3.2). */
function pagesOf(context: PDFContext, parts: readonly Part[]): PDFDict {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  return context.obj({ Type: 'Pages', Kids: parts.map(({ pages }) => pages), Count: count });
}
