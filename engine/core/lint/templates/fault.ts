import type { Finding } from '../report/index.ts';

/** Something in a template that is not allowed or does not exist. */
export type TemplateFault = {
  code: 'template-syntax' | 'template-refused' | 'template-field';
} & Omit<Finding, 'at'>;
