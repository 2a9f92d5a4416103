import { DataTypes, type ModelAttributeColumnOptions } from 'sequelize';

/**
 * A column, said once for models and migrations. JSON is text on every database and turned at one place (rows.ts);
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

export const text = (length: number): Column => ({ kind: 'text', length });
export const id = (): Column => text(40);
export const long = (): Column => ({ kind: 'long' });
export const json = (): Column => ({ kind: 'json' });
export const integer = (): Column => ({ kind: 'integer' });
export const boolean = (): Column => ({ kind: 'boolean' });
export const at = (): Column => ({ kind: 'at' });
export const nullable = (column: Column): Column => ({ ...column, nullable: true });
export const primary = (column: Column): Column => ({ ...column, primary: true });
export const within = (table: string, column: Column): Column => ({ ...column, within: table });

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
