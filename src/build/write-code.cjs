// Run by the build as `node write-code.cjs DIST ARGUMENTS`: carries out the command line of the built program and then
// writes the code that V8 has made of it, with the functions that such a run needs.
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

const [, , dist, ...args] = process.argv;
const main = path.join(dist, 'main.cjs');
const program = path.join(dist, 'main.program.cjs');
const source = `(function (exports, require, module, __filename, __dirname) {${fs.readFileSync(program, 'latin1')}\n})`;
const script = new vm.Script(source, { filename: program });

// What the loader would do, with a hand on the script.
const loaded = new Module(main);
loaded.filename = main;
loaded.paths = [];
require.cache[main] = loaded;
script.runInThisContext()(loaded.exports, loaded.require.bind(loaded), loaded, program, dist);
loaded.loaded = true;

const cli = path.join(dist, 'cli.cjs');
process.argv = [process.execPath, cli, ...args];
process.on('exit', (code) => {
  if (code === 0)
    fs.writeFileSync(path.join(dist, `main.${process.versions.v8}-${process.arch}.code`), script.createCachedData());
});
require(cli);
