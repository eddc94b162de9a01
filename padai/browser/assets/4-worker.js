// The worker: reading never holds up the page.

onmessage = async ({ data: { ticket, file, options } }) => {
  const source = { size: file.size, read: async (at, count) => new Uint8Array(await file.slice(at, at + count).arrayBuffer()) };
  let said = 0;
  const progress = (part) => {
    if (Date.now() - said < 100) return;
    said = Date.now();
    postMessage({ ticket, progress: part });
  };
  try {
    postMessage({ ticket, result: await checkFile(source, options, progress) });
  } catch (error) {
    postMessage({ ticket, wrong: error instanceof Unread ? { id: error.id, facts: error.facts } : { id: "fault", facts: { name: error.name } } });
  }
};
