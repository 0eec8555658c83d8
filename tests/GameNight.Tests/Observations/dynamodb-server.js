// dynalite, in memory or in a folder. Prints its port when it is ready; ends with its standard input.
const dynalite = require('dynalite');

const [directory, port] = process.argv.slice(2);
const server = dynalite({ path: directory || undefined, createTableMs: 50, deleteTableMs: 0 });

// dynalite throws when a request breaks off, as it does when a game is killed in the middle of one. A database goes on.
process.on('uncaughtException', error => {
    if (error.code !== 'ECONNRESET') throw error;
});
server.listen(Number(port), '127.0.0.1', () => console.log(server.address().port));
process.stdin.on('end', () => process.exit()).resume();
