const IMPORT = /^import(?:\{([^}]*)\}| ([\w$]+) )from"\.\/([\w-]+)\.js";/;
const EXPORT = /export(?:\{([^}]*)\}| default ([\s\S]*?));?\s*$/;

/** Names of an import or an export, `a as b`, as properties of an object. */
function toProperties(names: string, isExport: boolean): string {
  const pairs = names.split(',').map((name) => name.split(' as '));
  return pairs.map(([from, to = from]) => (isExport ? `${to}:${from}` : `${from}:${to}`)).join();
}

/**
 * A module of the build and those that it imports as one script, since a page loads nothing. It knows the forms that the build writes:
 * imports first, one export last. @param read the text of a module by its name, without the ending.
 */
export function linkScript(entry: string, read: (name: string) => string): string {
  const parts = new Map<string, { readonly variable: string; readonly code: string }>();
  const link = (name: string): string => {
    const known = parts.get(name);
    if (known !== undefined) return known.variable;
    let code = read(name).trim();
    let imports = '';
    for (let found = IMPORT.exec(code); found !== null; found = IMPORT.exec(code)) {
      const [whole, names, only, from = ''] = found;
      imports += `const{${names === undefined ? `default:${only}` : toProperties(names, false)}}=${link(from)};`;
      code = code.slice(whole.length).trimStart();
    }
    const body = code.replace(EXPORT, (_, names?: string, value?: string) =>
      names === undefined ? `return{default:${value}};` : `return{${toProperties(names, true)}};`,
    );
    const variable = `$${parts.size}`;
    parts.set(name, { variable, code: `const ${variable}=(()=>{${imports}${body}})();` });
    return variable;
  };
  link(entry);
  return `(()=>{${[...parts.values()].map(({ code }) => code).join('\n')}})();`;
}
