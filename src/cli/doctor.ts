import { doctorTexts } from '../../config/texts/doctor.ts';
import { buildCore } from '../app/context.ts';
import { examine } from '../app/doctor.ts';
import { buildWecom } from '../app/wecom.ts';
import { withDatabase } from './with-database.ts';

/** Looks at the settings against the live platform; each line says what to do. Exit 1 when something is wrong. */
async function main(): Promise<void> {
  const findings = await withDatabase(async ({ connection }, config) => {
    const core = buildCore(config, connection);
    const base = config.wecomApiBase ?? config.consoleUrl;
    const wecom = buildWecom({ config, core, connection, base });
    return examine({ ...core, config, wecom, base, machineNow: () => new Date() });
  });
  const lines = findings.map(({ state, say }) => `${doctorTexts.mark[state]} ${say}`);
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = findings.some(({ state }) => state === 'bad') ? 1 : 0;
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
