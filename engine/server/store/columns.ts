import { DataTypes, type ModelAttributeColumnOptions } from 'sequelize';

/**
 * A column, described once for models and migrations. JSON is text on every database and turned at one place (rows.ts);
 * times are ISO text. All text compares byte by byte.
 */
export type Column = {
  kind: 'text' | 'long' | 'json' | 'integer' | 'boolean' | 'at';
  length?: number;
  nullable?: boolean;
  primary?: boolean;
  /** Deleted together with the row of this table (its `id`). */
  within?: string;
};

/** Text of at most so many characters. */
export const text = (length: number): Column => ({ kind: 'text', length });
/** The id of a row, or of something in a definition. */
export const id = (): Column => text(40);
/** Text of any length. */
export const long = (): Column => ({ kind: 'long' });
/** A JSON value of any size. */
export const json = (): Column => ({ kind: 'json' });
/** A whole number. */
export const integer = (): Column => ({ kind: 'integer' });
/** Yes or no. */
export const boolean = (): Column => ({ kind: 'boolean' });
/** A moment: ISO text in UTC with milliseconds. */
export const at = (): Column => ({ kind: 'at' });
/** The same column, which may hold null. */
export const nullable = (column: Column): Column => ({ ...column, nullable: true });
/** The same column as part of the primary key. */
export const primary = (column: Column): Column => ({ ...column, primary: true });
/** The same column holding the `id` of a row of another table; it is deleted together with that row. */
export function within(table: string, column: Column): Column {
  parents.add(table);
  return { ...column, within: table };
}

const parents = new Set<string>();

/** Whether rows of other tables are deleted together with rows of this one. */
export const hasDependants = (table: string): boolean => parents.has(table);

/** The column as Sequelize describes it. */
export function attributeOf(column: Column, dialect: string): ModelAttributeColumnOptions {
  const attribute = {
    type: typeOf(column, dialect),
    allowNull: column.nullable === true,
    primaryKey: column.primary === true,
  };
  if (!column.within) return attribute;
  return {
    ...attribute,
    references: { model: column.within, key: 'id' },
    onDelete: 'CASCADE',
    onUpdate: 'CASCADE',
  };
}

function typeOf(column: Column, dialect: string) {
  switch (column.kind) {
    case 'text':
      return DataTypes.STRING(column.length);
    case 'at':
      return DataTypes.STRING(24);
    case 'integer':
      return DataTypes.INTEGER;
    case 'boolean':
      return DataTypes.BOOLEAN;
    default:
      // SQLite has one kind of text; MariaDB's plain TEXT ends at 64 KiB.
      return dialect === 'sqlite' ? DataTypes.TEXT : DataTypes.TEXT('long');
  }
}
