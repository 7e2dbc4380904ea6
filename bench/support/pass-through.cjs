// The plainest proxy that Node has: hands everything on, keeps connections, looks at nothing.
const { Agent, createServer, request } = require("node:http");

const port = Number(process.argv[2]);
const agent = new Agent({ keepAlive: true });

const server = createServer((incoming, outgoing) => {
  const { method, url: path, headers } = incoming;
  const onAnswer = (answer) => {
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.pipe(outgoing);
  };
  incoming.pipe(request({ host: "127.0.0.1", port, agent, method, path, headers }, onAnswer));
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
