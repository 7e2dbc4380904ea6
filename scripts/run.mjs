/** `npm run build`, `npm run freshness`: installs, then runs the turbo tasks that are named. */
import { main, setup, turbo } from "./tools.mjs";

await main(async (tasks) => {
  await setup();
  return turbo(tasks);
});
