import { normalizeName } from '../../criteria/normalize-name.ts';
import type { CustomerMention } from './find-customers.ts';
import { isSameName } from './names.ts';
import type { StatementContext, StatementFinding } from './statement.ts';

/** A customer holds where the list of customers names it, or the note of a sourced answer tells of it as one. */
export function judgeCustomer(
  customer: CustomerMention,
  { ledger, vocabulary }: StatementContext,
): StatementFinding | null {
  const name = normalizeName(customer.name, vocabulary.noise);
  const listed = ledger.customers.filter((entry) => isSameName(name, entry.name));
  if (listed.some(({ carrier }) => carrier.isSourced)) return null;
  const base = { subject: customer.name, at: customer };
  const [unsourced] = listed;
  if (unsourced !== undefined)
    return { ...base, id: 'memo/no-source', detail: { criterion: unsourced.carrier.criterion } };
  if ([...ledger.affirmed].some((known) => isSameName(name, known))) return null;
  return { ...base, id: 'memo/customer-not-in-ledger', detail: {} };
}
