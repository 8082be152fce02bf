// What batch scoring is compared with: the `yaml` package parsing the same files and nothing else.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';

const [folder = '.'] = process.argv.slice(2);
for (const name of fs.readdirSync(folder)) parse(fs.readFileSync(path.join(folder, name), 'utf8'));
