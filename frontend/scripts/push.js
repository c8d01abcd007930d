// Server push where a proxy blocks WebSockets (docs/adr/0011). Left alone, Flow's engine tries a refused socket for a minute
// before it takes to long polling, and one that the proxy swallows for ever. Here the first socket of a page shows within
// seconds whether sockets work. It stands inside every page, for it must come before the engine.
(() => {
  const PATIENCE = 5000; // milliseconds until the first message, which the server sends at once
  const Native = window.WebSocket;
  if (!Native) {
    return;
  }
  let proven = false;
  let missed = false;

  window.WebSocket = class extends Native {
    constructor(address, protocols) {
      super(address, protocols);
      let given = false;
      const late = setTimeout(() => {
        given = true;
        // The server may have spoken into a socket whose handshake came through and nothing after it
        missed = this.readyState === Native.OPEN;
        // The proxy may answer the closing as little as the opening, so the engine is told without waiting for it
        this.dispatchEvent(new CloseEvent('close', { code: 1006, reason: 'No message in time', wasClean: false }));
        this.close();
      }, PATIENCE);
      // The engine's own listeners come later, so these can keep an event from them
      const hear = (kind, listener) =>
        this.addEventListener(kind, (event) => {
          if (given) {
            event.stopImmediatePropagation();
          } else {
            listener(event);
          }
        });
      hear('open', () => {});
      hear('message', () => {
        proven = true;
        clearTimeout(late);
      });
      // After an error the engine tries again; after a close without one, and no socket that ever worked, it falls back
      hear('error', (event) => proven || event.stopImmediatePropagation());
      this.addEventListener('close', (event) => {
        clearTimeout(late);
        if (given && event.isTrusted) {
          event.stopImmediatePropagation();
        }
      });
    }
  };

  // Over HTTP/1.1 a browser opens six connections to a host for all tabs together, and the waiting requests of six tabs would
  // leave none to the seventh. So of the tabs that nobody looks at only one waits at a time. The turn passes when its request
  // ends, with news at once, so that what the server says to all of them soon reaches all. A tab that is seen asks at once.
  const { open, send } = XMLHttpRequest.prototype;
  const polls = new WeakSet();

  // An answer to anything shows the engine that it misses something, and then it asks for the whole page
  const catchUp = () => Object.values(window.Vaadin.Flow.clients).forEach((client) => client.poll?.());

  const inTurn = (poll, go) => {
    const turn = new AbortController();
    const seen = () => document.hidden || turn.abort();
    const begin = () => {
      document.removeEventListener('visibilitychange', seen);
      // The engine may have given it up meanwhile
      return poll.readyState === XMLHttpRequest.OPENED && new Promise((end) => {
        poll.addEventListener('loadend', end);
        go();
      });
    };
    document.addEventListener('visibilitychange', seen);
    if (navigator.locks) {
      navigator.locks.request('portal-push', { signal: turn.signal }, begin).catch(begin);
    } else {
      turn.signal.addEventListener('abort', begin);
    }
  };

  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    if (String(address).includes('X-Atmosphere-Transport=long-polling')) {
      polls.add(this);
      if (missed) {
        missed = false;
        this.addEventListener('load', catchUp);
      }
    }
    return open.call(this, method, address, ...rest);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (polls.has(this) && document.hidden) {
      inTurn(this, () => send.call(this, body));
    } else {
      send.call(this, body);
    }
  };
})();
