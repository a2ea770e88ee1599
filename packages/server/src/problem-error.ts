import {problems, type Fault, type ProblemCode} from '@buurtkit/contract';

type Details = {faults?: readonly Fault[]; addresses?: readonly string[]; headers?: Record<string, string>; cause?: unknown};

/** Says no, with a stable code: the HTTP edge makes a problem document of it, the command line a sentence. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly faults: readonly Fault[] | undefined;
  readonly addresses: readonly string[] | undefined;
  readonly headers: Record<string, string>;

  constructor(code: ProblemCode, {faults, addresses, headers = {}, cause}: Details = {}) {
    super(problems[code].title.en, {cause});
    this.code = code;
    this.faults = faults;
    this.addresses = addresses;
    this.headers = headers;
  }

  get status(): number {
    return problems[this.code].status;
  }
}
