/** The folder of the repository. The build runs in `docs/`. */
import { join } from "node:path";

export const repository = join(process.cwd(), "..");
