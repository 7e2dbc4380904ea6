// The process of a peer: calls the functions of one module, as it is told.
const module = await import(process.argv[2]);

process.on("message", async ({ exported, given }) => {
  try {
    process.send({ result: await module[exported](...given) });
  } catch (error) {
    process.send({ failure: error.stack });
  }
});
