// Imported by a process that is started with a channel to its parent: ends it when the parent is gone, killed too.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The listener alone would keep it running for ever.
process.channel?.unref();
