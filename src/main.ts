import { existsSync } from 'node:fs';
import { EnvironmentProblem, loadConfig } from '../config/env.ts';
import { startService } from './app/service.ts';
import { buildSandbox } from './sandbox/sandbox.ts';

/** Starts the service as the environment says; ends with one sentence a problem, and within 10 s of a signal. */
async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = loadConfig();
  const service = await startService(config, config.sandbox ? { buildSandbox } : {});
  const stop = () => {
    void service.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  const problem = error as Error;
  // What the operator can mend is a sentence; the rest needs its stack.
  const message = problem instanceof EnvironmentProblem ? problem.message : (problem.stack ?? problem.message);
  process.stderr.write(`${message}\n`);
  process.exit(1);
});
