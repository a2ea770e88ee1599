import type {Scope, TrxScope} from '../scope.ts';

/** What a link is for, as `part.verb`: `submission.confirm`. One link has one purpose. */
export type LinkPurpose = `${string}.${string}`;

export type OpenLink = {id: string; purpose: LinkPurpose; subjectId: string; expiresAt: Date | null};

export type FormFieldView = {
  kind: 'text' | 'email' | 'multiline' | 'checkbox' | 'choice';
  name: string;
  label: string;
  hint?: string;
  value?: string;
  isRequired?: boolean;
  maxLength?: number;
  options?: readonly {value: string; label: string}[];
  /** What is wrong with what was filled in. */
  error?: string;
};

/** `hiddenAct` comes back as `act` in the form. */
export type LinkForm = {fields?: readonly FormFieldView[]; button: string; hiddenAct?: string};

/** A page behind a link: what it says, and what can be done: one thing above all, perhaps others. */
export type LinkView = {
  title: string;
  paragraphs: readonly string[];
  form?: LinkForm;
  otherForms?: readonly LinkForm[];
  more?: readonly {href: string; label: string}[];
};

/** What the links of one purpose lead to. A GET shows and changes nothing, since mail scanners follow links; a POST acts. */
export type LinkPage = {
  purpose: LinkPurpose;
  show(scope: Scope, link: OpenLink): Promise<LinkView>;
  /** With the link's row locked. It calls `useLink` when the link is done with. */
  act(scope: TrxScope, link: OpenLink, form: URLSearchParams): Promise<LinkView>;
};
