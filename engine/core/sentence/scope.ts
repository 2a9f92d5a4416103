import type {
  CategoryDefinition,
  Definition,
  FieldSchema,
  RouteDefinition,
  SectionDefinition,
} from '#core/model/index.ts';

/** Where a piece of logic stands: names are looked for there first. */
export type SentenceScope = {
  definition: Definition;
  /** Without one, names are looked for in every form. */
  category?: CategoryDefinition | undefined;
  /** Its own fields are called by their titles alone. */
  section?: SectionDefinition | undefined;
  route?: RouteDefinition | undefined;
  /** `unit` is not the applicant's organisation but one that is looked at. */
  candidate?: true | undefined;
  /** What an event asks for, read as `input`. */
  input?: FieldSchema | undefined;
  /** The items of the list in which it stands, read as `item`. */
  item?: FieldSchema | undefined;
  /** The field whose choices are read as `option`. */
  options?: FieldSchema | undefined;
};
