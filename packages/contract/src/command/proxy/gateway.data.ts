import { errorCodes } from "@elb-classic/spec/error-codes";

const row = ({ code, status, messages }: { code: string; status: number; messages: readonly string[] }) => ({
  code,
  status,
  message: messages[0]!,
});

/** How the gateway answers what it cannot pass on: the proxy answers alike. */
export const gateway = {
  malformed: row(errorCodes["APIGW.0201#1"]),
  bodyTooLarge: row(errorCodes["APIGW.0201#2"]),
  headersTooLarge: row(errorCodes["APIGW.0201#4"]),
  unavailable: row(errorCodes["APIGW.0201#6"]),
  late: row(errorCodes["APIGW.0201#7"]),
};
