/** Why a file is refused. Words for people are the locale's. */
export type FileProblem =
  | 'empty'
  | 'unknown-type'
  | 'broken'
  | 'encrypted'
  | 'scripted'
  | 'launches'
  | 'sends'
  | 'leads-out'
  | 'attachments'
  | 'rich-media'
  | 'xfa'
  | 'too-complex'
  | 'too-many-pages'
  | 'too-large-image';
