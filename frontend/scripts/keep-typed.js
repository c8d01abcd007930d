// Keeps what somebody types in this browser until it is saved, so that a sleeping phone or an ended session loses nothing.
// Signed-in people's words go to localStorage under their id and are removed at sign-out, when somebody else signs in and
// after three days; words on public pages go to sessionStorage, which ends with the tab.
(() => {
  if (window.portalKeep) {
    return;
  }

  const PREFIX = 'portal-kept:';
  const LIFETIME = 3 * 24 * 60 * 60 * 1000;
  const timers = new Map();
  // Once somebody signs out, nothing is kept any more: what they typed last would come back for whoever is next
  let leaving = false;

  const place = (key) => (key.startsWith(PREFIX + 'anyone:') ? sessionStorage : localStorage);

  const load = (key) => {
    try {
      const kept = JSON.parse(place(key).getItem(key) ?? 'null');
      return kept && Date.now() - kept.at < LIFETIME ? kept.fields : {};
    } catch {
      return {};
    }
  };

  const put = (key, field, value) => {
    if (leaving) {
      return;
    }
    try {
      const fields = load(key);
      if (value === '' || value === false || value === null || value === undefined) {
        delete fields[field];
      } else {
        fields[field] = value;
      }
      if (Object.keys(fields).length === 0) {
        place(key).removeItem(key);
      } else {
        place(key).setItem(key, JSON.stringify({ at: Date.now(), fields }));
      }
    } catch {
      // Storage is full or switched off: typing goes on without a copy
    }
  };

  const sweep = (remove) => {
    for (const store of [localStorage, sessionStorage]) {
      for (const key of Object.keys(store).filter((each) => each.startsWith(PREFIX))) {
        if (remove(key)) {
          store.removeItem(key);
        }
      }
    }
  };

  window.portalKeep = {
    read: (form) => load(PREFIX + form),
    put: (form, field, value) => put(PREFIX + form, field, value),
    forget(form) {
      const key = PREFIX + form;
      [...timers.keys()].filter((each) => each.startsWith(key + '|')).forEach((each) => {
        clearTimeout(timers.get(each));
        timers.delete(each);
      });
      place(key).removeItem(key);
    },
    // The fields have other names from now on: each is kept anew
    empty(form) {
      this.forget(form);
    },
    watch(element, form, field, keepNow) {
      const key = PREFIX + form;
      const current = () => ('checked' in element ? element.checked : element.value);
      const watched = element.portalKept;
      element.portalKept = field;
      if (keepNow) {
        put(key, field, current());
      }
      if (watched !== undefined) {
        return;
      }
      const soon = (value) => {
        const name = element.portalKept;
        const timer = key + '|' + name;
        clearTimeout(timers.get(timer));
        timers.set(timer, setTimeout(() => put(key, name, value()), 250));
      };
      const later = () => soon(current);
      const typed = (event) => {
        // While somebody types, the field's own value lags behind its inner input
        if (event.target !== element && 'value' in event.target && !('checked' in element)) {
          const words = event.target.value;
          soon(() => words);
        } else {
          later();
        }
      };
      element.addEventListener('input', typed);
      element.addEventListener('change', later);
    },
    // Somebody signed in: what another person left on this machine goes
    signedIn: (person) => sweep((key) => !key.startsWith(PREFIX + person + ':') && !key.startsWith(PREFIX + 'anyone:')),
  };

  // On the way out nothing stays behind; before the click reaches the server
  document.addEventListener(
    'click',
    (event) => {
      if (event.target.closest?.('[data-forget-typed]')) {
        leaving = true;
        sweep(() => true);
      }
    },
    true,
  );
  window.addEventListener('pageshow', () => {
    leaving = false;
  });
})();
