// dynalite, in memory or in a folder. Prints its port when it is ready; ends with its standard input.
const dynalite = require('dynalite');

const [directory, port] = process.argv.slice(2);
const server = dynalite({ path: directory || undefined, createTableMs: 50, deleteTableMs: 0 });
server.listen(Number(port), '127.0.0.1', () => console.log(server.address().port));
process.stdin.on('end', () => process.exit()).resume();
