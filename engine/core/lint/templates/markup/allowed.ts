/**
 * The elements that a printed page may have. All others could load something, act, link away, or hold another
 * language.
 */
const TAGS = new Set(
  (
    'p div span h1 h2 h3 h4 h5 h6 br hr ul ol li dl dt dd strong em b i u s sub sup small pre main section article ' +
    'header footer figure figcaption table caption colgroup col thead tbody tfoot tr td th'
  ).split(' '),
);

const ATTRIBUTES =
  /^(class|style|id|title|lang|dir|colspan|rowspan|span|scope|start|value|aria-[a-z]+|role)$/;

/** Attributes that are text for people and nothing else. */
const TEXTS = new Set(['title', 'aria-label']);

/** Whether a sheet may be made of this tag. */
export const mayBeTag = (tag: string): boolean => TAGS.has(tag);

/** Whether a tag of a sheet may have this attribute. */
export const mayBeAttribute = (attribute: string): boolean => ATTRIBUTES.test(attribute);

/** Whether an answer may stand in this attribute. */
export const mayHoldAnswers = (attribute: string): boolean => TEXTS.has(attribute);

/** Whether a style fetches something or lies over others; escapes could hide either. */
export const isRefusedStyle = (style: string): boolean =>
  /url\s*\(|image-set|z-index|\\|&(?!quot;|apos;|amp;)/i.test(style);
