import {ConnectionError, createClient, type Client, type NewMessage, type NewReport} from '@buurtkit/sdk';
import {handlers} from '@buurtkit/msw';
import {aTimeout, expect} from '@open-wc/testing';
import '../define/buurt-initiative.ts';
import '../define/buurt-partner-directory.ts';
import type {InitiativePortrait} from '../initiative/initiative-portrait.ts';
import type {PartnerDirectory} from '../partner-directory/partner-directory.ts';
import {answerWith, api, stopAnswering} from '../testing/answers.ts';
import {expectAccessible} from '../testing/expect-accessible.ts';
import {expectFits} from '../testing/expect-fits.ts';
import {expectSnapshot} from '../testing/expect-snapshot.ts';
import {find, html, isGone, isShown, leavePage, nextEvent, shownOnPage} from '../testing/page.ts';

beforeEach(() => answerWith(...handlers({api})));
afterEach(() => {
  leavePage();
  stopAnswering();
});

type Host = InitiativePortrait | PartnerDirectory;
type Written = {to: string; text: NewMessage | NewReport};

/** A client of an initiative that has a form to write to it, which remembers what was written. */
function withForm(): {client: Client; written: Written[]} {
  const client = createClient({api, community: 'eemsdelta', retries: 0, proof: 'none'});
  const {get} = client.initiatives;
  client.initiatives.get = async (slug, options) => ({...(await get(slug, options)), hasContactForm: true});
  const written: Written[] = [];
  client.submissions.message = async (slug, text) => {
    written.push({to: slug, text});
    return {state: 'sent'};
  };
  client.submissions.report = async (report) => {
    written.push({to: report.slug ?? '', text: report});
    return {id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e', state: 'received'};
  };
  return {client, written};
}

const anInitiative = (client: Client) =>
  shownOnPage<InitiativePortrait>(
    html`<buurt-initiative slug="buurtsuper-holwierde" .client=${client}></buurt-initiative>`,
    '.detail-forms button',
  );

async function anOrganisation(client: Client): Promise<PartnerDirectory> {
  const element = await shownOnPage<PartnerDirectory>(
    html`<buurt-partner-directory .client=${client}></buurt-partner-directory>`,
    '[part="title"]',
  );
  find(element, '[part="title"]')?.click();
  await isShown(element, '.detail-forms button');
  return element;
}

async function open(element: Host, name: 'message' | 'report'): Promise<void> {
  find(element, `[data-form="${name}"]`)?.click();
  await isShown(element, '.detail-forms form');
  await aTimeout(0);
}

function write(element: Host, values: Record<string, string>): void {
  for (const [id, value] of Object.entries(values)) {
    const control = find(element, `#${id}`) as HTMLInputElement;
    control.value = value;
    control.dispatchEvent(new InputEvent('input', {bubbles: true}));
  }
  find(element, '[part="submit"]')?.click();
}

const focused = (element: Host) => (element.renderRoot as ShadowRoot).activeElement?.textContent;

describe('below an initiative', () => {
  it('one can write to its people, who answer by mail', async () => {
    const {client, written} = withForm();
    const element = await anInitiative(client);
    await open(element, 'message');
    expect(focused(element)).to.equal('Schrijf een bericht');

    write(element, {'message-name': 'Bo ', 'message-email': 'bo@example.nl', 'message-text': 'Mag ik helpen?'});
    await isShown(element, '.form-sent');
    expect(written).to.deep.equal([{to: 'buurtsuper-holwierde', text: {name: 'Bo', email: 'bo@example.nl', text: 'Mag ik helpen?'}}]);
    await aTimeout(0);
    expect(focused(element)).to.equal('Het bericht is verstuurd');
  });

  it('without such a form only what isn’t right can be told', async () => {
    const element = await anInitiative(createClient({api, community: 'eemsdelta'}));

    expect([...element.renderRoot.querySelectorAll('.detail-forms button')].map(({textContent}) => textContent.trim())).to.deep.equal([
      'Klopt dit niet?',
    ]);
  });

  it('one can say what isn’t right, without leaving an address', async () => {
    const {client, written} = withForm();
    const element = await anInitiative(client);
    await open(element, 'report');
    write(element, {'report-text': 'De deur is dicht.'});
    await isShown(element, '.form-sent');

    expect(written.map(({text}) => text)).to.deep.equal([
      {resource: 'initiative', slug: 'buurtsuper-holwierde', text: 'De deur is dicht.'},
    ]);
  });

  it('what was written stays when the form is shut, when Escape is pressed and when sending fails', async () => {
    const {client} = withForm();
    client.submissions.message = () => Promise.reject(new ConnectionError('offline'));
    const element = await anInitiative(client);
    await open(element, 'message');
    const failed = nextEvent(element, 'buurt-error');
    write(element, {'message-name': 'Bo', 'message-email': 'bo@example.nl', 'message-text': 'Mag ik helpen?'});
    expect((await failed).code).to.equal('connection.offline');
    find(element, '#message-text')?.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true}));
    find(element, '[data-form="message"]')?.click();
    await isGone(element, '.detail-forms form');
    await open(element, 'message');

    expect((find(element, '#message-text') as HTMLTextAreaElement).value).to.equal('Mag ik helpen?');
  });
});

describe('below an organisation', () => {
  it('one can say what isn’t right, and Escape in the form doesn’t shut the organisation', async () => {
    const {client, written} = withForm();
    const element = await anOrganisation(client);
    await open(element, 'report');
    const title = find(element, '.detail-title')?.textContent;
    find(element, '#report-text')?.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true}));
    write(element, {'report-text': 'Zij zijn verhuisd.', 'report-email': 'bo@example.nl'});
    await isShown(element, '.form-sent');

    expect(find(element, '.detail-title')?.textContent).to.equal(title);
    expect(written.map(({text}) => text)).to.deep.include.members([
      {resource: 'partner', slug: written[0]!.to, text: 'Zij zijn verhuisd.', email: 'bo@example.nl'},
    ]);
  });
});

const states: Record<string, () => Promise<Host>> = {
  async message() {
    const element = await anInitiative(withForm().client);
    await open(element, 'message');
    return element;
  },
  async 'message-wrong'() {
    const element = await anInitiative(withForm().client);
    await open(element, 'message');
    write(element, {'message-email': 'bo'});
    await isShown(element, '[part="error-summary"]');
    return element;
  },
  async 'report-sent'() {
    const element = await anOrganisation(withForm().client);
    await open(element, 'report');
    write(element, {'report-text': 'Zij zijn verhuisd.'});
    await isShown(element, '.form-sent');
    return element;
  },
};

describe('what is shown', () => {
  for (const [name, show] of Object.entries(states))
    it(`${name} is what a screen reader should find, axe finds nothing, and it fits a small screen with large text`, async () => {
      const element = await show();
      await aTimeout(50);
      await expectSnapshot(element, `detail-${name}`);
      await expectAccessible(element);
      await expectFits(element);
    });
});
