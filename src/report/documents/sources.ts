import type { CitedSource, CitedSources } from '../../model/cited-source.ts';
import type { MissReason } from '../../model/lock.ts';
import {
  type Block,
  type Document,
  facts,
  items,
  paragraph,
  strong,
  type Text,
  table,
  underHeading,
} from '../document.ts';
import { formatCount, formatPercent } from '../wording/figures.ts';

const MISS_REASONS = {
  gone: 'it is gone',
  refused: 'the server refused',
  busy: 'the server asked to wait',
  failed: 'the server failed',
  timeout: 'it took longer than 15 seconds',
  unreachable: 'the connection failed',
  robots: 'its robots.txt does not allow it',
  'not-public': 'its address is not public',
  redirects: 'too many redirects',
  'too-large': 'it is larger than 5 MiB',
  wall: 'a login, a paywall or a check for robots came instead',
  'little-text': 'it has little text without scripts',
  'no-text': 'it contains only images',
  format: 'its format cannot be read',
  package: 'a PDF needs the package unpdf',
  poorer: 'it had less than half of its earlier text',
} as const satisfies Record<MissReason, string>;

function describeMiss({ reason, status }: CitedSource): string {
  const says = reason === null ? 'not read' : MISS_REASONS[reason];
  return status === null || status < 300 ? says : `${says} (${status})`;
}

/** Whether the page of a source was read, and when. */
function describeState(source: CitedSource): string {
  const { state, day, isChanged, reason } = source;
  switch (state) {
    case 'read': {
      const again = reason === null ? '' : `; later not: ${describeMiss(source)}`;
      return `read on ${day}${isChanged ? ', changed since it was pinned' : ''}${again}`;
    }
    case 'archived':
      return `gone since ${day}; the archive has it`;
    case 'gone':
      return `gone since ${day}`;
    case 'unclear':
      return `could not tell: ${describeMiss(source)}`;
    case 'not-opened':
      return 'not opened yet';
    case 'closed':
      return 'not public: no address';
  }
}

function describePin({ pin }: CitedSource): string {
  return pin === null ? '' : `; looked at on ${pin.day}${pin.by === null ? '' : ` by ${pin.by}`}`;
}

function describeQuotes({ quotes }: CitedSource): string {
  const found = quotes.filter(({ state }) => state === 'found').length;
  return quotes.length === 0 ? '' : `${found} of ${quotes.length} found`;
}

/** The quotes that a page does not have, with what it has instead. */
function toMissingItems(sources: readonly CitedSource[]): readonly Block[] {
  const missing = sources.flatMap(({ id, quotes }) =>
    quotes.flatMap(({ text, state, nearest }) => {
      if (state === null || state === 'found') return [];
      const says: Text = [strong(id), `: "${text}"`];
      const near: readonly Block[] = nearest === null ? [] : paragraph(`Nearest: "${nearest}"`);
      return [{ text: says, below: near }];
    }),
  );
  return underHeading('Quotes that are not on their pages', items(missing));
}

/** A source that a person has to open, as its page could not be read. */
const isToOpen = ({ state, pin }: CitedSource) => state === 'unclear' && pin === null;

/** The sources of one description, that which carries most first. */
export function toSourcesDocument({ name, file, sources, verified }: CitedSources): Document {
  const isAnyQuoted = sources.some(({ quotes }) => quotes.length > 0);
  const rows = sources.map((source): Text[] => [
    [source.id],
    [formatPercent(source.carries)],
    [formatPercent(source.alone)],
    ...(isAnyQuoted ? [[describeQuotes(source)]] : []),
    [`${describeState(source)}${describePin(source)}`],
  ]);
  const addresses = sources.filter(isToOpen).flatMap(({ id, url }) => {
    const text: Text = [strong(id), ': ', { says: url ?? '', url: url ?? '' }];
    return url === null ? [] : [{ text }];
  });
  return {
    title: [strong(name)],
    subtitle: file === null ? null : [file],
    blocks: [
      ...facts([
        ['Sources', [formatCount(sources.length, 'source')]],
        ['Quotes verified', [`${formatPercent(verified)} of what is shown rests on quotes that were found`]],
      ]),
      ...(sources.length === 0
        ? []
        : paragraph(
            'Carries: the share of what is shown whose answers cite it. Alone: what would be lost without it.',
          )),
      ...table(['Source', 'Carries>', 'Alone>', ...(isAnyQuoted ? ['Quotes'] : []), 'State'], rows),
      ...toMissingItems(sources),
      ...underHeading('To open by hand', items(addresses)),
      ...(sources.some(({ state }) => state === 'not-opened')
        ? paragraph(
            'To open the pages, run ',
            { command: 'sources FILE --refresh' },
            '; to record a source that you have read, add --pin ID.',
          )
        : []),
    ],
  };
}
