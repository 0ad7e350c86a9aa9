export { type OpenMongo, type OpenMongoOptions, openMongo } from './mongo/open-mongo.ts';
export { type RunningServer, type ServerOptions, startServer } from './mongo/server.ts';
export {
  type EmbeddedPostgres,
  openPostgres,
  type PostgresConnection,
  type PostgresOptions,
} from './postgres/open-postgres.ts';
