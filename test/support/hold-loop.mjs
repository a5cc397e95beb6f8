// Holds its event loop so many milliseconds of its own work, and says so: node hold-loop.mjs MILLISECONDS
const most = Number(process.argv[2]);
setTimeout(() => {
  const begun = process.cpuUsage();
  while (process.cpuUsage(begun).user < most * 1000);
  setTimeout(() => process.send("held"), 20);
}, 50);
setInterval(() => undefined, 1000);
