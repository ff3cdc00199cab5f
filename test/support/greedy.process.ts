// Takes of its limits what it is told to, and never answers by itself.
process.on('message', ({ order }: { order: 'TIME' | 'MEMORY' | 'NATIVE' | 'CRASH' | 'LOOK' }) => {
  if (order === 'LOOK') process.send?.({ value: { environment: Object.keys(process.env), mayWrite: process.permission.has('fs.write') } });
  if (order === 'CRASH') process.exit(3);
  const kept: unknown[] = [];
  while (order === 'TIME');
  while (order === 'MEMORY') kept.push(Array.from({ length: 100_000 }, (_, at) => ({ at })));
  try {
    while (order === 'NATIVE') kept.push(Buffer.alloc(50_000_000, 1));
  } catch (error) {
    process.send?.({ overrun: String(error) });
  }
});
