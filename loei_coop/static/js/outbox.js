/* Answers that were typed and not acknowledged yet. They lie on the device, each with the version
   that its editor had before the eyes, until the server has them; so they outlive a lost line, a
   session that ended and a battery. Keys begin with the account: another one never sees them. */
"use strict";

const OUTBOX = "answer:";
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 60000;
const PATIENCE = 20000;
const MOST_ATTEMPTS = 5;

class Outbox {
  /* `tell(item, kind, data)`: kind is "sending", "saved", "waiting", "refused" or "signed-out". */
  constructor({ address, account, assessment, token, tell }) {
    Object.assign(this, { address, account, token, tell });
    this.prefix = `${OUTBOX}${account}:${assessment}:`;
    // Two pages never write over each other's texts.
    this.page = `${Date.now()}-${Math.random().toString(36).slice(2)}`;
    this.wait = FIRST_WAIT;
    this.refused = new Set();
    addEventListener("online", () => this.hurry());
    addEventListener("focus", () => this.hurry());
  }

  key(item) {
    return `${this.prefix}${item}:${this.page}`;
  }

  itemOf(key) {
    return key.slice(this.prefix.length).split(":")[0];
  }

  read(key) {
    return JSON.parse(localStorage.getItem(key));
  }

  write(key, entry) {
    localStorage.setItem(key, JSON.stringify(entry));
  }

  /* The oldest first. */
  keys() {
    const all = Object.keys(localStorage).filter((key) => key.startsWith(this.prefix));
    return all.sort((a, b) => this.read(a).at - this.read(b).at);
  }

  put(item, content, base) {
    const key = this.key(item);
    const before = this.read(key)?.before ?? [];
    this.refused.delete(key);
    this.write(key, { content, base, before, at: Date.now() });
    this.tell(item, "waiting");
  }

  /* The newest text for an item, from now on this page's own. */
  adopt(item) {
    const key = this.keys().filter((one) => this.itemOf(one) === item).pop();
    if (!key) return null;
    const entry = this.read(key);
    localStorage.removeItem(key);
    this.write(this.key(item), entry);
    return entry;
  }

  hurry() {
    this.wait = FIRST_WAIT;
    this.flush();
  }

  async flush() {
    if (this.isBusy) {
      this.isWanted = true;
      return;
    }
    this.isBusy = true;
    clearTimeout(this.timer);
    const isThrough = await this.sendAll();
    this.isBusy = false;
    if (isThrough && this.isWanted) {
      this.isWanted = false;
      this.flush();
    }
  }

  async sendAll() {
    for (const key of this.keys()) {
      if (!this.refused.has(key) && !(await this.send(key))) return false;
    }
    return true;
  }

  /* Whether the next one may follow. */
  async send(key) {
    const item = this.itemOf(key);
    const entry = this.read(key);
    if (!entry) return true;
    this.tell(item, "sending");
    const body = JSON.stringify({ item, base: entry.base, before: entry.before, ...entry.content });
    this.write(key, { ...entry, before: attempted(entry) });
    const response = await this.post(body);
    if (!response || response.status === 429 || response.status >= 500) return this.later(item);
    if (response.type === "opaqueredirect") return this.signedOut(item, {});
    const data = await response.json().catch(() => ({}));
    if (response.ok) return this.acknowledged(key, entry, data);
    if (data.sign_in && [401, 409].includes(response.status)) return this.signedOut(item, data);
    this.refused.add(key);
    this.tell(item, "refused", data);
    return true;
  }

  /* null when the line is gone. */
  async post(body) {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE);
    const headers = {
      "Content-Type": "application/json",
      "X-CSRFToken": this.token,
      "X-Account": this.account,
      "X-Page": location.pathname,
    };
    try {
      const { signal } = patience;
      return await fetch(this.address, { method: "POST", headers, body, signal, redirect: "manual" });
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  later(item) {
    this.tell(item, "waiting");
    this.timer = setTimeout(() => this.flush(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    return false;
  }

  signedOut(item, data) {
    this.tell(item, "signed-out", data);
    return false;
  }

  /* What was typed while it was on its way stays, and builds on what was saved. */
  acknowledged(key, sent, data) {
    this.wait = FIRST_WAIT;
    const now = this.read(key);
    const isNewer = now && JSON.stringify(now.content) !== JSON.stringify(sent.content);
    if (isNewer) {
      this.write(key, { ...now, base: data.version ?? now.base, before: [] });
      this.isWanted = true;
    } else {
      localStorage.removeItem(key);
    }
    const item = this.itemOf(key);
    this.tell(item, "saved", { ...data, isNewer, isOwn: key === this.key(item) });
    return true;
  }
}

/* What was sent of an item so far, each text once. */
function attempted({ before, content, base }) {
  const same = JSON.stringify({ ...content, base });
  const others = before.filter((one) => JSON.stringify(one) !== same);
  return [...others, { ...content, base }].slice(-MOST_ATTEMPTS);
}
