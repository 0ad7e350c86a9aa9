import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chatCommandsPage } from './chat-commands.ts';

writeFileSync(path.resolve(import.meta.dirname, '../../docs/chat-commands.md'), chatCommandsPage());
