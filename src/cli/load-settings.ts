import { existsSync } from 'node:fs';
import { type Config, loadConfig } from '../../config/env.ts';

/** The settings as `npm start` reads them: a tool must meet the same database as the service. @throws EnvironmentProblem */
export function loadSettings(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return loadConfig();
}
