// s3rver, with the one thing that S3 has and it lacks: a write on the condition that there is no such object. The bucket
// "plain" is as s3rver is, like older servers. Prints its port when it is ready; ends with its standard input.
const S3rver = require('s3rver');

const [directory, port] = process.argv.slice(2);
const server = new S3rver({
  address: '127.0.0.1', port: Number(port), silent: true, directory,
  configureBuckets: [{ name: 'models' }, { name: 'plain' }],
});
const writing = new Set();

function refuse(ctx, status, code) {
  ctx.req.resume();
  ctx.status = status;
  ctx.type = 'application/xml';
  ctx.body = `<Error><Code>${code}</Code><Message>${code}</Message></Error>`;
}

server.middleware.unshift(async (ctx, next) => {
  if (ctx.method !== 'PUT' || ctx.get('If-None-Match') !== '*' || ctx.path.startsWith('/plain/')) return next();
  const [, bucket, ...key] = decodeURIComponent(ctx.path).split('/');
  if (writing.has(ctx.path)) return refuse(ctx, 409, 'ConditionalRequestConflict');
  writing.add(ctx.path);
  try {
    if (await server.store.existsObject(bucket, key.join('/'))) return refuse(ctx, 412, 'PreconditionFailed');
    await next();
  } finally {
    writing.delete(ctx.path);
  }
});

server.run().then(address => console.log(address.port));
process.stdin.on('end', () => process.exit()).resume();
