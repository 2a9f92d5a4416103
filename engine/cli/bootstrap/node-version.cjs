/**
 * Which Node the engine runs on, and the one sentence for whoever has too old a one. Read by whatever Node there is:
 * CommonJS, and no word that Node 10 could not read.
 */
const { engines } = require('../../../package.json');

/** The Node that the engine runs on, as package.json says it; it comes with the packages. */
const RUNTIME = Number(/\d+/.exec(engines.node)[0]);

/** The oldest Node that can fetch the packages, and with them the one that the engine runs on. */
const FETCHING = 20;

const major = (version) => Number(/\d+/.exec(version)[0]);

/** Is this Node the engine's, or newer? */
const isRuntime = () => major(process.version) >= RUNTIME;

/** Says which Node is wanted and which there is, and ends. */
function refuseNode() {
  console.error(
    `\nShenbao runs on Node ${RUNTIME}, this is ${process.version}: install Node ${RUNTIME} and run the command again.\n`,
  );
  process.exit(1);
}

/** Ends with the sentence where this Node is too old even to fetch the packages. */
function needNode() {
  if (major(process.version) < FETCHING) refuseNode();
}

module.exports = { isRuntime, needNode, refuseNode };
