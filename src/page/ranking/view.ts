import { BINDS, CONTROL, ORDERS, type Order, type RankingEntry, type UnrankedEntry } from '../../model/ranking.ts';

/** What a reader asks to see: the controls that say something, by name, as they stand in the page's address. */
export type View = URLSearchParams;

/** The controls of a form that are not at rest. */
export function viewOf(form: FormData): View {
  const view = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === 'string' && value !== '') view.append(name, value);
  return view;
}

/** Letters in one way of writing them, so that what looks alike is alike. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** True where every word that was asked for is somewhere in the text. */
function says(view: View, text: string): boolean {
  const words = plain(view.get(CONTROL.text) ?? '').split(/\s+/);
  const within = plain(text);
  return words.every((word) => within.includes(word));
}

/** True where nothing was asked for, or one of what was. */
function isAmong(view: View, name: string, values: readonly string[]): boolean {
  const asked = view.getAll(name);
  return asked.length === 0 || values.some((value) => asked.includes(value));
}

function gatesFit(view: View, { gates }: RankingEntry): boolean {
  return Object.entries(gates).every(([id, { status, binds }]) =>
    isAmong(view, `${CONTROL.gate}${id}`, binds ? [status, BINDS] : [status]),
  );
}

/** Whether a project is among what was asked for: all that was asked, of each control one of its choices. */
export function isShown(view: View, entry: RankingEntry): boolean {
  return (
    isAmong(view, CONTROL.track, entry.tracks) &&
    isAmong(view, CONTROL.verdict, [entry.verdict]) &&
    isAmong(view, CONTROL.possible, [entry.verdictAtPossible]) &&
    isAmong(view, CONTROL.certain, [entry.certain ? 'yes' : 'no']) &&
    gatesFit(view, entry) &&
    says(view, `${entry.name}\n${entry.offer ?? ''}`)
  );
}

/** The same of what has no rank, which has a name and at most a track. */
export function isUnrankedShown(view: View, { kind, name, track }: UnrankedEntry): boolean {
  const isHidden = view.getAll(CONTROL.hidden).includes(kind);
  return !isHidden && isAmong(view, CONTROL.track, track === null ? [] : [track]) && says(view, name);
}

const COLLATOR = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Above 0 where `b` comes first: the greater figure, the wider interval, the earlier name. */
const COMPARE: Readonly<Record<Order, (a: RankingEntry, b: RankingEntry) => number>> = {
  supported: (a, b) => b.index.supported - a.index.supported,
  claimed: (a, b) => b.index.claimed - a.index.claimed,
  possible: (a, b) => b.index.possible - a.index.possible,
  width: (a, b) => b.index.possible - b.index.supported - (a.index.possible - a.index.supported),
  name: (a, b) => COLLATOR.compare(a.name, b.name),
};

/** The order that was asked for. */
export function orderOf(view: View): Order {
  return ORDERS.find((order) => order === view.get(CONTROL.order)) ?? ORDERS[0];
}

/** Places of the projects in the order that was asked for; equals by their rank, also where it is reversed. */
export function placesIn(view: View, entries: readonly RankingEntry[]): readonly number[] {
  const compare = COMPARE[orderOf(view)];
  const sign = view.has(CONTROL.reversed) ? -1 : 1;
  return entries
    .map((entry, place) => ({ entry, place }))
    .sort((a, b) => sign * compare(a.entry, b.entry) || a.place - b.place)
    .map(({ place }) => place);
}
