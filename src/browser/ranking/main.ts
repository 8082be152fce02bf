import { DATA_ID, RANKING_ID, type RankingData } from '../../model/page.ts';
import { mountRanking } from './ranking.ts';

const data = document.getElementById(DATA_ID)?.textContent;
const form = document.getElementById(RANKING_ID.form);
if (typeof data === 'string' && form instanceof HTMLFormElement) mountRanking(JSON.parse(data) as RankingData, form);
