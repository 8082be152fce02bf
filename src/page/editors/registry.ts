import { choice } from './choice.ts';
import { comparison } from './comparison.ts';
import { customers } from './customers.ts';
import { duties } from './duties.ts';
import type { Editor } from './editor.ts';
import { number } from './number.ts';

/** By kind of criterion. */
export const EDITORS: Readonly<Record<string, Editor>> = { choice, number, comparison, customers, duties };
