import { ElbError } from "../errors/base.ts";

/** A good answer that is not what was asked for, such as an error with the status 200. It proves nothing. */
export class UnusableAnswerError extends ElbError {}
