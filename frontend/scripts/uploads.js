// Sends files to the portal in pieces (tus.js), a few at a time, and goes on by itself when the network was gone or the portal
// restarted. What was begun earlier is gone on with when the same file is chosen again. The page learns of each file by events
// on the element that files are dropped on; how far each is stands in every element with data-upload, without a round trip.
(() => {
  if (window.portalUploads) {
    return;
  }

  const { address, create, ask, send, end, stop, Refused, Gone, Unreachable, SignedOut } = window.portalTus;
  const { dropped, choose } = window.portalFiles;
  const AT_ONCE = 3;
  const LONGEST_WAIT = 15000;
  const SPOKEN_FROM = 50 * 1000 * 1000;
  const UNITS = ['bytes', 'KB', 'MB', 'GB'];
  const jobs = new Map();
  let running = 0;

  const plain = (name) => name.normalize('NFC').replace(/.*[/\\]/, '').replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim().replace(/^\.+/, '');

  const size = (bytes) => {
    let amount = bytes;
    let unit = 0;
    while (amount >= 999.5 && unit < UNITS.length - 1) {
      amount /= 1000;
      unit += 1;
    }
    const whole = unit < 2 || amount >= 99.95 || Math.abs(amount - Math.round(amount)) < 0.05;
    return [amount.toFixed(whole ? 0 : 1), UNITS[unit], 1000 ** unit];
  };

  const part = (done, whole) => {
    const [amount, unit, divisor] = size(whole);
    return `${(done / divisor).toFixed(amount.includes('.') ? 1 : 0)} of ${amount} ${unit}`;
  };

  const percent = (job) => (job.file.size === 0 ? 100 : Math.floor((100 * job.offset) / job.file.size));

  const words = (job) => {
    switch (job.state) {
      case 'queued':
        return 'Waiting for its turn';
      case 'offline':
        return `Waiting for the network. ${percent(job)}% is here.`;
      case 'waiting':
        return `Waiting for the portal. ${percent(job)}% is here.`;
      case 'signedOut':
        return `Waiting until you are signed in again. ${percent(job)}% is here.`;
      case 'resumed':
        return `Going on at ${job.resumedAt}%`;
      case 'done':
        return 'All of it is here';
      default:
        return part(job.shown, job.file.size);
    }
  };

  const show = (job) => {
    document.querySelectorAll(`[data-upload="${job.key}"]`).forEach((each) => {
      each.querySelector('vaadin-progress-bar').value = job.file.size === 0 ? 0 : job.shown / job.file.size;
      each.querySelector('span').textContent = words(job);
      each.toggleAttribute('data-waits', ['offline', 'waiting', 'signedOut'].includes(job.state));
    });
  };

  const say = (job, what) => {
    const live = job.host.querySelector('[role=status]');
    if (live) {
      live.textContent = `${job.file.name}: ${what}`;
    }
  };

  const become = (job, state) => {
    if (job.state === state) {
      return;
    }
    job.state = state;
    show(job);
    if (['offline', 'waiting', 'signedOut', 'resumed'].includes(state)) {
      say(job, words(job));
    }
  };

  const progressed = (job, bytes) => {
    job.shown = bytes;
    const quarter = Math.floor((4 * bytes) / job.file.size);
    if (job.file.size > SPOKEN_FROM && quarter > job.spoken && quarter < 4) {
      say(job, `${quarter * 25}% is here`);
    }
    job.spoken = Math.max(job.spoken, quarter);
    if (job.state === 'resumed' && Date.now() - job.resumedWhen > 2500) {
      job.state = 'sending';
    }
    show(job);
  };

  const tell = (job, what, detail = {}) =>
    job.host.dispatchEvent(new CustomEvent('upload-' + what, { detail: { key: job.key, ...detail } }));

  const count = (host) => {
    const left = [...jobs.values()].filter((job) => job.host === host && job.busy).length;
    if (left !== host.portalLeft) {
      host.portalLeft = left;
      host.dispatchEvent(new CustomEvent('upload-left', { detail: left }));
    }
  };

  const pause = (job, millis) =>
    new Promise((resolve) => {
      job.wake = resolve;
      setTimeout(resolve, millis);
    });

  const readable = (job) =>
    job.file
      .slice(0, 1)
      .arrayBuffer()
      .then(
        () => true,
        () => false,
      );

  const sendAll = async (job) => {
    if (!job.url) {
      await create(job);
      if (job.stopped) {
        end(job.url);
      }
    } else if (job.unsure) {
      await ask(job);
      job.unsure = false;
      job.resumedAt = percent(job);
      job.resumedWhen = Date.now();
      progressed(job, job.offset);
      become(job, 'resumed');
    }
    while (job.offset < job.file.size && !job.stopped) {
      if (job.state !== 'resumed') {
        become(job, 'sending');
      }
      await send(job);
      job.failures = 0;
    }
  };

  const whyNot = async (job, trouble) => {
    if (trouble instanceof Refused) {
      return trouble.message || 'The portal refused this file.';
    }
    if (trouble instanceof Gone) {
      if (job.restarted) {
        return 'The portal has lost this upload. Choose the file again.';
      }
      job.restarted = true;
      job.url = null;
      job.offset = 0;
      return '';
    }
    if (!(trouble instanceof Unreachable)) {
      throw trouble;
    }
    return (await readable(job)) ? '' : 'This file was changed, moved or deleted on your device. Choose it again.';
  };

  const run = async (job) => {
    running += 1;
    become(job, 'sending');
    while (!job.stopped) {
      try {
        await sendAll(job);
        if (!job.stopped) {
          job.shown = job.file.size;
          become(job, 'done');
          tell(job, 'finished', { id: job.url.replace(/.*\//, '') });
        }
        break;
      } catch (trouble) {
        if (job.stopped) {
          break;
        }
        const why = await whyNot(job, trouble);
        if (why) {
          tell(job, 'failed', { why });
          break;
        }
        job.unsure = true;
        job.shown = job.offset;
        become(job, !navigator.onLine ? 'offline' : trouble instanceof SignedOut ? 'signedOut' : job.failures > 0 ? 'waiting' : job.state);
        await pause(job, Math.min(LONGEST_WAIT, 500 * 2 ** job.failures));
        job.failures += 1;
      }
    }
    job.busy = false;
    running -= 1;
    count(job.host);
    next();
  };

  const next = () => {
    for (const job of jobs.values()) {
      if (running >= AT_ONCE) {
        return;
      }
      if (job.state === 'queued' && !job.stopped) {
        tell(job, 'begun', { name: job.file.name, size: job.file.size, resumes: job.resumes ?? '' });
        run(job);
      }
    }
  };

  // The portal keeps names without what file systems trip over, and at most 200 characters of them
  const same = (file, begun) =>
    file.size === begun.size &&
    (begun.modified === null || file.lastModified === begun.modified) &&
    (plain(file.name) === begun.name || begun.name.length >= 200);

  const add = (host, files, expected) => {
    const chosen = host.portalMany ? files : files.slice(0, 1);
    for (const file of chosen) {
      const begun = (host.portalBegun ?? []).find((each) => same(file, each) && (!expected || each.id === expected));
      if (expected && !begun) {
        host.dispatchEvent(new CustomEvent('upload-other', { detail: { id: expected, name: file.name } }));
        return;
      }
      const key = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
      const job = { key, file, host, state: 'queued', busy: true, offset: 0, shown: 0, spoken: 0, failures: 0 };
      job.sent = (bytes) => progressed(job, bytes);
      if (begun) {
        host.portalBegun = host.portalBegun.filter((each) => each !== begun);
        job.resumes = begun.id;
        job.url = `${address()}/${begun.id}`;
        job.unsure = true;
      }
      jobs.set(key, job);
    }
    count(host);
    next();
  };

  window.portalUploads = {
    // Makes an element take files; wish is said of each of them
    on(host, wish, many) {
      host.portalWish = wish;
      host.portalMany = many;
      // What another page of the same kind was sending when it was left goes on here
      jobs.forEach((job) => {
        if (job.busy && job.host !== host && !job.host.isConnected && JSON.stringify(job.host.portalWish) === JSON.stringify(wish)) {
          job.host = host;
          if (job.state !== 'queued') {
            tell(job, 'begun', { name: job.file.name, size: job.file.size, resumes: job.url?.replace(/.*\//, '') ?? '' });
          }
        }
      });
      count(host);
      if (host.portalTakes) {
        return;
      }
      host.portalTakes = true;
      host.addEventListener('dragover', (event) => {
        if (event.dataTransfer.types.includes('Files')) {
          event.preventDefault();
          host.toggleAttribute('data-over', true);
        }
      });
      host.addEventListener('dragleave', (event) => host.toggleAttribute('data-over', host.contains(event.relatedTarget)));
      host.addEventListener('drop', async (event) => {
        event.preventDefault();
        host.toggleAttribute('data-over', false);
        add(host, await dropped(event.dataTransfer), '');
      });
    },
    begun(host, list) {
      host.portalBegun = list;
    },
    show(key) {
      const job = jobs.get(key);
      if (job) {
        show(job);
      }
    },
    stop(key) {
      const job = jobs.get(key);
      if (!job || job.stopped) {
        return;
      }
      job.stopped = true;
      job.wake?.();
      if (job.state === 'queued') {
        job.busy = false;
        count(job.host);
      } else {
        stop(job);
      }
    },
  };

  document.addEventListener(
    'click',
    (event) => {
      const button = event.target.closest?.('[data-upload-choose], [data-upload-folder], [data-upload-again], [data-upload-stop]');
      if (!button) {
        return;
      }
      const { uploadStop, uploadAgain } = button.dataset;
      if (uploadStop) {
        window.portalUploads.stop(uploadStop);
        return;
      }
      const host = document.querySelector('.sc-uploads');
      if (host) {
        const many = host.portalMany && !uploadAgain;
        choose({ many, folder: 'uploadFolder' in button.dataset }, (files) => add(host, files, uploadAgain ?? ''));
      }
    },
    true,
  );

  addEventListener('online', () => jobs.forEach((job) => job.wake?.()));
  addEventListener('offline', () =>
    jobs.forEach((job) => {
      if (job.busy && job.state !== 'queued') {
        job.call?.abort();
        become(job, 'offline');
      }
    }),
  );

  // While bytes are on their way and nothing is wrong; what waits is not lost by leaving
  addEventListener('beforeunload', (event) => {
    if ([...jobs.values()].some((job) => job.busy && job.host.isConnected && ['queued', 'sending', 'resumed'].includes(job.state))) {
      event.preventDefault();
    }
  });
})();
