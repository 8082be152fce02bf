/** Raised when a field of the JSON output changes its meaning or goes away; additions leave it alone. */
export const SCHEMA_VERSION = 2;
