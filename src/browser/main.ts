import { DATA_ID, type PageData, WHAT_IF_ID } from '../model/page.ts';
import { mountWhatIf } from './what-if.ts';

const data = document.getElementById(DATA_ID)?.textContent;
const place = document.getElementById(WHAT_IF_ID);
if (typeof data === 'string' && place !== null) mountWhatIf(JSON.parse(data) as PageData, place);
