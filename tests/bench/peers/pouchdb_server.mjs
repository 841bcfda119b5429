// express-pouchdb on LevelDB, with no more routes than replication needs.
//   node pouchdb_server.mjs FOLDER_WITH_NODE_MODULES DATA_FOLDER
// Prints {"port": …} once it listens on a free port of this machine.
import path from 'node:path';
import { createRequire } from 'node:module';

const [, , modules, data] = process.argv;
const require = createRequire(path.join(path.resolve(modules), 'package.json'));
const PouchDB = require('pouchdb').defaults({ prefix: data + path.sep });
const app = require('express')();
app.use('/', require('express-pouchdb')(PouchDB, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: path.join(data, 'log.txt') }));
const server = app.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.address().port })));
