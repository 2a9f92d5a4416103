/** A field that is called otherwise: where it stands, its old name with the steps before it, its new name. */
export type Renamed = {
  section: string;
  cycle?: string;
  file: string;
  field: string;
  to: string;
  path: string[];
};
