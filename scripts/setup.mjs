/** `npm run setup`: installs what the lockfile names, with the pinned pnpm. */
import { main, setup } from "./tools.mjs";

await main(setup);
