// The fastest that Node can be: no routes, no checks, the same answer to everything. CommonJS, since that starts sooner.
const { createServer } = require("node:http");

const answer = process.argv[2];

const server = createServer((_, response) => {
  response.setHeader("Content-Type", "application/json");
  response.end(answer);
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
