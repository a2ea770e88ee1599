// A failed optional install of the pinned Node is silent: say it here, once, in words.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Buurtkit needs Node 24 or newer and this is Node ${process.versions.node}. The pinned Node of package.json was not installed: run "npm ci" again, or install Node 24.`,
  );
  process.exit(1);
}
