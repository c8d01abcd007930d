// Uses the portal as any program with tus-js-client would: begins, stops, finds again, goes on, ends.
import { createReadStream, statSync } from 'node:fs';
import * as tus from 'tus-js-client';

const { Upload, FileUrlStorage } = tus;

const endpoint = process.env.UPLOADS;
const headers = { Authorization: `Bearer ${process.env.TOKEN}` };
const size = statSync('film.bin').size;
const say = (words) => console.log(words);

const upload = (source, options) =>
  new Promise((resolve, reject) => {
    const one = new Upload(source, {
      endpoint,
      headers,
      retryDelays: [0, 200, 500],
      onError: reject,
      onSuccess: () => resolve(one),
      ...options,
    });
    options.with?.(one, resolve);
  });

const urlStorage = new FileUrlStorage('urls.json');
const film = () => ({
  chunkSize: 5_000_000,
  uploadSize: size,
  metadata: { filename: 'film.bin', filetype: 'video/mp4' },
  urlStorage,
  storeFingerprintForResuming: true,
  fingerprint: () => Promise.resolve('film'),
});

// Stopped when a third of it is there
const stopped = await upload(createReadStream('film.bin'), {
  ...film(),
  with(one, resolve) {
    one.options.onChunkComplete = (chunk, accepted) => {
      if (accepted > size / 3) {
        one.abort().then(() => resolve(one));
      }
    };
    one.start();
  },
});
say(`- stopped at the address it was given: ${new URL(stopped.url).pathname.replace(/[^/]+$/, '…')}`);

let first = -1;
const finished = await upload(createReadStream('film.bin'), {
  ...film(),
  onProgress(sent) {
    first = first < 0 ? sent : first;
  },
  with(one) {
    one.findPreviousUploads().then((previous) => {
      say(`- earlier uploads found again: ${previous.length}`);
      one.resumeFromPreviousUpload(previous[0]);
      one.start();
    });
  },
});
say(`- gone on with at ${Math.floor((100 * first) / size)} %, the same address: ${finished.url === stopped.url}`);

const small = await upload(Buffer.from('A few words.'), {
  uploadDataDuringCreation: true,
  metadata: { filename: 'words.txt' },
  with: (one) => one.start(),
});
say('- a small file with its first request: done');

await Upload.terminate(small.url, { headers });
const gone = await fetch(small.url, { method: 'HEAD', headers: { ...headers, 'Tus-Resumable': '1.0.0' } });
say(`- ended, and then answered with ${gone.status}`);
say(`upload ${finished.url}`);
