/** `npm start`, `npm run dev`, `npm test`: what old Nodes can read, before modules that only newer ones can. */
const { needNode } = require('./node-version.cjs');

needNode();
const [name] = process.argv.splice(2, 1);
import(`./${name}.mjs`);
