/* The page of the form: each answer is saved as it is given, and says where it is. Without this
   script the page is sent as a whole. */
"use strict";

const PAUSE_WHILE_TYPING = 1200;

class ItemBox {
  constructor(section) {
    this.section = section;
    this.item = section.dataset.item;
    this.isOpen = "open" in section.dataset;
    this.status = section.querySelector("[data-status]");
  }

  field(name) {
    return this.section.querySelector(`[name$="-${name}"]`);
  }

  get base() {
    return Number(this.field("base").value);
  }

  set base(version) {
    this.field("base").value = version;
  }

  read() {
    return {
      choice: this.section.querySelector('[name$="-choice"]:checked')?.value ?? "",
      text: this.field("text").value,
      figure: this.field("figure")?.value ?? "",
      is_figure_open: this.field("is_figure_open")?.checked ?? false,
    };
  }

  write(content) {
    for (const radio of this.section.querySelectorAll('[name$="-choice"]')) {
      radio.checked = radio.value === content.choice;
      if (radio.checked) radio.closest("details")?.setAttribute("open", "");
    }
    this.field("text").value = content.text;
    if (!this.field("figure")) return;
    this.field("figure").value = content.figure;
    this.field("is_figure_open").checked = content.is_figure_open;
  }

  /* Of an item that is closed by now: to be copied. */
  keep(content) {
    const kept = this.section.querySelector("[data-kept]");
    const texts = [content.text, content.figure];
    kept.querySelector("textarea").value = texts.filter(Boolean).join("\n");
    kept.hidden = false;
  }

  say(state, sentence, link) {
    this.status.dataset.state = state;
    this.status.textContent = sentence;
    if (!link) return;
    const anchor = document.createElement("a");
    anchor.href = link;
    anchor.textContent = sentence;
    this.status.replaceChildren(anchor);
  }
}

class AnswerPage {
  constructor(element) {
    this.element = element;
    this.words = element.dataset;
    const sections = [...document.querySelectorAll("[data-item]")];
    this.boxes = new Map(sections.map((one) => [one.dataset.item, new ItemBox(one)]));
    this.outbox = new Outbox({
      address: this.words.address,
      account: this.words.account,
      assessment: this.words.assessment,
      token: document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "",
      tell: (item, kind, data) => this.tell(item, kind, data ?? {}),
    });
    this.boxes.forEach((box) => this.restore(box));
    this.boxes.forEach((box) => this.watch(box));
    this.count();
    this.outbox.flush();
  }

  restore(box) {
    const entry = this.outbox.adopt(box.item);
    if (!entry) return;
    if (box.isOpen) {
      box.write(entry.content);
      box.base = entry.base;
    } else {
      box.keep(entry.content);
    }
    box.say("unsent", this.words.unsent);
  }

  watch(box) {
    if (!box.isOpen) return;
    box.section.addEventListener("input", (event) => this.changed(box, event.target));
  }

  changed(box, field) {
    this.outbox.put(box.item, box.read(), box.base);
    const isTyped = field.matches("textarea, [type=text]");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.outbox.hurry(), isTyped ? PAUSE_WHILE_TYPING : 0);
  }

  tell(item, kind, data) {
    const box = this.boxes.get(item);
    if (kind === "signed-out") this.askToSignIn(data);
    else if (kind === "saved") this.hideSignIn(data);
    if (box) this.tellBox(box, kind, data);
    this.count();
  }

  tellBox(box, kind, data) {
    if (kind === "saved") this.tellSaved(box, data);
    else if (kind === "sending") box.say("sending", this.words.sending);
    else if (kind === "refused") box.say("refused", data.sentence ?? this.words.gone);
    else box.say("unsent", this.words.unsent);
  }

  tellSaved(box, data) {
    if (data.version && data.isOwn && box.isOpen) {
      box.base = data.version;
      box.field("seen").value = data.seen;
    }
    if (data.isNewer) box.say("unsent", this.words.unsent);
    else box.say(data.choice ? "refused" : "saved", data.sentence, data.choice);
  }

  askToSignIn(data) {
    const notice = this.element.querySelector("[data-signed-out]");
    notice.querySelector("[data-sentence]").textContent = data.sentence ?? "";
    notice.hidden = false;
  }

  hideSignIn(data) {
    this.element.querySelector("[data-signed-out]").hidden = true;
    if (!data.progress) return;
    document.querySelector("[data-progress]").textContent = data.progress;
    document.querySelector("progress").value = data.done;
  }

  count() {
    const items = new Set(this.outbox?.keys().map((key) => this.outbox.itemOf(key)));
    const notice = this.element.querySelector("[data-waiting]");
    notice.hidden = !items.size;
    notice.querySelector("[data-count]").textContent = items.size;
  }

  /* The browser's own page for a lost line would hide what was typed. */
  holdBack(event) {
    if (!navigator.onLine) event.preventDefault();
  }
}

const place = document.querySelector("[data-outbox]");
if (place) {
  const page = new AnswerPage(place);
  document.querySelector("[data-answers]")?.addEventListener("submit", (e) => page.holdBack(e));
}
