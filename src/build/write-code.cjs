// Run by the build as `node write-code.cjs DIST ARGUMENTS`: carries out the command line of the built program and then
// writes the code that V8 has made of it, with the functions that such a run needs.
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const [, , dist, ...args] = process.argv;

// The script that the loader makes, so that there is one way to make it.
let made = null;
vm.Script = class extends vm.Script {
  constructor(...settings) {
    super(...settings);
    made = this;
  }
};

const cli = path.join(dist, 'cli.cjs');
process.argv = [process.execPath, cli, ...args];
process.on('exit', (code) => {
  if (code === 0)
    fs.writeFileSync(path.join(dist, `main.${process.versions.v8}-${process.arch}.code`), made.createCachedData());
});
require(cli);
