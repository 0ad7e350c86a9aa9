import { openPostgres } from '../../src/index.ts';

// A service in a process of its own, for tests that end it: opens, says how, waits, and exits without closing.
const { how, connection } = await openPostgres({ dir: process.argv[2] ?? '' });
process.stdout.write(`${JSON.stringify({ how, connection })}\n`);
process.stdin.resume().on('end', () => process.exit());
