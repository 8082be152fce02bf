import { CONTROL, RANKING_ID, type RankingData } from '../../model/page.ts';
import { isShown, isUnrankedShown, type RankingView, readOrder, readView, sortPlaces } from './view.ts';

/** Milliseconds without a change before the address is updated: browsers limit how often it may be. */
const PAUSE = 250;

type FormControl = HTMLInputElement | HTMLSelectElement;

function listControls(form: HTMLFormElement): readonly FormControl[] {
  return [...form.elements].filter(
    (node): node is FormControl => node instanceof HTMLInputElement || node instanceof HTMLSelectElement,
  );
}

function isCheckbox(node: FormControl): node is HTMLInputElement {
  return node instanceof HTMLInputElement && node.type === 'checkbox';
}

/** Sets the controls to a view; names and choices that the page does not have are ignored. */
function setControls(form: HTMLFormElement, view: RankingView): void {
  for (const node of listControls(form)) {
    const asked = view.getAll(node.name);
    if (isCheckbox(node)) node.checked = asked.includes(node.value);
    else if (node instanceof HTMLInputElement) node.value = asked[0] ?? '';
    else node.value = [...node.options].find(({ value }) => asked.includes(value))?.value ?? '';
  }
}

/** The rows of a part of the page in the order that it was written in. */
function findRows(id: string): readonly HTMLElement[] {
  return [...(document.getElementById(id)?.children ?? [])].filter((node) => node instanceof HTMLElement);
}

function showRows(rows: readonly HTMLElement[], isOne: (place: number) => boolean): number {
  let count = 0;
  rows.forEach((row, place) => {
    row.hidden = !isOne(place);
    count += Number(!row.hidden);
  });
  return count;
}

function describeCount(shown: number, all: number, view: RankingView): string {
  const order = readOrder(view) === 'width' ? 'width of the interval' : readOrder(view);
  const reversed = view.has(CONTROL.reversed) ? ', reversed' : '';
  return `${shown === all ? `All ${all}` : `${shown} of ${all}`} projects shown, by ${order}${reversed}.`;
}

/** The view in the address of the page; null where the address is an anchor. */
function readAddressView(): RankingView | null {
  const hash = location.hash.slice(1);
  return hash === '' || hash.includes('=') ? new URLSearchParams(hash) : null;
}

/** Makes the filters and orders of a comparison's page work. */
export function mountRanking({ projects, unranked }: RankingData, form: HTMLFormElement): void {
  const rows = findRows(RANKING_ID.rows);
  const others = findRows(RANKING_ID.unranked);
  const section = others[0]?.closest('section');
  const count = document.getElementById(RANKING_ID.count);
  const none = document.getElementById(RANKING_ID.none);
  const more = document.getElementById(RANKING_ID.more);
  let places = projects.map((_, place) => place);
  let pause: number | undefined;

  const arrange = (view: RankingView): void => {
    const wanted = sortPlaces(view, projects);
    if (wanted.every((place, at) => place === places[at])) return;
    places = [...wanted];
    rows[0]?.parentElement?.append(...wanted.flatMap((place) => rows[place] ?? []));
  };

  const apply = (view: RankingView): void => {
    const shown = showRows(rows, (place) => {
      const entry = projects[place];
      return entry !== undefined && isShown(view, entry);
    });
    const besides = showRows(others, (place) => {
      const entry = unranked[place];
      return entry !== undefined && isUnrankedShown(view, entry);
    });
    section?.toggleAttribute('hidden', besides === 0);
    arrange(view);
    document.body.classList.toggle('without-references', view.getAll(CONTROL.hidden).includes('reference'));
    if (none !== null) none.hidden = shown > 0;
    if (count !== null) count.textContent = describeCount(shown, projects.length, view);
  };

  const follow = (): void => {
    const view = readView(new FormData(form));
    apply(view);
    clearTimeout(pause);
    pause = window.setTimeout(() => {
      const text = view.toString();
      history.replaceState(null, '', text === '' ? location.href.replace(/#.*$/s, '') : `#${text}`);
    }, PAUSE);
  };

  const restore = (): void => {
    const view = readAddressView();
    if (view === null) return;
    clearTimeout(pause);
    setControls(form, view);
    if (more instanceof HTMLDetailsElement && view.size > 0) more.open = true;
    apply(readView(new FormData(form)));
  };

  form.hidden = false;
  form.addEventListener('input', follow);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The event comes before the controls are reset.
  form.addEventListener('reset', () => window.setTimeout(follow));
  window.addEventListener('hashchange', restore);
  restore();
}
