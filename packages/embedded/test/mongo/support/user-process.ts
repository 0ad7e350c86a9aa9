// A process that uses the embedded server of a folder until it is told to end: user-process <data folder>
import { openMongo } from '../../../src/mongo/open-mongo.ts';

const [dir = ''] = process.argv.slice(2);
const mongo = await openMongo({ dir });
process.send?.(mongo.uri);
process.once('disconnect', () => void mongo.close().then(() => process.exit(0)));
process.once('message', () => void mongo.close().then(() => process.exit(0)));
