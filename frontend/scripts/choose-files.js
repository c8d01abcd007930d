// Files that somebody drops or chooses, folders with all that is below them.
(() => {
  if (window.portalFiles) {
    return;
  }

  const hidden = (name) => name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini';

  const entries = (folder) =>
    new Promise((resolve, reject) => {
      const reader = folder.createReader();
      const all = [];
      // It gives a hundred at a time
      const more = () => reader.readEntries((some) => (some.length ? (all.push(...some), more()) : resolve(all)), reject);
      more();
    });

  const filesBelow = async (entry) => {
    if (entry.isFile) {
      return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
    }
    const inside = (await entries(entry)).filter((each) => !hidden(each.name));
    return (await Promise.all(inside.map(filesBelow))).flat();
  };

  const dropped = (transfer) => {
    const all = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    return all.some((entry) => entry.isDirectory)
      ? Promise.all(all.map(filesBelow)).then((files) => files.flat())
      : Promise.resolve([...transfer.files]);
  };

  // Asks for files in the browser's own way
  const choose = ({ many, folder }, then) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = many;
    input.webkitdirectory = folder;
    input.onchange = () => then([...input.files].filter((file) => !folder || !hidden(file.name)));
    input.click();
  };

  window.portalFiles = { dropped, choose };
})();
