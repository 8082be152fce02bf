import type { Rubric } from '../../model/rubric.ts';
import { listEntries } from '../../rubric-pages/registry.ts';
import type { ActionEntry, CommandEntry } from '../command.ts';
import type { ArgumentSpec, OptionSpec } from './signature.ts';

/** A word that can stand where the cursor is, with what it means. */
interface Proposal {
  readonly word: string;
  readonly about: string;
}

/** Lines that stand for the shell's own completion of names. */
const FILES: Proposal = { word: ':files', about: '' };
const FOLDERS: Proposal = { word: ':folders', about: '' };

/** Words that need no quoting in any shell. */
const PLAIN = /^[\w./@%+,=-]+$/;

const toProposals = (words: readonly string[]) => [...new Set(words)].map((word) => ({ word, about: '' }));

function proposeOptionValues({ name, value, values }: OptionSpec, rubric: () => Rubric): readonly Proposal[] {
  if (values !== undefined) return toProposals(values);
  if (name === 'track') return toProposals(rubric().tracks.map(({ id }) => id));
  if (name === 'min-verdict') return toProposals(rubric().bands.map(({ id }) => id));
  if (value === 'dir') return [FOLDERS];
  return value === 'file' || value === 'memo' ? [FILES] : [];
}

function proposeArguments({ name, values }: ArgumentSpec, rubric: () => Rubric): readonly Proposal[] {
  if (values !== undefined) return toProposals(values);
  if (name === '[words...]') return listEntries(rubric()).map(({ id, title }) => ({ word: id, about: title }));
  return [name === '<folder>' ? FOLDERS : FILES];
}

/** What can stand in the place of the last of `words`, the one at the cursor; the first may be a command. */
async function propose(
  words: readonly string[],
  commands: readonly ActionEntry[],
  rubric: () => Rubric,
): Promise<readonly Proposal[]> {
  const before = words.slice(0, -1);
  const current = words.at(-1) ?? '';
  const named = commands.find(({ id }) => id === before[0]);
  const command = await (named ?? commands[0])?.load();
  if (command === undefined) return [];
  const { actions, signature } = command;
  if (actions?.some(({ id }) => id === before[1])) return propose(words.slice(1), actions, rubric);
  const { args, options } = signature;
  let [count, open]: [number, OptionSpec | undefined] = [0, undefined];
  for (const word of named === undefined ? before : before.slice(1)) {
    if (open !== undefined) open = undefined;
    else if (word.length > 1 && word.startsWith('-'))
      open = options.find(({ name, value }) => word === `--${name}` && value !== null);
    else count += 1;
  }
  if (open !== undefined) return proposeOptionValues(open, rubric);
  const [, flag = '', name] = /^(--([\w-]+)=)/.exec(current) ?? [];
  const attached = options.find((option) => option.name === name);
  if (attached !== undefined)
    return proposeOptionValues(attached, rubric).map((value) => ({ ...value, word: flag + value.word }));
  if (current.startsWith('-'))
    return [...options, { name: 'help', about: 'show the help' }].map((o) => ({ word: `--${o.name}`, about: o.about }));
  const last = args.at(-1);
  const argument = args[count] ?? (last?.name.includes('...') ? last : undefined);
  return [
    ...(before.length === 0 ? commands.map(({ id, summary }) => ({ word: id, about: summary })) : []),
    ...(argument === undefined ? [] : proposeArguments(argument, rubric)),
  ];
}

/** The proposals as the scripts of the shells read them: a line for each, with a tab before what it means. */
export async function proposeWords(
  words: readonly string[],
  commands: readonly CommandEntry[],
  rubric: () => Rubric,
): Promise<string> {
  const proposals = await propose(words, commands, rubric);
  return proposals
    .filter(({ word }) => word.endsWith(FILES.word) || word.endsWith(FOLDERS.word) || PLAIN.test(word))
    .map(({ word, about }) => `${word}\t${about}\n`)
    .join('');
}
