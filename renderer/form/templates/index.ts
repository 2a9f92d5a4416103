export { FieldsContext, isMerelyMissing, useFields, useProblems } from './fields.tsx';
export { Message } from './Message.tsx';
export { SchemaForm } from './SchemaForm.tsx';
