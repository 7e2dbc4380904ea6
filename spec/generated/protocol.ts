// Generated from the description by `npm run build`. Do not edit.

import type { Protocol } from "../src/operation-row.ts";

/** Facts of the description that belong to no single operation. */
export const protocol = {
  "contentType": "application/json",
  "headers": {
    "token": "X-Auth-Token",
    "authorization": "Authorization",
    "date": "X-Sdk-Date",
    "projectId": "X-Project-Id",
    "securityToken": "X-Security-Token",
    "contentSha256": "X-Sdk-Content-Sha256",
    "requestId": "X-Request-Id"
  },
  "signature": {
    "algorithm": "SDK-HMAC-SHA256",
    "clockSkewSeconds": 900,
    "maxBodyBytes": 12582912,
    "failuresBeforeLock": 5,
    "lockSeconds": 300
  },
  "jobStatuses": {
    "waiting": [
      "INIT",
      "RUNNING"
    ],
    "success": "SUCCESS",
    "failure": "FAIL"
  }
} as const satisfies Protocol;
