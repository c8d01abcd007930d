// The calls of tus 1.0 that a file in the browser needs. A job has the file, its address once it has one, and its offset; what
// goes wrong comes as one of four errors, and what is on its way is told to job.sent.
(() => {
  if (window.portalTus) {
    return;
  }

  const PIECE = 16 * 1024 * 1024;
  const STALLED = 45000;
  const VERSION = { 'Tus-Resumable': '1.0.0' };

  const base64 = (words) => btoa(String.fromCharCode(...new TextEncoder().encode(words)));
  const address = () => new URL('files/uploads', document.baseURI).href;

  class Refused extends Error {}
  class Gone extends Error {}
  class Unreachable extends Error {}
  class SignedOut extends Unreachable {}

  // What a status means for this file; null when all is well
  const problem = (status, detail) => {
    if (status >= 200 && status < 300) {
      return null;
    }
    if (status === 404) {
      return new Gone(detail);
    }
    if (status === 410) {
      return new Refused(detail ?? 'This upload has ended elsewhere, in another window for example. Choose the file again to send it anew.');
    }
    return status === 0 || status === 408 || status === 409 || status === 423 || status === 460 || (status >= 500 && status !== 507)
      ? new Unreachable()
      : new Refused(detail);
  };

  const detailOf = (text) => {
    try {
      return JSON.parse(text).detail;
    } catch {
      return undefined;
    }
  };

  const request = (job, method, url, headers, body) =>
    new Promise((resolve, reject) => {
      const call = new XMLHttpRequest();
      let watch = 0;
      const alive = () => {
        clearTimeout(watch);
        watch = setTimeout(() => call.abort(), STALLED);
      };
      const done = (end) => () => {
        clearTimeout(watch);
        job.call = null;
        end();
      };
      call.open(method, url);
      Object.entries({ ...VERSION, ...headers }).forEach(([name, value]) => call.setRequestHeader(name, value));
      call.upload.onprogress = (event) => {
        alive();
        job.sent(job.offset + event.loaded);
      };
      // The bytes are out; a slow disk may take longer for its answer than a network for a byte
      call.upload.onload = () => {
        clearTimeout(watch);
        watch = setTimeout(() => call.abort(), 4 * STALLED);
      };
      call.onload = done(() => {
        const ours = call.getResponseHeader('Tus-Resumable');
        // Without it, it is a sign-in page, or a proxy that answers for the portal
        const trouble = ours || call.status >= 404 ? problem(call.status, detailOf(call.responseText)) : new SignedOut();
        return trouble ? reject(trouble) : resolve(call);
      });
      call.onerror = done(() => reject(new Unreachable()));
      call.onabort = done(() => reject(new Unreachable()));
      alive();
      job.call = call;
      call.send(body);
    });

  const metadata = (job) =>
    Object.entries({
      filename: job.file.name,
      filetype: job.file.type,
      lastModified: String(job.file.lastModified),
      key: job.key,
      ...job.host.portalWish,
    })
      .filter(([, value]) => value)
      .map(([name, value]) => `${name} ${base64(value)}`)
      .join(',');

  // A small file goes along at once
  const isSmall = (job) => job.file.size > 0 && job.file.size <= PIECE;

  const create = async (job, small = isSmall(job)) => {
    const headers = { 'Upload-Length': job.file.size, 'Upload-Metadata': metadata(job) };
    const answer = await request(
      job,
      'POST',
      address(),
      small ? { ...headers, 'Content-Type': 'application/offset+octet-stream' } : headers,
      small ? job.file : null,
    );
    job.url = new URL(answer.getResponseHeader('Location'), document.baseURI).href;
    job.offset = Number(answer.getResponseHeader('Upload-Offset'));
  };

  const ask = async (job) => {
    const answer = await fetch(job.url, { method: 'HEAD', redirect: 'manual', headers: VERSION }).catch(() => {
      throw new Unreachable();
    });
    if (answer.type === 'opaqueredirect') {
      throw new SignedOut();
    }
    const trouble = problem(answer.status);
    if (trouble) {
      throw trouble;
    }
    job.offset = Number(answer.headers.get('Upload-Offset'));
  };

  const send = async (job) => {
    const answer = await request(
      job,
      'PATCH',
      job.url,
      { 'Upload-Offset': job.offset, 'Content-Type': 'application/offset+octet-stream' },
      job.file.slice(job.offset, job.offset + PIECE),
    );
    job.offset = Number(answer.getResponseHeader('Upload-Offset'));
  };

  // Deletes what came of it, also while the page is left
  const end = (url) => fetch(url, { method: 'DELETE', keepalive: true, headers: VERSION }).catch(() => {});

  // Stops it for good. Where the answer that names its address has not come yet, that is waited for, or asked for again: the
  // portal knows the upload by its key
  const stop = async (job) => {
    if (!job.url && job.call && !isSmall(job)) {
      return;
    }
    job.call?.abort();
    if (!job.url && isSmall(job)) {
      await create(job, false).catch(() => {});
    }
    if (job.url) {
      end(job.url);
    }
  };

  window.portalTus = { address, create, ask, send, end, stop, Refused, Gone, Unreachable, SignedOut };
})();
