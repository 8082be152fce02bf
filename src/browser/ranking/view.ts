import {
  BINDING,
  CONTROL,
  RANKING_ORDERS,
  type RankingEntry,
  type RankingOrder,
  type UnrankedEntry,
} from '../../model/page.ts';

/** What a reader asks to see: the controls that are not empty, by name, as in the page's address. */
export type RankingView = URLSearchParams;

/** Reads the controls of a form that are not empty. */
export function readView(form: FormData): RankingView {
  const view = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === 'string' && value !== '') view.append(name, value);
  return view;
}

/** Normalises case and Unicode form, so that texts that look alike are equal. */
function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** True where the text contains every word of the search. */
function matchesText(view: RankingView, text: string): boolean {
  const words = foldText(view.get(CONTROL.text) ?? '').split(/\s+/);
  const within = foldText(text);
  return words.every((word) => within.includes(word));
}

/** True where nothing is asked for, or one of the values is. */
function matchesAny(view: RankingView, name: string, values: readonly string[]): boolean {
  const asked = view.getAll(name);
  return asked.length === 0 || values.some((value) => asked.includes(value));
}

function matchesGates(view: RankingView, { gates }: RankingEntry): boolean {
  return Object.entries(gates).every(([id, { status, binds }]) =>
    matchesAny(view, `${CONTROL.gate}${id}`, binds ? [status, BINDING] : [status]),
  );
}

/** True for a project that matches every control, each by one of its choices. */
export function isShown(view: RankingView, entry: RankingEntry): boolean {
  return (
    matchesAny(view, CONTROL.track, entry.tracks) &&
    matchesAny(view, CONTROL.verdict, [entry.verdict]) &&
    matchesAny(view, CONTROL.possible, [entry.verdictAtPossible]) &&
    matchesAny(view, CONTROL.certain, [entry.certain ? 'yes' : 'no']) &&
    matchesGates(view, entry) &&
    matchesText(view, `${entry.name}\n${entry.offer ?? ''}`)
  );
}

/** The same for an entry without a rank, which has a name and at most a track. */
export function isUnrankedShown(view: RankingView, { kind, name, track }: UnrankedEntry): boolean {
  const isHidden = view.getAll(CONTROL.hidden).includes(kind);
  return !isHidden && matchesAny(view, CONTROL.track, track === null ? [] : [track]) && matchesText(view, name);
}

const COLLATOR = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Above 0 where `b` comes first: the greater figure, the wider interval, the earlier name. */
const COMPARE: Readonly<Record<RankingOrder, (a: RankingEntry, b: RankingEntry) => number>> = {
  supported: (a, b) => b.index.supported - a.index.supported,
  claimed: (a, b) => b.index.claimed - a.index.claimed,
  possible: (a, b) => b.index.possible - a.index.possible,
  width: (a, b) => b.index.possible - b.index.supported - (a.index.possible - a.index.supported),
  name: (a, b) => COLLATOR.compare(a.name, b.name),
};

/** The order that was asked for. */
export function readOrder(view: RankingView): RankingOrder {
  return RANKING_ORDERS.find((order) => order === view.get(CONTROL.order)) ?? RANKING_ORDERS[0];
}

/** Places of the projects in the order asked for; equals by rank, in reverse order too. */
export function sortPlaces(view: RankingView, entries: readonly RankingEntry[]): readonly number[] {
  const compare = COMPARE[readOrder(view)];
  const sign = view.has(CONTROL.reversed) ? -1 : 1;
  return entries
    .map((entry, place) => ({ entry, place }))
    .sort((a, b) => sign * compare(a.entry, b.entry) || a.place - b.place)
    .map(({ place }) => place);
}
