import { expect, it } from 'vitest';
import { linkScript } from '../../src/cli/link-script.ts';

const MODULES: Readonly<Record<string, string>> = {
  page: 'import{o as e,r}from"./shared-a.js";import n from"./data.js";globalThis.told=[e(),r,n];',
  'shared-a': 'import t from"./data.js";const a=()=>"export{x}",b=`$&`+t[0];export{a as o,b as r};\n',
  data: 'export default ["d"];\n',
  alone: '(()=>{globalThis.told=1})();',
};

it.each([
  ['page', ['export{x}', '$&d', ['d']]],
  ['alone', 1],
])('makes one script of %s and what it imports', (name, told) => {
  const script = linkScript(name, (file) => MODULES[file] ?? '');
  new Function('globalThis', script)(globalThis);
  expect(Reflect.get(globalThis, 'told')).toEqual(told);
});
