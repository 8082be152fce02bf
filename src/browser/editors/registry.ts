import { listChoiceFields } from './choice.ts';
import { listComparisonFields } from './comparison.ts';
import { listCustomerFields } from './customers.ts';
import { listDutyFields } from './duties.ts';
import type { Editor } from './editor.ts';
import { listNumberFields } from './number.ts';

/** By kind of criterion. */
export const EDITORS: Readonly<Record<string, Editor>> = {
  choice: listChoiceFields,
  number: listNumberFields,
  comparison: listComparisonFields,
  customers: listCustomerFields,
  duties: listDutyFields,
};
