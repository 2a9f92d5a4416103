/** Faces: which families a print has, what becomes of others, and the styles of a page that name them. */

export { FACES, LISTS } from './families.ts';
export { foreignFamilies, inFaces } from './in-faces.ts';
export { type Style, stylesOf, withStyles } from './styled.ts';
