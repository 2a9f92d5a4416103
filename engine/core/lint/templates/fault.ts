/** Something that a template may not say, or names that is not there. */
export type TemplateFault = {
  code: 'template-syntax' | 'template-refused' | 'template-field';
  message: string;
  hint?: string | undefined;
};
