import { protocol } from "@elb-classic/spec/operations";
import { authenticateSignature } from "../auth/authenticate.ts";
import type { Caller } from "../auth/caller.ts";
import type { Digest } from "../auth/digest.ts";
import type { SignedRequest } from "../auth/signature.ts";
import { type Answer, jsonAnswer, refusalAnswer } from "../http/answers.ts";
import { Refusal } from "../http/refusal.ts";
import { newId } from "../state/formats.ts";
import type { Accounts } from "./accounts.ts";
import type { IamCall, IamResult } from "./call.ts";
import { type IamOperationId, iamOperation, successStatus } from "./description.ts";
import { holderOf } from "./directory.ts";
import { callerByToken, type Identity, needsCaller } from "./identify.ts";
import { judgePayload, judgeQuery } from "./judge.ts";
import { keystoneCall, keystoneCalls } from "./keystone.ts";
import type { IamCallName, KeystoneCall } from "./names.ts";
import { iamOperations } from "./operations.ts";

/** What IAM needs of the emulator. */
export interface IamSetting {
  readonly accounts: Accounts;
  readonly digest: Digest;
  /** Whether every credential is good. */
  readonly trusting: boolean;
  readonly now: () => number;
}

/** The name of what IAM does for a method and a path, undefined where that is nothing of IAM's. */
export function findIamCall(method: string, path: string): IamCallName | undefined {
  return iamOperation(method, path) ?? keystoneCall(method, path);
}

const { headers: names } = protocol;

/** What came of a request to IAM. */
export interface IamOutcome {
  readonly answer: Answer;
  readonly refusal?: Refusal;
}

/** Answers a request to IAM, also where it is refused. */
export async function answerIam(
  name: IamCallName,
  request: SignedRequest,
  setting: IamSetting,
  requestId: string,
): Promise<IamOutcome> {
  try {
    const { body, headers } = await run(name, request, setting);
    const status = isDescribed(name) ? successStatus(name) : 200;
    const answer = jsonAnswer(status, body, { requestId, now: setting.now() });
    return { answer: traced(answer, headers) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { answer: traced(refusalAnswer(error, { requestId, now: setting.now() })), refusal: error };
  }
}

function traced(answer: Answer, headers: IamResult["headers"] = {}): Answer {
  return { ...answer, headers: { ...answer.headers, ...headers, "X-IAM-Trace-Id": newId() } };
}

function run(name: IamCallName, request: SignedRequest, setting: IamSetting): Promise<IamResult> {
  return isDescribed(name) ? runDescribed(name, request, setting) : runKeystone(name, request, setting);
}

function isDescribed(name: IamCallName): name is IamOperationId {
  return Object.hasOwn(iamOperations, name);
}

async function runDescribed(
  id: IamOperationId,
  request: SignedRequest,
  setting: IamSetting,
): Promise<IamResult> {
  judgeQuery(id, request.url.searchParams);
  const payload = judgePayload(id, request.body);
  const caller = await callerFor(id, payload, request, setting);
  return iamOperations[id](callOf(request, payload, caller, setting));
}

async function runKeystone(
  name: KeystoneCall,
  request: SignedRequest,
  setting: IamSetting,
): Promise<IamResult> {
  const caller =
    name === "showKeystone"
      ? nobody(setting)
      : await callerOf(request, request.headers.get(names.token), setting);
  return keystoneCalls[name](callOf(request, undefined, caller, setting));
}

function callOf(request: SignedRequest, payload: unknown, caller: Caller, setting: IamSetting): IamCall {
  const { url, headers } = request;
  return {
    accounts: setting.accounts,
    payload,
    query: url.searchParams,
    header: (name) => headers.get(name),
    origin: url.origin,
    path: url.pathname,
    caller,
    trusting: setting.trusting,
    now: setting.now(),
  };
}

/**
 * Who calls. To ask for a token takes no credentials, save for an agency: what a client sends of old ones does not
 * matter then. Temporary keys can also be asked for with a token in the payload.
 */
function callerFor(
  id: IamOperationId,
  payload: unknown,
  request: SignedRequest,
  setting: IamSetting,
): Caller | Promise<Caller> {
  const { identity } = (payload as { auth: { identity: Partial<Identity> } } | undefined)?.auth ?? {};
  if (id === "createToken" && !needsCaller(identity)) return nobody(setting);
  return callerOf(request, request.headers.get(names.token) ?? identity?.token?.id ?? null, setting);
}

async function callerOf(request: SignedRequest, token: string | null, setting: IamSetting): Promise<Caller> {
  const { accounts, digest, now } = setting;
  try {
    const authorization = request.headers.get(names.authorization);
    if (authorization !== null)
      return await authenticateSignature(request, authorization, accounts.credentials, digest, now());
    if (token !== null) return callerByToken(token, { accounts, now: now() });
  } catch (error) {
    if (!setting.trusting) throw error;
  }
  if (!setting.trusting) throw new Refusal("IAM.0001#1");
  return nobody(setting);
}

/** The owner of the account, where it does not matter who calls. */
function nobody({ accounts }: IamSetting): Caller {
  return { holder: holderOf(accounts.directory.owner), opens: () => false };
}
