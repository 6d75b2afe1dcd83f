import { randomBytes } from 'node:crypto';
import { toBase64Url } from '../../src/core/bytes.js';
import { ShareError } from '../errors.js';
import type { Neighbour } from '../party.js';
import type { Session } from '../session.js';
import type { Caller } from './config.js';
import { assertMayDecide, hasDecisionsLeft } from './decision-limits.js';
import { joinIds } from './ids.js';
import { type JointRequest, newRowsOf, type Opener, openRequest } from './joint-request.js';
import { type JointHost, JointSessions } from './joint-sessions.js';
import { admit, compare, type Decision, enrol, refresh } from './joint-work.js';
import { LimitAlarm } from './limit-alarm.js';
import type { Answer, AskedTogether, Described, MessageOf, OperatorMessage, Request } from './messages.js';
import type { OperatorParts } from './parts.js';
import type { PeerLinks } from './peer-links.js';
import { Settling } from './settling.js';
import type { Turns } from './turns.js';

/** What one of the three does: what it is asked, and what the other two tell it. */
export class Operator implements JointHost {
  readonly #parts: OperatorParts;
  readonly #sessions: JointSessions;
  readonly #settling: Settling;
  readonly #alarm = new LimitAlarm();

  constructor(parts: OperatorParts) {
    this.#parts = parts;
    this.#sessions = new JointSessions(this);
    this.#settling = new Settling(parts);
  }

  get links(): PeerLinks {
    return this.#parts.links;
  }

  get turns(): Turns {
    return this.#parts.turns;
  }

  get timeoutMs(): number {
    return this.#parts.settings.timeoutMs;
  }

  /** @param signal - aborts when whoever asked has gone: what has not begun does not begin.
   * @throws {@link ShareError} whatever went wrong. */
  async handle(request: Request, caller: Caller, signal: AbortSignal): Promise<Answer> {
    switch (request.kind) {
      case 'compare':
      case 'admit':
      case 'enrol':
      case 'refresh':
        // Opened before anybody is asked to take part.
        return this.#sessions.ask(await this.#opened(request, caller), signal);
      case 'remove':
        return this.turns.run(() => this.#remove(request.template, caller));
      case 'collect':
        return this.#collect(request.of, caller);
      case 'describe':
        return this.#described(caller);
      case 'log':
        return {
          kind: 'log',
          entries: [...(await this.#parts.holdings.store.decisions.page(request.after))],
        };
      default:
        return request satisfies never;
    }
  }

  onMessage(from: Neighbour, message: Exclude<OperatorMessage, { readonly kind: 'hello' }>): void {
    switch (message.kind) {
      case 'prepare':
      case 'ready':
      case 'refuse':
      case 'go':
        this.#sessions.onMessage(from, message);
        return;
      case 'deleted':
      case 'settle':
      case 'settled':
        this.turns.run(() => this.#settling.onMessage(from, message)).catch(() => {});
        return;
      default:
        message satisfies never;
    }
  }

  /** Tells a neighbour that has come what it may have missed, and asks what this one may have. */
  onUp(which: Neighbour): void {
    this.turns.run(() => this.#settling.onUp(which)).catch(() => {});
  }

  async propose(request: JointRequest): Promise<MessageOf<'prepare'>> {
    await this.#assertPossible(request);
    const { store } = this.#parts.holdings;
    const pending = store.pendingRefresh ?? randomBytes(16).toString('hex');
    return {
      kind: 'prepare',
      session: request.request,
      job: request.job,
      state: this.#state,
      refresh: request.kind === 'refresh' ? pending : null,
    };
  }

  async examine(request: JointRequest, proposal: MessageOf<'prepare'>): Promise<void> {
    await this.#settling.assertSettled();
    if (proposal.state !== this.#state) {
      await this.#settling.askFirst();
      throw new ShareError('shares.rows_differ');
    }
    if (proposal.job !== request.job)
      throw new ShareError('shares.bad_input', { detail: 'asked differently' });
    await this.#assertPossible(request);
    await this.confirm(request);
  }

  /** Operator 0 asks this last: before, it may not have heard of a deletion that makes a second try possible. */
  async confirm(request: JointRequest): Promise<void> {
    const { store, gallery, now } = this.#parts.holdings;
    await assertMayDecide(request, {
      log: store.decisions,
      caller: request.caller,
      isStored: (template) => gallery.has(template),
      now,
    });
  }

  async work(request: JointRequest, proposal: MessageOf<'prepare'>, session: Session): Promise<Answer> {
    const { holdings } = this.#parts;
    switch (request.kind) {
      case 'compare':
        return compare(holdings, session, await this.#begin(request), request.probe);
      case 'admit':
        return admit(holdings, session, await this.#begin(request), request.row);
      case 'enrol':
        return enrol(holdings, session, await this.#begin(request), request.rows);
      case 'refresh':
        return refresh(holdings, session, proposal.refresh ?? request.request);
      default:
        return request satisfies never;
    }
  }

  /** What operator 0 has not committed did not happen; the others ask it what did. */
  async recover(request: JointRequest): Promise<void> {
    const { store } = this.#parts.holdings;
    if (newRowsOf(request).length > 0 && this.links.party === 0)
      await store.discard(await store.stagedIds('enrol'));
  }

  async #opened(request: AskedTogether, caller: Caller): Promise<JointRequest> {
    try {
      return await openRequest(request, caller, this.#opener);
    } catch (thrown) {
      this.#sessions.decline(request.request);
      throw thrown;
    }
  }

  get #opener(): Opener {
    const { settings, sealing } = this.#parts;
    return { dim: settings.model.dim, seat: sealing?.seat ?? null };
  }

  get #state(): string {
    const { store, gallery } = this.#parts.holdings;
    return gallery.stateAt(store.epoch);
  }

  /** Written down before anything is computed. */
  async #begin(asked: Exclude<JointRequest, { readonly kind: 'refresh' }>): Promise<Decision> {
    const { holdings, onNotice } = this.#parts;
    const { store, gallery, now } = holdings;
    const { request, kind } = asked;
    const caller = asked.caller.name;
    const rows = gallery.size;
    const parts = kind === 'enrol' ? null : asked.parts;
    const template = kind === 'admit' ? asked.row.id : null;
    const begun = await store.decisions.append(
      { event: 'begun', request, caller, kind, parts, template, rows },
      now(),
    );
    const near = await this.#alarm.look({ log: store.decisions, caller: asked.caller, now });
    if (near !== null) onNotice(near);
    return {
      request,
      begun,
      opened: async (opened) => {
        const at = now();
        await store.decisions.append({ event: 'opened', request, opened }, at);
        onNotice({ event: 'opened', at: at.toISOString(), caller, kind, opened, rows });
      },
    };
  }

  async #assertPossible(request: JointRequest): Promise<void> {
    const ids = newRowsOf(request).map(({ id }) => id);
    if (ids.length === 0) return;
    const { store, gallery } = this.#parts.holdings;
    // New rows would not be among those that are refreshed.
    if (store.pendingRefresh !== null) throw new ShareError('shares.try_later', { detail: 'refresh' });
    const isNew = (id: string): boolean => !gallery.has(id) && !this.#parts.deleted.has(id);
    if (new Set(ids).size !== ids.length || !ids.every(isNew))
      throw new ShareError('shares.bad_input', { detail: 'a template that is or was there' });
  }

  async #remove(template: string, caller: Caller): Promise<Answer> {
    await this.#settling.remove([template]);
    await this.#settling.tellDeleted([template]);
    const { settings, signer, deleted } = this.#parts;
    const deletedAt = (deleted.get(template) ?? new Date()).toISOString();
    const signed = signer.sign({
      type: 'candor/share-deletion/1',
      operator: settings.party,
      model: settings.model.id,
      template,
      deletedAt,
    });
    this.#tell('removed', caller);
    return { kind: 'deleted', ...signed };
  }

  async #described(caller: Caller): Promise<Described> {
    const { holdings, signer, sealing, links } = this.#parts;
    const { store, now } = holdings;
    const isFree = links.areUp && store.pendingRefresh === null;
    return {
      kind: 'described',
      model: holdings.model,
      rows: holdings.gallery.size,
      receiptKey: signer.publicKey,
      sealingKey: sealing?.key ?? null,
      audience: sealing?.seat.audience ?? null,
      ready: isFree && (await hasDecisionsLeft({ log: store.decisions, caller, now })),
    };
  }

  async #collect(of: string, caller: Caller): Promise<Answer> {
    const { store, gallery, now } = this.#parts.holdings;
    const hits = await store.hits.of(of, gallery.ids);
    if (hits === null) throw new ShareError('shares.bad_input', { detail: 'no such request' });
    await store.decisions.append({ event: 'collected', request: of, caller: caller.name }, now());
    if (hits.kind === 'review') this.#tell('collected', caller);
    return { kind: 'hits', masked: toBase64Url(hits.masked), templates: joinIds(hits.templates) };
  }

  #tell(event: 'collected' | 'removed', { name }: Caller): void {
    const { holdings, onNotice } = this.#parts;
    onNotice({ event, at: holdings.now().toISOString(), caller: name });
  }
}
