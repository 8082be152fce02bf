import { type Content, type Html, html } from '../../../writers/html/html.ts';
import type { SectionContext } from '../../../writers/html/section-context.ts';

/** A heading so many levels below that of the project. */
export function heading({ level }: SectionContext, below: 0 | 1 | 2 | 3, content: Content, id?: string): Html {
  const named = id === undefined ? null : html` id="${id}"`;
  switch (level + below) {
    case 1:
      return html`<h1${named}>${content}</h1>`;
    case 2:
      return html`<h2${named}>${content}</h2>`;
    case 3:
      return html`<h3${named}>${content}</h3>`;
    case 4:
      return html`<h4${named}>${content}</h4>`;
    default:
      return html`<h5${named}>${content}</h5>`;
  }
}

/** The parts of a project's page, in order, each with the name that the list of contents gives it. */
export const PARTS = {
  verdict: 'Verdict',
  profile: 'Profile',
  'break-even': 'Edge and switch',
  gates: 'Gates',
  sure: 'How sure',
  cause: 'Diagnosis',
  levers: 'Levers',
  calendar: 'Calendar',
  'what-if': 'What if',
  more: 'What would change it',
  findings: 'Findings',
  criteria: 'Criteria',
  track: 'Track',
  file: 'The description',
} as const;

export type PageSectionId = keyof typeof PARTS;

/** A part of the page under its heading, or nothing where it is empty. */
export function section(context: SectionContext, id: PageSectionId, title: string, content: Content): Html {
  const name = `${context.prefix}${id}`;
  return html`
<section id="${name}" data-part="${id}">
${heading(context, 1, title)}
${content}
</section>`;
}
