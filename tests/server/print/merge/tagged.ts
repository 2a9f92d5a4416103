/** PDFs with tags as other programs than Chromium may write them. */
import {
  type PDFContext,
  type PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  type PDFRef,
  StandardFonts,
} from 'pdf-lib';

/** What a part may be: the paragraphs of each page, and how its structure is written. */
export type Shape = {
  pages: string[][];
  /** Without it, a part without tags. */
  tagged: boolean;
  /** Its paragraphs hang on the root, and not on one document. */
  loose: boolean;
  /** The tree by key has branches. */
  branched: boolean;
  /** Keys begin here. */
  firstKey: number;
  /** Paragraphs have a role, a class and an id of these names. */
  names: boolean;
};

/** A PDF of that shape. */
export async function taggedPdf(shape: Shape): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context, catalog } = document;
  const font = (await document.embedFont(StandardFonts.Helvetica)).ref;
  const root = context.nextRef();
  const top = shape.loose ? root : context.nextRef();
  const pages = shape.pages.map((texts) => pageOf(document, font, texts));
  const written = pages.map(({ page, texts }) =>
    texts.map((_, id) => paragraph(context, page, top, id, shape)),
  );
  if (shape.tagged) {
    for (const [at, { page }] of pages.entries())
      page.node.set(PDFName.of('StructParents'), context.obj(shape.firstKey + at));
    if (!shape.loose) {
      const own = { Type: 'StructElem', S: 'Document', P: root, K: written.flat() };
      context.assign(top, context.obj(own));
    }
    context.assign(root, rootOf(context, shape.loose ? written.flat() : [top], written, shape));
    catalog.set(PDFName.of('StructTreeRoot'), root);
    catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  }
  return Buffer.from(await document.save({ addDefaultPage: false }));
}

function pageOf(document: PDFDocument, font: PDFRef, texts: string[]): { page: PDFPage; texts: string[] } {
  const page = document.addPage([300, 400]);
  const drawn = texts.map(
    (text, id) => `/P <</MCID ${id}>> BDC BT /F1 12 Tf 20 ${380 - 20 * id} Td (${text}) Tj ET EMC`,
  );
  page.node.set(PDFName.of('Contents'), document.context.register(document.context.stream(drawn.join('\n'))));
  page.node.set(PDFName.of('Resources'), document.context.obj({ Font: { F1: font } }));
  return { page, texts };
}

function paragraph(context: PDFContext, page: PDFPage, parent: PDFRef, id: number, { names }: Shape): PDFRef {
  const element = { Type: 'StructElem', S: names ? 'Verse' : 'P', P: parent, Pg: page.ref, K: id };
  const dict = context.obj(element);
  const ref = context.register(dict);
  if (names) {
    dict.set(PDFName.of('C'), context.obj(['Wide', 0]));
    dict.set(PDFName.of('ID'), PDFHexString.fromText(`verse ${ref.objectNumber}`));
  }
  return ref;
}

function rootOf(context: PDFContext, tops: PDFRef[], written: PDFRef[][], shape: Shape): PDFDict {
  const leaves = written.map(
    (refs, at) => [shape.firstKey + at, context.register(context.obj(refs))] as const,
  );
  const tree = shape.branched
    ? { Kids: leaves.map(([key, list]) => context.obj({ Limits: [key, key], Nums: [key, list] })) }
    : { Nums: leaves.flat() };
  const wide = { O: 'Layout', Width: 100 };
  const names = shape.names && { RoleMap: { Verse: 'P' }, ClassMap: { Wide: wide } };
  return context.obj({ Type: 'StructTreeRoot', K: tops, ParentTree: tree, ...names });
}
