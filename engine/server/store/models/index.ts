/** Every table. A new one: its file, and one line here. */
import type { Model, ModelStatic, Sequelize } from 'sequelize';
import { attributeOf, type Column } from '../columns.ts';
import { auditHeadTable, auditTable } from './audit.ts';
import { barTable } from './bars.ts';
import { caseSectionTable } from './case-sections.ts';
import { caseTable } from './cases.ts';
import { editionTable } from './editions.ts';
import { eventTable } from './events.ts';
import { fileTable } from './files.ts';
import { jobTable } from './jobs.ts';
import { organisationTable } from './organisations.ts';
import { positionTable } from './positions.ts';
import { printSettingsTable } from './print-settings.ts';
import { rateTable } from './rates.ts';
import { migrationTable } from './schema-migrations.ts';
import { secondFactorTable } from './second-factors.ts';
import { sessionTable } from './sessions.ts';
import { setupTable } from './setups.ts';
import { spentTable } from './spent.ts';
import { strikeTable } from './strikes.ts';
import { uniqueValueTable } from './unique-values.ts';
import { userTable } from './users.ts';

export const TABLES = [
  organisationTable,
  userTable,
  sessionTable,
  uniqueValueTable,
  barTable,
  editionTable,
  caseTable,
  caseSectionTable,
  fileTable,
  strikeTable,
  eventTable,
  positionTable,
  printSettingsTable,
  jobTable,
  rateTable,
  spentTable,
  setupTable,
  secondFactorTable,
  auditTable,
  auditHeadTable,
  migrationTable,
];

/** Sequelize's model by table name. */
export type Models = ReadonlyMap<string, ModelStatic<Model>>;

/** Tells Sequelize of every table, and of the one join that repositories make. */
export function defineModels(sequelize: Sequelize): Models {
  const models = new Map<string, ModelStatic<Model>>();
  for (const { name, columns } of TABLES) {
    const attributes = Object.entries<Column>(columns).map(([key, column]) => [
      key,
      attributeOf(column, sequelize.getDialect()),
    ]);
    const options = { tableName: name, timestamps: false, freezeTableName: true };
    models.set(name, sequelize.define(name, Object.fromEntries(attributes), options));
  }
  const organisations = models.get(organisationTable.name);
  if (organisations)
    models
      .get(caseTable.name)
      ?.belongsTo(organisations, { as: 'unit', foreignKey: 'unitId', constraints: false });
  return models;
}
