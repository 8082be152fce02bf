import type { Customer } from './customers.ts';
import { isSameName, plainName } from './names.ts';
import type { Judged, Judging } from './statement.ts';

/** A customer holds where a list names it, or the text of an answer or the title of a source does. */
export function judgeCustomer(customer: Customer, { ledger, vocabulary }: Judging): Judged | null {
  const name = plainName(customer.name, vocabulary.statements.customers.forms);
  const listed = ledger.customers.filter((entry) => isSameName(entry.name, name));
  if (listed.some(({ carrier }) => carrier.isSourced)) return null;
  const base = { subject: customer.name, at: customer };
  const [unsourced] = listed;
  if (unsourced !== undefined)
    return { ...base, id: 'memo/no-source', detail: { criterion: unsourced.carrier.criterion } };
  if (ledger.allText.includes(` ${name} `)) return null;
  return { ...base, id: 'memo/customer-not-in-ledger', detail: {} };
}
