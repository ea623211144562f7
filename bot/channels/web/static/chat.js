// The chat page: new lines without reloading, and words that are never lost on the way. Without this script
// every form still works. Nothing here puts unknown HTML into the page: see `marked`.
"use strict";

// --- forms on every page --------------------------------------------------------------------------

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.hasAttribute("data-forget")) sessionStorage.clear(); // signing out leaves no words behind
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) event.preventDefault(); // a second press of the same button
  form.dataset.sent = "1";
});
// A page that comes back from the browser's memory may be sent again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

if (document.body.classList.contains("chat") && document.body.dataset.older === undefined) chat();

function chat() {
  const words = document.body.dataset;
  const log = document.getElementById("log");
  const box = document.getElementById("box");
  const status = document.getElementById("status");
  const newer = document.getElementById("newer");
  const menu = document.querySelector(".menu");
  const most = Number(words.most);
  const title = document.title;
  const byMouse = matchMedia("(hover: hover) and (pointer: fine)");
  let last = Number(words.last);

  // --- what is kept while this tab is open ----------------------------------------------------------

  const shelf = {
    get(name, otherwise) {
      try {
        return JSON.parse(sessionStorage.getItem(`${words.member}:${name}`)) ?? otherwise;
      } catch {
        return otherwise;
      }
    },
    put(name, value) {
      try {
        sessionStorage.setItem(`${words.member}:${name}`, JSON.stringify(value));
      } catch {
        // Full or forbidden: the words are still on the screen.
      }
    },
  };

  const newId = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(12)), (one) => one.toString(16).padStart(2, "0")).join("");

  // --- talking to the server ------------------------------------------------------------------------

  async function ask(address, body) {
    const about = body
      ? { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }
      : {};
    const until = new AbortController();
    const timer = setTimeout(() => until.abort(), 20000);
    try {
      const answer = await fetch(address, { ...about, signal: until.signal });
      const said = answer.status === 204 ? {} : await answer.json();
      if (answer.status === 401) signedOut();
      return { ok: answer.ok, status: answer.status, said };
    } catch {
      return { ok: false, status: 0, said: {} };
    } finally {
      clearTimeout(timer);
    }
  }

  function tell(sentence, trouble = false) {
    const near = isNearEnd();
    status.textContent = sentence;
    status.classList.toggle("trouble", trouble);
    if (near) scrollTo(0, page.scrollHeight); // the line takes room: what was in sight stays in sight
  }

  function tellBriefly(sentence) {
    tell(sentence);
    setTimeout(() => status.textContent === sentence && tell(""), 6000);
  }

  // --- bubbles --------------------------------------------------------------------------------------

  function make(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  const ALLOWED = new Set(["B", "I", "U", "S", "CODE"]);

  // Words with marks, copied node by node: text, five elements without attributes, and links to the address
  // that one reads. Nothing else passes.
  function marked(paragraphs) {
    const said = make("div", "words");
    const copy = (from, to) => {
      for (const node of from.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) to.append(node.data);
        else if (ALLOWED.has(node.nodeName)) {
          const made = document.createElement(node.nodeName);
          copy(node, made);
          to.append(made);
        } else if (node.nodeName === "A" && /^https?:\/\//.test(node.textContent)) {
          const made = make("a", "", node.textContent);
          to.append(Object.assign(made, { href: node.textContent, target: "_blank", rel: "noopener noreferrer" }));
        } else if (node.nodeType === Node.ELEMENT_NODE) copy(node, to);
      }
    };
    for (const one of paragraphs) {
      const into = make("p");
      copy(new DOMParser().parseFromString(one, "text/html").body, into);
      said.append(into);
    }
    return said;
  }

  function taps(line) {
    const form = make("form", "taps");
    form.method = "post";
    form.action = "/tap";
    const number = make("input");
    number.type = "hidden";
    number.name = "line";
    number.value = line.target ?? line.number;
    form.append(number);
    for (const buttons of line.rows) {
      const row = make("div", "row");
      for (const one of buttons) {
        const button = make(one.url ? "a" : "button", "tap", one.label);
        if (one.url) Object.assign(button, { href: one.url, target: "_blank", rel: "noopener noreferrer" });
        else Object.assign(button, { name: "data", value: one.data });
        row.append(button);
      }
      form.append(row);
    }
    return form;
  }

  function file(line) {
    const link = make("a", "file");
    link.href = line.file;
    if (line.picture) {
      const picture = make("img", line.picture);
      Object.assign(picture, { src: line.file, alt: line.alt || words.picture });
      if (line.picture === "qr") Object.assign(picture, { width: 240, height: 240 });
      link.append(picture);
    } else {
      link.download = "";
      link.textContent = line.file_name ? `${words.download}: ${line.file_name}` : words.download;
    }
    return link;
  }

  function fill(bubble, line) {
    const when = make("time", "", line.time);
    when.dateTime = `${line.day}T${line.time}`;
    const parts = [make("span", "hidden who", line.mine ? words.saidYou : words.saidBot), marked(line.paragraphs)];
    if (line.file) parts.push(file(line));
    if (line.rows.length) parts.push(taps(line));
    bubble.className = `bubble ${line.mine ? "mine" : "theirs"}`;
    bubble.replaceChildren(...parts, when);
  }

  function bubbleOf(line) {
    const bubble = make("article");
    bubble.id = `line-${line.number}`;
    bubble.tabIndex = -1;
    Object.assign(bubble.dataset, { day: line.day, dayWords: line.day_words });
    fill(bubble, line);
    return bubble;
  }

  function heading(bubble) {
    return make("p", "day", bubble.dataset.dayWords);
  }

  function append(bubble) {
    log.querySelector(".empty")?.remove();
    const days = log.querySelectorAll(".bubble[data-day]");
    if (bubble.dataset.day && days[days.length - 1]?.dataset.day !== bubble.dataset.day) log.append(heading(bubble));
    log.append(bubble);
    bubble.classList.add("fresh");
  }

  // --- lines that come in ---------------------------------------------------------------------------

  function apply(line) {
    if (line.number <= last) return;
    last = line.number;
    const near = isNearEnd() || Date.now() < following;
    if (line.language !== document.documentElement.lang) {
      location.assign("/"); // the member chose another language: every word on the page changes
      return;
    }
    const old = document.getElementById(`line-${line.target ?? line.number}`);
    if (old) return edit(old, line);
    const bubble = line.mine ? mineCame(line) : bubbleOf(line);
    if (!bubble.isConnected) append(bubble);
    if (near || line.mine) toEnd(bubble);
    else newer.hidden = false;
    if (document.hidden && !line.mine) {
      document.title = `(${(Number(/^\((\d+)\)/.exec(document.title)?.[1]) || 0) + 1}) ${title}`;
    }
  }

  function edit(bubble, line) {
    const inside = bubble.contains(document.activeElement);
    fill(bubble, line);
    // Whoever goes by keyboard stays where they were, instead of at the top of the page.
    if (inside) bubble.focus({ preventScroll: true });
    if (inside || Date.now() < acted) bubble.scrollIntoView({ block: "nearest", behavior: glide() });
  }

  async function catchUp() {
    for (;;) {
      const { ok, said } = await ask(`/lines?after=${last}`);
      if (!ok) return false;
      said.lines.forEach(apply);
      if (said.lines.length < 500) return true;
    }
  }

  // --- where the reader is --------------------------------------------------------------------------

  const page = document.documentElement;
  const isNearEnd = () => page.scrollHeight - scrollY - innerHeight < 140;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  const glide = () => (calm.matches ? "auto" : "smooth");
  let anchor = null; // what the reader said or pressed last, and until when it leads
  let acted = 0;
  let following = 0; // on the way to the end: what comes meanwhile is followed too

  // To the end, but not past the top of what was asked: a long answer is read from its start.
  function toEnd(bubble, how = glide()) {
    if (Date.now() > acted || !anchor?.isConnected) anchor = bubble;
    const bar = document.querySelector(".bar").offsetHeight + 10;
    const top = anchor ? anchor.getBoundingClientRect().top + scrollY - bar : Infinity;
    scrollTo({ top: Math.min(page.scrollHeight - innerHeight, top), behavior: how });
    following = Date.now() + 1200;
    newer.hidden = true;
  }

  function leads(bubble) {
    anchor = bubble;
    acted = Date.now() + 15000;
  }

  addEventListener("scroll", () => isNearEnd() && (newer.hidden = true), { passive: true });
  newer.addEventListener("click", () => {
    scrollTo({ top: page.scrollHeight, behavior: glide() });
    newer.hidden = true;
    box.focus({ preventScroll: true });
  });
  // Browsers allow six connections to a site: a page that nobody looks at gives its stream up after a minute.
  let rest = 0;
  let resting = false;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(rest);
    if (document.hidden) {
      rest = setTimeout(() => {
        resting = true;
        source.close();
      }, 60000);
      return;
    }
    resting = false;
    document.title = title;
    comeBack();
  });

  // --- saying something -----------------------------------------------------------------------------

  // What is on its way, oldest first. It stays in the tab until the server has it: a reload sends it again
  // under the same name, and the server takes each name once.
  const outbox = shelf.get("outbox", []).map(({ id, text }) => ({ id, text }));
  const waiting = new Map(); // bubbles by the name of the message
  let sending = false;
  let pause = 0;
  let retry = 0;
  let mineSeen = 0; // how many of one's own lines came since the page was opened

  function show(item, state) {
    if (item.had) return; // its words have come from the server already
    const near = isNearEnd();
    let bubble = waiting.get(item.id);
    if (!bubble) {
      bubble = make("article", "bubble mine waiting");
      bubble.tabIndex = -1;
      bubble.append(make("span", "hidden who", words.saidYou), make("div", "words", item.text), make("div", "state"));
      waiting.set(item.id, bubble);
      append(bubble);
    }
    bubble.classList.toggle("failed", state === "failed");
    const line = bubble.querySelector(".state");
    line.replaceChildren(make("span", "", state === "failed" ? words.notSent : words.sending));
    if (state === "failed") {
      const again = make("button", "", words.tryAgain);
      again.type = "button";
      again.addEventListener("click", () => {
        pause = 0;
        box.focus();
        pump();
      });
      line.append(again);
    }
    if (near) scrollTo(0, page.scrollHeight);
  }

  const squeezed = (text) => text.replace(/\s+/g, "");

  // The server's version of what one said, after the guard, takes the place of the one that was waiting.
  function mineCame(line) {
    mineSeen += 1;
    const plain = squeezed(marked(line.paragraphs).textContent);
    const same = outbox.find((item) => waiting.has(item.id) && squeezed(item.text) === plain);
    if (!same) return bubbleOf(line);
    same.had = true;
    const bubble = waiting.get(same.id);
    waiting.delete(same.id);
    bubble.id = `line-${line.number}`;
    Object.assign(bubble.dataset, { day: line.day, dayWords: line.day_words });
    fill(bubble, line);
    return bubble;
  }

  async function pump() {
    clearTimeout(retry);
    if (sending) return;
    sending = true;
    while (outbox.length) {
      const item = outbox[0];
      show(item, "sending");
      const { ok, status: code, said } = await ask("/say", { id: item.id, text: item.text });
      if (ok) {
        if (said.parting) return parting(said.parting);
        const read = await catchUp(); // its words are there now, perhaps without what the guard caught
        done(item);
        // None of one's own came: the program could not store it, and has said so.
        if (read && item.came === mineSeen && !item.text.startsWith("/start ")) giveBack(item.text);
        pause = 0;
      } else if ([400, 413, 422, 429].includes(code)) {
        done(item);
        giveBack(item.text);
        tell(said.words || words.notSent, true);
      } else {
        outbox.forEach((one) => show(one, "failed"));
        if (code !== 401) {
          pause = Math.min((pause || 1500) * 2, 30000);
          retry = setTimeout(pump, pause);
        }
        break;
      }
    }
    sending = false;
  }

  // What the server could not take is in the box again.
  function giveBack(text) {
    box.value = [text, box.value].filter(Boolean).join("\n");
    typed();
  }

  function done(item) {
    outbox.shift();
    shelf.put("outbox", outbox);
    waiting.get(item.id)?.remove();
    waiting.delete(item.id);
  }

  function send() {
    const text = box.value;
    if (!text.trim()) return;
    if (text.length > most) return tell(words.tooLong, true);
    outbox.push({ id: newId(), text });
    shelf.put("outbox", outbox);
    box.value = "";
    typed();
    if (online) tell("");
    const item = outbox[outbox.length - 1];
    item.came = mineSeen;
    show(item, "sending");
    leads(waiting.get(item.id));
    toEnd();
    pump();
    box.focus();
  }

  let counted = false;

  function typed() {
    shelf.put("box", box.value);
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + 3}px`;
    const left = most - box.value.length;
    if (left < 0) tell(words.tooLong, true);
    else if (left < 500) tell(words.leftOver.replace("#", left));
    else if (counted) tell("");
    counted = left < 500;
    box.setAttribute("aria-invalid", String(left < 0));
  }

  document.getElementById("say").addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  box.addEventListener("input", typed);
  box.addEventListener("keydown", (event) => {
    // On a phone Enter is a new line, as in every messenger; the arrow sends.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !byMouse.matches) return;
    event.preventDefault();
    send();
  });

  // --- tapping --------------------------------------------------------------------------------------

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.classList.contains("taps") || event.submitter?.name !== "data") return;
    event.preventDefault();
    menu.open = false;
    tap(event.submitter.value, form.elements.line.value, form, event.submitter);
  }, true);

  async function tap(data, line, form, button) {
    if (form?.getAttribute("aria-busy") === "true") return;
    form?.setAttribute("aria-busy", "true");
    button?.classList.add("pressed");
    // A press whose answer got lost keeps its name, so that pressing again counts once.
    const id = (button && button.dataset.id) || newId();
    if (button) button.dataset.id = id;
    const { ok, status: code, said } = await ask("/tap", { id, data, line });
    if (ok) {
      if (said.parting) return parting(said.parting);
      if (button) delete button.dataset.id;
      tellBriefly(said.toast || "");
      leads(null);
      if (line === "0") scrollTo({ top: page.scrollHeight });
      await catchUp();
    } else if (code !== 401) tell(said.words || words.tapFailed, true);
    form?.removeAttribute("aria-busy");
    button?.classList.remove("pressed");
    return ok;
  }

  // Somebody who left has no lines any more: the last word takes the place of the conversation.
  function parting(paragraphs) {
    source?.close();
    sessionStorage.clear();
    const said = marked(paragraphs);
    const onward = make("a", "onward", words.toStart);
    onward.href = "/";
    const main = make("main", "sheet");
    main.append(said, onward);
    document.body.classList.remove("chat");
    menu.remove();
    document.querySelector(".composer").remove();
    document.querySelector("main").replaceWith(main);
    said.tabIndex = -1;
    said.focus();
  }

  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });

  // --- older messages -------------------------------------------------------------------------------

  const older = document.getElementById("older");
  older?.addEventListener("click", async (event) => {
    event.preventDefault();
    const first = log.querySelector(".bubble[id]");
    const { ok, said } = await ask(`/older?before=${first.id.slice("line-".length)}`);
    if (!ok) return tell(words.offline, true);
    const from = first.getBoundingClientRect().top;
    log.setAttribute("aria-live", "off"); // what was said long ago is not news
    log.prepend(...said.lines.map(bubbleOf));
    log.querySelectorAll(".day").forEach((one) => one.remove());
    let day = "";
    for (const bubble of log.querySelectorAll(".bubble[data-day]")) {
      if (bubble.dataset.day !== day) bubble.before(heading(bubble));
      day = bubble.dataset.day;
    }
    scrollBy(0, first.getBoundingClientRect().top - from);
    setTimeout(() => log.setAttribute("aria-live", "polite"), 500);
    if (!said.more) {
      older.replaceWith(make("p", "why", words.nothingOlder));
      log.querySelector(".bubble").focus({ preventScroll: true });
    }
  });

  // --- staying in touch -----------------------------------------------------------------------------

  let source;
  let heard = Date.now();
  let online = true;
  let out = false;
  let noticed = 0;

  function here() {
    heard = Date.now();
    clearTimeout(noticed);
    noticed = 0;
    if (online) return;
    online = true;
    tellBriefly(words.online);
    pause = 0;
    pump();
  }

  function gone(at = 2500) {
    if (noticed || !online || out) return;
    noticed = setTimeout(() => {
      online = false;
      tell(words.offline, true);
    }, at);
  }

  function signedOut() {
    if (out) return;
    out = true;
    source?.close();
    tell(`${words.signedOut} `, true);
    const link = make("a", "", words.signInAgain);
    link.href = "/";
    status.append(link);
  }

  function listen() {
    source?.close();
    if (out) return;
    source = new EventSource(`/stream?after=${last}`);
    source.addEventListener("hello", here);
    source.addEventListener("beat", here);
    source.addEventListener("line", (event) => {
      here();
      apply(JSON.parse(event.data));
    });
    source.addEventListener("ended", signedOut);
    source.addEventListener("error", () => gone());
  }

  async function comeBack() {
    if (out) return;
    if (await catchUp()) here();
    else gone(0);
    if (source.readyState === EventSource.CLOSED) listen();
  }

  // A stream that is blocked, or that died without a word, is noticed here, and asked for again; meanwhile the
  // lines come by asking.
  setInterval(() => {
    const silent = Date.now() - heard;
    if (out || resting || (silent < 45000 && source.readyState === EventSource.OPEN)) return;
    if (silent > 45000 && source.readyState !== EventSource.CONNECTING) listen();
    comeBack();
  }, 4000);
  addEventListener("online", comeBack);
  addEventListener("offline", () => gone(0));

  // --- start ----------------------------------------------------------------------------------------

  if (!box.value) box.value = shelf.get("box", "");
  typed();
  outbox.forEach((item) => show(item, "sending"));
  const shown = log.querySelectorAll(".bubble");
  if (shown.length) toEnd(shown[shown.length - 1], "instant");
  listen();
  pump();
  if (words.opens) tap(words.opens, "0").then((ok) => ok && history.replaceState(null, "", "/"));
  if (byMouse.matches) box.focus({ preventScroll: true });
}
