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
  /** The service itself has turned the request away as it is, and done nothing. */
  refused: ["ELB.0002","ELB.0230","ELB.1000","ELB.1020","ELB.1030","ELB.1001","ELB.1021","ELB.1031","ELB.1041","ELB.1051","ELB.1061","ELB.1071","ELB.1081","ELB.1091","ELB.1101","ELB.1002","ELB.1008","ELB.1018","ELB.1005","ELB.1015","ELB.1025","ELB.1035","ELB.1045","ELB.1003","ELB.1004","ELB.6000","ELB.6010","ELB.6030","ELB.6040","ELB.6020","ELB.6001","ELB.6011","ELB.6021","ELB.6031","ELB.6041","ELB.6051","ELB.6061","ELB.6071","ELB.6081","ELB.6091","ELB.6101","ELB.6002","ELB.6015","ELB.6025","ELB.6035","ELB.6045","ELB.6003","ELB.2000","ELB.2010","ELB.2020","ELB.2001","ELB.2011","ELB.2021","ELB.2002","ELB.2012","ELB.7000","ELB.7010","ELB.7020","ELB.7001","ELB.7002","ELB.7004","ELB.7014","ELB.1013","ELB.1102","ELB.1103","ELB.1104","ELB.1105","ELB.1109","ELB.5001","ELB.9802","ELB.9803","ELB.9804","ELB.9808","Common.0011"],
} as const satisfies Record<string, readonly string[]>;
