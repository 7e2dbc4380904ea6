/** Gateways say the same numbers with the prefix of the product that they serve; the catalogue has one. */
export const gatewayPrefix = /^API(GW|G|C)\./;

/** A code as the catalogue spells it. */
export const gatewayCode = (code: string): string => code.replace(gatewayPrefix, "APIGW.");
