import { toPointer } from '../../model/pointer.ts';
import type { Rule } from './rule.ts';

export const sourceNotPublic = {
  id: 'source/not-public',
  severity: 'error',
  scope: 'description',
  subject: 'source',
  title: 'A source that the public can not open',
  what: ({ subject, text }) => `The source ${subject} is at ${text('host')}, which the public can't open.`,
  why: 'Evidence that nobody else can read can not be checked.',
  fix: 'Cite a public copy of it.',
  find: ({ description, findPrivateHost }) =>
    description.sources.flatMap(({ id, url }) => {
      const host = findPrivateHost(url);
      return host === null
        ? []
        : [{ subject: id, detail: { host }, at: description.placeOf(toPointer(['sources', id])) }];
    }),
} as const satisfies Rule;
