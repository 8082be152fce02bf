import type { CommandEntry } from '../command.ts';

/** Every command; the first is the default. A new one is a file and an entry here. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    id: 'score',
    summary: 'Score descriptions and print a fit report',
    load: async () => (await import('./score.ts')).scoreCommand,
  },
  {
    id: 'compare',
    summary: 'Rank descriptions, with what could move each rank and what decides it',
    load: async () => (await import('./compare.ts')).compareCommand,
  },
  {
    id: 'diff',
    summary: 'Tell why index and verdict changed between two versions of a description',
    load: async () => (await import('./diff.ts')).diffCommand,
  },
  {
    id: 'check',
    summary: 'Hold descriptions and memos against rules, for a pipeline',
    load: async () => (await import('./check.ts')).checkCommand,
  },
  {
    id: 'classify',
    summary: 'Tell the sub-track of a description and the words that decided it',
    load: async () => (await import('./classify.ts')).classifyCommand,
  },
  {
    id: 'explain',
    summary: 'Explain anything that has an id: a criterion, a gate, a grade, a duty',
    load: async () => (await import('./explain.ts')).explainCommand,
  },
  {
    id: 'list',
    summary: 'List everything of one kind, such as criteria or alternatives',
    load: async () => (await import('./list.ts')).listCommand,
  },
  {
    id: 'rubric',
    summary: 'Check a rubric for weaknesses, hold it against its vectors, or copy the built-in one',
    load: async () => (await import('./rubric.ts')).rubricCommand,
  },
  {
    id: 'init',
    summary: 'Begin a description: by questions at a terminal, else as a commented template',
    load: async () => (await import('./init.ts')).initCommand,
  },
  {
    id: 'completion',
    summary: 'Print the completion script of a shell',
    load: async () => (await import('./completion.ts')).createCompletionCommand(COMMANDS),
  },
  {
    id: 'schema',
    summary: 'Print the JSON Schema of a description, the settings or a format, for editors',
    load: async () => (await import('./schema.ts')).schemaCommand,
  },
];
