// Generated from error-codes.yaml by `npm run build`. Do not edit.

/** Codes by what they say. A code with several rows counts where all of them agree, and as harmful where one says so. */
export const errorFacts = {
  /** The thing addressed does not exist. */
  gone: ["ELB.1002","ELB.1003","ELB.6010","ELB.6040","ELB.6002","ELB.2020","ELB.2011","ELB.2012","ELB.7010","ELB.7020","ELB.7014","Common.0011"],
  /** The same request may succeed later. */
  later: ["ELB.0004","ELB.1010","ELB.2003","ELB.2005","ELB.8001","ELB.8101","ELB.8102","ELB.8103","ELB.8201","ELB.8202","ELB.8203","ELB.9001","ELB.9002","ELB.9003","ELB.9006","ELB.9007","ELB.9061","ELB.9062","ELB.9063","ELB.9064","ELB.9023","ELB.9033","ELB.9043","ELB.1007","ELB.1012","ELB.1014","ELB.1201","ELB.3001","ELB.3002","ELB.3003","ELB.3004","ELB.3005","ELB.4001","ELB.4002","ELB.4003","ELB.4004","ELB.4005","ELB.5003","ELB.5005","ELB.6004","ELB.6006","ELB.1009","APIGW.0308","APIGW.0601","APIGW.0605","APIGW.0606","APIGW.0608","APIGW.0610","APIGW.0613","APIGW.0705","IAM.0006","IAM.0012"],
  /** Trying again does harm. */
  never: ["APIGW.0301","APIGW.0303","IAM.0061"],
  /** The caller is not who it has to be. */
  auth: ["ELB.1102","ELB.1103","ELB.1104","ELB.1105","APIGW.0301","APIGW.0303","APIGW.0305","APIGW.0307","APIGW.0311","APIGW.1009","IAM.0001","IAM.0061","IAM.0066","IAM.0067","IAM.1108"],
  /** A quota is used up. */
  quota: ["ELB.1091","ELB.6091","ELB.2001","APIGW.0501"],
  /** Too many requests. */
  throttling: ["APIGW.0308","IAM.0012"],
  /** The endpoint does not offer this API. */
  unavailable: ["APIGW.0101"],
} as const satisfies Record<string, readonly string[]>;
