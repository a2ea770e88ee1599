import type {Fault, ProblemCode} from '@buurtkit/contract';

type Details = {faults?: readonly Fault[]; addresses?: readonly string[]; headers?: Record<string, string>};

/** Thrown by an operation, answered as a problem document. */
export class MockProblem extends Error {
  readonly code: ProblemCode;
  readonly details: Details;

  constructor(code: ProblemCode, details: Details = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
